// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
                   u"The token of %1 expired %2 before the call."_s.arg(facts.who(), duration(age)),
                   facts.call)
        .because(check->sentence, facts.call)
        .because(u"Sixty seconds of leeway are used up."_s)
        .fix(u"Log in again, or refresh the token, and repeat the call."_s);
}

QList<Finding> tokenNotYetValid(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::AlreadyValid);
    if (!check || !facts.refused())
        return {};
    return Verdict(0.95,
                   u"The token of %1 is not valid yet: the clocks differ."_s.arg(facts.who()),
                   facts.call)
        .because(check->sentence, facts.call)
        .fix(u"Set the clocks of both machines by NTP."_s);
}

QList<Finding> tokenTimeClaimsInvalid(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::NotExpired);
    if (!check || !facts.refused() || facts.claims[u"exp"].isNumber())
        return {};
    return Verdict(0.95, u"The token says no time of expiry that CAP understands."_s, facts.call)
        .because(check->sentence, facts.call)
        .fix(u"The claim exp has to be a number of seconds."_s);
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
                       u"%1's token expired %2 s before it reached %3; CAP still accepted it."_s
                           .arg(facts.who())
                           .arg(late)
                           .arg(trail::titleOf(hop.to)),
                       &hop)
            .because(u"%1 refused it with 401."_s.arg(trail::titleOf(hop.to)), &hop)
            .because(u"CAP forgives 60 s after exp, the next hop nothing."_s, facts.call)
            .fix(u"Refresh the token a few minutes before it expires."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
