// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
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
    return Verdict(
               forwarded ? 0.6 : 0.75, say(u"token-validation-switched-off.accepted"), facts.call)
        .because(check->sentence, facts.call)
        .because(say(u"seen.answered", {{u"status", facts.status}}), facts.call)
        .fix(say(u"token-validation-switched-off.fix"));
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
        return Verdict(0.8, say(u"unverified-token-forwarded.sent-on"), &hop)
            .because(check->sentence, facts.call)
            .because(say(u"unverified-token-forwarded.same"), &hop)
            .fix(say(u"unverified-token-forwarded.fix"));
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
