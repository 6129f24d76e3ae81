// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"
#include "core/trail/need.h"
#include "core/trail/tokens.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

QString duration(qint64 seconds)
{
    if (seconds < 120)
        return u"%1 s"_s.arg(seconds);
    return seconds < 7200 ? u"%1 min"_s.arg(seconds / 60) : u"%1 h"_s.arg(seconds / 3600);
}

} // namespace

QList<Finding> tokenExpired(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::NotExpired);
    if (!check || !facts.refused() || !facts.claims[u"exp"].isNumber())
        return {};
    const auto age = facts.nowSeconds() - facts.claims[u"exp"].toInteger();
    return Verdict(0.98,
                   say(u"token-expired.before", {{u"who", facts.who()}, {u"age", duration(age)}}),
                   facts.call)
        .because(check->sentence, facts.call)
        .because(say(u"token-expired.leeway"));
}

QList<Finding> tokenNotYetValid(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::AlreadyValid);
    if (!check || !facts.refused())
        return {};
    return Verdict(0.95, say(u"token-not-yet-valid.clocks", {{u"who", facts.who()}}), facts.call)
        .because(check->sentence, facts.call);
}

QList<Finding> tokenTimeClaimsInvalid(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::NotExpired);
    if (!check || !facts.refused() || facts.claims[u"exp"].isNumber())
        return {};
    return Verdict(0.95, say(u"token-time-claims-invalid.none"), facts.call)
        .because(check->sentence, facts.call);
}

// CAP forgives a minute, the next hop does not.
QList<Finding> expiredWithinLeeway(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        const bool exchange = trail::isExchange(hop) && !hop.expected;
        if ((hop.kind != trail::HopKind::Proxy && !exchange) || hop.response.status != 401)
            continue;
        const auto *token = trail::tokenWithRole(
            hop,
            exchange ? trail::TokenRole::Assertion : trail::TokenRole::ConnectivityAuthentication);
        if (!token || !token->claims[u"exp"].isNumber())
            continue;
        const auto late = hop.startMs / 1000 - token->claims[u"exp"].toInteger();
        if (late < 0)
            continue;
        return Verdict(late <= xsuaa::leewaySeconds ? 0.97 : 0.8,
                       say(u"expired-within-leeway.late",
                           {{u"who", facts.who()},
                            {u"seconds", late},
                            {u"party", trail::titleOf(hop.to)}}),
                       &hop)
            .because(say(u"expired-within-leeway.refused", {{u"party", trail::titleOf(hop.to)}}),
                     &hop)
            .because(say(u"expired-within-leeway.forgives"), facts.call);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
