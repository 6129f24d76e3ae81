// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/userline.h"

#include "core/trail/claims.h"
#include "core/trail/need.h"
#include "core/trail/tokens.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

void lose(Trail &trail, LossPlace place, const QString &hopId)
{
    trail.loss = place;
    trail.lossHopId = hopId;
}

void loseBeforeLookup(Trail &trail, const Hop &where)
{
    const auto *root = rootOf(trail);
    if (!root)
        lose(trail, LossPlace::Unknown, where.id);
    else if (hasUserToken(*root))
        lose(trail, LossPlace::InsideService, root->id);
    else
        lose(trail, LossPlace::BeforeService, root->id);
}

// A refused exchange keeps the person up to there; one without a person lost it before.
void judgeExchange(Trail &trail, const Hop &exchange)
{
    if (!exchange.subject.isUser)
        loseBeforeLookup(trail, exchange);
    else if (exchange.response.status >= 400)
        lose(trail, LossPlace::Exchange, exchange.id);
}

void judgeLookup(Trail &trail, const Hop &lookup)
{
    if (const auto *call = callAfter(trail, lookup)) {
        // A tunnel carries no headers of the call: whether the person was there shows before.
        const bool tunnel = call->request.method == "CONNECT";
        if (tunnel && !hadUserToken(trail, lookup))
            loseBeforeLookup(trail, lookup);
        const auto *proxied = call->kind == HopKind::Proxy && !tunnel ? call : nullptr;
        if (proxied && lookup.destinationType == "PrincipalPropagation"_L1
            && !proxied->subject.isUser)
            loseBeforeLookup(trail, *proxied);
        return;
    }
    for (const auto &hop : trail.hops) {
        if (isExchange(hop) && !hop.expected && hop.destination == lookup.destination)
            return judgeExchange(trail, hop);
    }
    if (!hadUserToken(trail, lookup))
        loseBeforeLookup(trail, lookup);
}

} // namespace

Subject userOf(const Trail &trail)
{
    const auto *root = rootOf(trail);
    if (root && root->subject.isUser)
        return root->subject;
    for (const auto &hop : trail.hops) {
        // Behind an approuter the person shows one call further in.
        if (!hop.expected && hop.plane == Plane::Call && hop.subject.isUser)
            return hop.subject;
    }
    for (const auto &hop : trail.hops) {
        if (!root && !hop.expected && hop.subject.isUser)
            return hop.subject;
    }
    return {};
}

void findLoss(Trail &trail)
{
    trail.user = userOf(trail);
    trail.loss = LossPlace::NotLost;
    trail.lossHopId.clear();
    for (const auto *lookup : lookupsForUser(trail)) {
        judgeLookup(trail, *lookup);
        if (trail.loss != LossPlace::NotLost)
            return;
    }
    for (const auto &hop : trail.hops) {
        if (hop.kind == HopKind::Proxy && !hop.expected && hop.request.method != "CONNECT"
            && hop.destinationType == "PrincipalPropagation"_L1 && !hop.subject.isUser)
            return loseBeforeLookup(trail, hop);
        if (hop.expected && hop.notes[u"warmCache"].toBool() && wantsUser(hop)) {
            const auto *root = rootOf(trail);
            return lose(trail,
                        hasUserToken(*root) ? LossPlace::InsideService : LossPlace::BeforeService,
                        root->id);
        }
    }
}

QString backendUserOf(const Hop &hop)
{
    const auto noted = hop.notes[u"backendUser"].toString();
    if (!noted.isEmpty() || hop.kind == HopKind::Token)
        return noted;
    static const QRegularExpression changedBy(u"\"LastChangedByUser\"\\s*:\\s*\"([^\"]{1,64})\""_s);
    return changedBy.match(QString::fromUtf8(hop.response.body)).captured(1);
}

} // namespace tokentrail::trail
