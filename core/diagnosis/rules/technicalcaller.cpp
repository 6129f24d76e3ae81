// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
        return Verdict(
                   0.96,
                   u"%1 needs a person, but the token that was sent on belongs to the client "
                   "%2."_s.arg(hop.destination.isEmpty() ? u"The destination"_s : hop.destination,
                               client),
                   &hop)
            .because(u"The token's grant_type is %1; it names nobody."_s.arg(
                         token->claims[u"grant_type"].toString()),
                     &hop)
            .because(u"%1 answered %2."_s.arg(trail::titleOf(hop.to)).arg(hop.response.status),
                     &hop)
            .fix(u"Call the service with the token of a person; the Cloud SDK does not notice "
                 "the difference. Where no person is meant, use a destination of a technical "
                 "type."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
