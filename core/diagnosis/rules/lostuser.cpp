// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/need.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

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

} // namespace tokentrail::diagnosis::rules
