// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/claims.h"
#include "core/trail/lanes.h"
#include "core/trail/need.h"
#include "core/trail/tokens.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// The client checks only that there is some token: a client's own passes, and fails further on.
QList<Finding> technicalCaller(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (hop.expected || hop.response.status < 400)
            continue;
        const auto *token = trail::tokenWithRole(
            hop,
            trail::isExchange(hop) ? trail::TokenRole::Assertion
                                   : trail::TokenRole::ConnectivityAuthentication);
        if (!token)
            token = trail::tokenWithRole(hop, trail::TokenRole::UserToken);
        if (!token || !token->claims.isObject() || !trail::isTechnical(token->claims))
            continue;
        const auto client = trail::clientOf(token->claims).name;
        return Verdict(0.96,
                       say(u"technical-caller-on-user-destination.client",
                           {{u"destination", hop.destination}, {u"client", client}}),
                       &hop)
            .because(say(u"technical-caller-on-user-destination.grant",
                         {{u"grant", token->claims[u"grant_type"].toString()}}),
                     &hop)
            .because(say(u"seen.party-answered",
                         {{u"party", trail::titleOf(hop.to)}, {u"status", hop.response.status}}),
                     &hop)
            .fix(say(u"technical-caller-on-user-destination.fix"));
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
