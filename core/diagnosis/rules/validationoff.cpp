// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/tokens.h"

#include <algorithm>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// Whoever takes a token an hour after its end does not look at it.
QList<Finding> validationSwitchedOff(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::NotExpired);
    if (!check || !facts.call || facts.status == 0 || facts.status >= 400 || !facts.bearer)
        return {};
    const bool forwarded =
        std::any_of(facts.trail.hops.begin(), facts.trail.hops.end(), [&](const trail::Hop &hop) {
            const auto *token =
                trail::tokenWithRole(hop, trail::TokenRole::ConnectivityAuthentication);
            return token && token->fingerprint == facts.bearer->fingerprint;
        });
    return Verdict(forwarded ? 0.6 : 0.75,
                   u"The service accepted a token that had expired: it does not check tokens on "
                   "this route."_s,
                   facts.call)
        .because(check->sentence, facts.call)
        .because(u"It answered %1."_s.arg(facts.status), facts.call)
        .fix(u"Use kind xsuaa or jwt, and require a user on everything that is not meant for "
             "everybody."_s);
}

QList<Finding> unverifiedTokenForwarded(const Facts &facts)
{
    const auto *check = facts.failedCheck(xsuaa::CheckId::NotExpired);
    if (!check || !facts.call || facts.status == 401 || !facts.bearer)
        return {};
    for (const auto &hop : facts.trail.hops) {
        const auto *token = trail::tokenWithRole(hop, trail::TokenRole::ConnectivityAuthentication);
        if (!token || token->fingerprint != facts.bearer->fingerprint)
            continue;
        return Verdict(0.8,
                       u"A token that the service cannot have checked was sent on to the "
                       "on-premise system."_s,
                       &hop)
            .because(check->sentence, facts.call)
            .because(u"The same token left for the proxy."_s, &hop)
            .fix(u"Kinds dummy, mocked and custom hand on whatever stands in the header: use kind "
                 "xsuaa or jwt where a destination propagates users."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
