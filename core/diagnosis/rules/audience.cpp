// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/claims.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> audienceMismatch(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::Audience);
    if (!check || !facts.refused())
        return {};
    const auto client = trail::clientOf(facts.claims).name;
    return Verdict(
               0.97,
               u"The token was issued to %1, but the service is %2."_s.arg(
                   client.isEmpty() ? facts.claims[u"aud"].toStringList().join(u", "_s) : client,
                   facts.input.key->client.clientId),
               facts.call)
        .because(check->sentence, facts.call)
        .because(u"aud is [%1]."_s.arg(facts.claims[u"aud"].toStringList().join(u", "_s)),
                 facts.call)
        .fix(u"Get the token with the service key of %1, or exchange it there; or let that "
             "application grant a scope to %2, which puts it into the audience."_s.arg(
                 facts.input.key->xsappname, client));
}

// XSUAA's key endpoint answers 400 for a zone that is none of its own.
QList<Finding> zoneRefused(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Jwks)) {
        if (hop->response.status != 400 || facts.status != 401)
            continue;
        return Verdict(0.95,
                       u"The issuer does not know the zone %1 of the token."_s.arg(
                           trail::zoneOf(facts.claims)),
                       facts.call)
            .because(u"The key endpoint answered 400 for this zone."_s, hop)
            .fix(u"Take a token of a subaccount that belongs to this landscape."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
