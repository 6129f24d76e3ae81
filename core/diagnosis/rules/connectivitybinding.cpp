// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
        Verdict verdict(unsure ? 0.4 : 0.88,
                        u"The service has no binding of the connectivity service, so it cannot "
                        "reach %1 through the proxy."_s.arg(lookup->destination),
                        lookup);
        verdict.because(u"%1 is OnPremise, and after its lookup no token for the proxy was asked "
                        "for."_s.arg(lookup->destination),
                        lookup);
        if (wantsUser && jwt == Known::Yes)
            verdict.because(u"The user's token was there: the lookup's token was asked for with "
                            "x-zid."_s,
                            lookup);
        if (unsure)
            verdict.although(u"A lost user would look the same."_s, lookup);
        verdict.fix(u"Bind an instance of the connectivity service (plan lite) and restart."_s,
                    u"cf bind-service <app> <connectivity instance>"_s);
        return verdict;
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
