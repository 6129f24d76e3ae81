// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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
        Verdict verdict(
            confidence,
            say(u"user-token-absent.lookup",
                {{u"destination", lookup->destination}, {u"type", lookup->destinationType}}),
            lookup);
        verdict.because(
            say(u"user-token-absent.type",
                {{u"destination", lookup->destination}, {u"type", lookup->destinationType}}),
            lookup);
        if (jwt == Known::No)
            verdict.because(say(u"user-token-absent.without-zid"), lookup);
        else
            verdict.although(say(u"user-token-absent.not-seen"), lookup);
        if (const auto *missing = facts.firstExpected(trail::HopKind::Proxy))
            verdict.because(say(u"user-token-absent.proxy-never"), missing);
        else if (const auto *target = facts.firstExpected(trail::HopKind::Backend))
            verdict.because(say(u"user-token-absent.target-never"), target);
        verdict.fix(say(u"user-token-absent.fix"));
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
        return Verdict(
                   said ? 0.97 : 0.75,
                   say(u"user-token-absent-cached.silence", {{u"destination", hop.destination}}),
                   &hop)
            .because(say(u"seen.trail-says", {{u"words", hop.reason}}), &hop)
            .because(say(u"seen.service-answered", {{u"status", facts.root->response.status}}),
                     facts.root)
            .although(said ? say(u"user-token-absent-cached.or-breaker")
                           : say(u"user-token-absent-cached.or-breaker-or-proxy"))
            .fix(say(u"user-token-absent-cached.fix"));
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
    return Verdict(history ? 0.35 : 0.4, say(u"destination-binding-missing.none"), facts.call)
        .because(say(u"destination-binding-missing.silence"), facts.call)
        .although(say(u"destination-binding-missing.or-else"))
        .fix(say(u"destination-binding-missing.fix"));
}

} // namespace tokentrail::diagnosis::rules
