// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/need.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// The user's token was there, yet nobody asked for a token of the connectivity client.
QList<Finding> connectivityBindingMissing(const Facts &facts)
{
    for (const auto *lookup : facts.hops(trail::HopKind::DestinationLookup)) {
        if (lookup->response.status != 200 || !trail::isOnPremise(*lookup)
            || !trail::namesOwner(*lookup)
            || lookup->request.headers.value("user-agent") == "node" // see cloudSdkMissing()
            || trail::stepAfter(facts.trail, *lookup) || !facts.failed() || !facts.root)
            continue;
        const auto jwt = facts.hadJwt(*lookup);
        const bool wantsUser = trail::wantsUser(*lookup);
        if (wantsUser && jwt == Known::No)
            continue;
        const bool unsure = wantsUser && jwt == Known::Unknown;
        Verdict verdict(
            unsure ? 0.4 : 0.88,
            say(u"connectivity-binding-missing.none", {{u"destination", lookup->destination}}),
            lookup);
        verdict.because(say(u"connectivity-binding-missing.on-premise",
                            {{u"destination", lookup->destination}}),
                        lookup);
        if (wantsUser && jwt == Known::Yes)
            verdict.because(say(u"connectivity-binding-missing.user-there"), lookup);
        if (unsure)
            verdict.although(say(u"connectivity-binding-missing.or-lost"), lookup);
        return verdict;
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
