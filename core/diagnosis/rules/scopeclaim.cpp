// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> scopeClaimMissing(const Facts &facts)
{
    if (facts.status != 500 || !facts.claims.isObject() || facts.claims.contains(u"scope"))
        return {};
    return Verdict(
               0.85,
               u"The token has no claim \"scope\": CAP fails over it with 500 instead of 401."_s,
               facts.call)
        .because(u"The claims hold no scope."_s, facts.call)
        .fix(u"Send a token of XSUAA; tokens of IAS and home-made ones lack the array."_s);
}

// Every letter of the string becomes a role, so that none of the wanted ones is there.
QList<Finding> scopeClaimNotAnArray(const Facts &facts)
{
    if (facts.status != 403 || !facts.claims[u"scope"].isString())
        return {};
    return Verdict(0.9,
                   u"The claim \"scope\" is a string, where an array is wanted: no role is "
                   "recognised."_s,
                   facts.call)
        .because(u"scope is \"%1\"."_s.arg(facts.claims[u"scope"].toString()), facts.call)
        .fix(u"The token response's scope is a string, the claim in the token is an array; send "
             "the token as XSUAA issued it."_s);
}

QList<Finding> tokenTooLarge(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Proxy)) {
        if (hop->response.status == 431)
            return Verdict(0.9,
                           u"The connectivity proxy found the headers too large, most likely "
                           "because of the token."_s,
                           hop)
                .because(u"The proxy answered 431; it takes 8 KB a header."_s, hop)
                .fix(u"Put fewer groups and role collections into tokens (system-attributes in "
                     "xs-security.json)."_s);
    }
    if (facts.status != 431)
        return {};
    return Verdict(
               0.95, u"The headers are too large, most likely because of the token."_s, facts.call)
        .because(u"431 is Node's answer, before CAP sees the call."_s, facts.call)
        .fix(u"Put fewer groups and role collections into tokens (system-attributes in "
             "xs-security.json), or start Node with a larger --max-http-header-size."_s,
             u"NODE_OPTIONS=--max-http-header-size=32768"_s);
}

} // namespace tokentrail::diagnosis::rules
