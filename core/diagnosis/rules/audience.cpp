// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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
               say(u"audience-mismatch.two-clients",
                   {{u"client",
                     client.isEmpty() ? facts.claims[u"aud"].toStringList().join(u", "_s) : client},
                    {u"service", facts.input.key->client.clientId}}),
               facts.call)
        .because(check->sentence, facts.call)
        .because(say(u"audience-mismatch.aud",
                     {{u"audience", facts.claims[u"aud"].toStringList().join(u", "_s)}}),
                 facts.call)
        .fix(say(u"audience-mismatch.fix",
                 {{u"application", facts.input.key->xsappname}, {u"client", client}}));
}

// XSUAA's key endpoint answers 400 for a zone that is none of its own.
QList<Finding> zoneRefused(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Jwks)) {
        if (hop->response.status != 400 || facts.status != 401)
            continue;
        return Verdict(0.95,
                       say(u"zone-refused.unknown", {{u"zone", trail::zoneOf(facts.claims)}}),
                       facts.call)
            .because(say(u"zone-refused.answered"), hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
