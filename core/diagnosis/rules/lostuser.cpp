// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/need.h"

#include <algorithm>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

// Whether anybody but the caller recorded anything.
bool landscapeIsWatched(const Facts &facts)
{
    const auto watched = [](const trail::Trail &trail) {
        return std::any_of(trail.hops.begin(), trail.hops.end(), [](const trail::Hop &hop) {
            return std::any_of(
                hop.observedBy.begin(), hop.observedBy.end(), [](const QString &who) {
                    return who != "console"_L1 && who != "browser"_L1;
                });
        });
    };
    return watched(facts.trail)
        || std::any_of(facts.input.earlier.begin(), facts.input.earlier.end(), watched);
}

} // namespace

// A lookup that wants a person, made without anybody's token, and then silence.
QList<Finding> userTokenAbsent(const Facts &facts)
{
    for (const auto *lookup : facts.silentLookups()) {
        const auto jwt = facts.hadJwt(*lookup);
        if (jwt == Known::Yes || !facts.failed())
            continue;
        const bool said = facts.heardOf(u"user-token-absent");
        const double confidence = said ? 0.99 : jwt == Known::No ? 0.95 : 0.6;
        Verdict verdict(confidence,
                        u"No user token reached the lookup of %1, and %2 cannot go on without "
                        "one."_s.arg(lookup->destination, lookup->destinationType),
                        lookup);
        verdict.because(u"%1 has the type %2."_s.arg(lookup->destination, lookup->destinationType),
                        lookup);
        if (jwt == Known::No)
            verdict.because(u"The token for the lookup was fetched without x-zid: the SDK does so "
                            "when it has no user's token."_s,
                            lookup);
        else
            verdict.although(
                u"How the token for the lookup was asked for was not seen; with a user "
                "a missing connectivity binding would look the same."_s,
                lookup);
        if (const auto *missing = facts.firstExpected(trail::HopKind::Proxy))
            verdict.because(u"The call through the proxy never came."_s, missing);
        else if (const auto *target = facts.firstExpected(trail::HopKind::Backend))
            verdict.because(u"Neither an exchange nor the call itself came."_s, target);
        verdict.fix(u"Bring the user's token to where the destination is called: see where it was "
                    "lost. If nobody is meant to be there (a job), give the destination a "
                    "technical type."_s);
        return verdict;
    }
    return {};
}

// With a warm cache there is not even a lookup.
QList<Finding> userTokenAbsentCached(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (!hop.expected || !hop.notes[u"warmCache"].toBool() || !facts.root
            || facts.root->response.status < 500 || !trail::wantsUser(hop))
            continue;
        const bool said = facts.heardOf(u"user-token-absent-cached");
        return Verdict(said ? 0.97 : 0.75,
                       u"The call failed without a single request: %1 comes from the cache, and "
                       "no user token was there to call it with."_s.arg(hop.destination),
                       &hop)
            .because(hop.reason, &hop)
            .because(u"The service answered %1."_s.arg(facts.root->response.status), facts.root)
            .although(said ? u"An open circuit breaker would be as silent."_s
                           : u"An open circuit breaker, or a proxy that cannot be reached, would "
                             "be as silent."_s)
            .fix(u"As without the cache: bring the user's token to where the destination is "
                 "called."_s);
    }
    return {};
}

// Not one request left the service, and nothing that was seen before explains it.
QList<Finding> destinationBindingMissing(const Facts &facts)
{
    if (!facts.call || facts.status != 502 || trail::hasStepsOfService(facts.trail)
        || facts.firstExpected(trail::HopKind::Proxy)
        || facts.firstExpected(trail::HopKind::Backend) || !landscapeIsWatched(facts)
        || !circuitBreakerOpen(facts).isEmpty())
        return {};
    const bool history = std::any_of(
        facts.input.earlier.begin(), facts.input.earlier.end(), trail::hasStepsOfService);
    return Verdict(history ? 0.35 : 0.4,
                   u"The service has no binding of the Destination service, so it could not even "
                   "look."_s,
                   facts.call)
        .because(u"It answered 502, and no request of it was seen."_s, facts.call)
        .although(u"A destination in the cache together with a lost user, or an open circuit "
                  "breaker, would be as silent; calls to hosts that nobody records too."_s)
        .fix(u"Look at its log; bind an instance of the Destination service if it says so."_s);
}

} // namespace tokentrail::diagnosis::rules
