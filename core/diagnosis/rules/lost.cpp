// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules/lost.h"

#include "core/trail/claims.h"
#include "core/trail/need.h"
#include "core/trail/tokens.h"

namespace tokentrail::diagnosis::rules {

const trail::Hop *whereMissed(const Facts &facts)
{
    if (!facts.failed() || facts.trail.loss == trail::LossPlace::NotLost)
        return nullptr;
    for (const auto *lookup : facts.silentLookups()) {
        if (facts.hadJwt(*lookup) != Known::Yes)
            return lookup;
    }
    for (const auto &hop : facts.trail.hops) {
        const bool cached =
            hop.expected && hop.notes[u"warmCache"].toBool() && trail::wantsUser(hop);
        const bool bare = !hop.expected && hop.kind == trail::HopKind::Proxy
            && hop.request.method != "CONNECT"
            && hop.destinationType == QStringLiteral("PrincipalPropagation") && !hop.subject.isUser;
        const bool exchange = !hop.expected && trail::isExchange(hop) && !hop.subject.isUser;
        if (cached || bare || exchange)
            return &hop;
    }
    return nullptr;
}

double certaintyOfLoss(const Facts &facts, const trail::Hop &missedAt)
{
    if (missedAt.expected)
        return facts.heardOf(u"user-token-absent-cached") ? 0.95 : 0.74;
    const bool lookup = missedAt.kind == trail::HopKind::DestinationLookup;
    const bool said = facts.heardOf(u"user-token-absent");
    return lookup && !said && facts.hadJwt(missedAt) == Known::Unknown ? 0.59 : 0.94;
}

} // namespace tokentrail::diagnosis::rules
