// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> scopeClaimMissing(const Facts &facts)
{
    if (facts.status != 500 || !facts.claims.isObject() || facts.claims.contains(u"scope"))
        return {};
    return Verdict(0.85, say(u"scope-claim-missing.fails"), facts.call)
        .because(say(u"scope-claim-missing.none"), facts.call);
}

// Every letter of the string becomes a role, so that none of the wanted ones is there.
QList<Finding> scopeClaimNotAnArray(const Facts &facts)
{
    if (facts.status != 403 || !facts.claims[u"scope"].isString())
        return {};
    return Verdict(0.9, say(u"scope-claim-not-an-array.string"), facts.call)
        .because(
            say(u"scope-claim-not-an-array.claim", {{u"scope", facts.claims[u"scope"].toString()}}),
            facts.call)
        .fix(say(u"scope-claim-not-an-array.fix"));
}

QList<Finding> tokenTooLarge(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Proxy)) {
        if (hop->response.status == 431)
            return Verdict(0.9, say(u"token-too-large.at-proxy"), hop)
                .because(say(u"token-too-large.proxy-limit"), hop)
                .fix(say(u"token-too-large.fix-proxy"));
    }
    if (facts.status != 431)
        return {};
    return Verdict(0.95, say(u"token-too-large.headers"), facts.call)
        .because(say(u"token-too-large.node"), facts.call)
        .fix(say(u"token-too-large.fix"), u"NODE_OPTIONS=--max-http-header-size=32768"_s);
}

} // namespace tokentrail::diagnosis::rules
