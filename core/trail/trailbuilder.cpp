// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/trailbuilder.h"

#include "core/trail/expected.h"
#include "core/trail/follow.h"
#include "core/trail/grouping.h"
#include "core/trail/joinends.h"
#include "core/trail/need.h"
#include "core/trail/say.h"
#include "core/trail/userline.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// Within one millisecond calls come before what they cause.
int rankOf(HopKind kind)
{
    switch (kind) {
    case HopKind::Approuter:
        return 0;
    case HopKind::Service:
        return 1;
    case HopKind::Authorize:
    case HopKind::Login:
    case HopKind::Callback:
    case HopKind::Logout:
        return 2;
    case HopKind::Jwks:
        return 3;
    case HopKind::Token:
    case HopKind::UserInfo:
        return 4;
    case HopKind::DestinationLookup:
        return 5;
    case HopKind::Proxy:
        return 6;
    case HopKind::CloudConnector:
        return 7;
    case HopKind::Backend:
        return 8;
    case HopKind::Other:
        return 9;
    }
    return 9;
}

// "x17" is "x" and 17: ids of one journal count in order of start.
std::pair<QString, qint64> idKey(const QString &id)
{
    qsizetype digits = id.size();
    while (digits > 0 && id[digits - 1].isDigit())
        --digits;
    return {id.first(digits), id.sliced(digits).toLongLong()};
}

bool earlier(const Understood &a, const Understood &b)
{
    const auto keyOf = [](const Understood &one) {
        const auto rank = rankOf(one.hop.kind);
        return std::tuple(one.hop.startMs,
                          std::min(rank, 2),
                          idKey(one.hop.exchangeIds.constLast()),
                          rank,
                          one.hop.startMs - one.hop.endMs);
    };
    return keyOf(a) < keyOf(b);
}

// The call into a service; else the call that a client made through a destination itself, its
// lookup, or whatever came first.
const Hop *mainHopOf(const Trail &trail)
{
    if (const auto *root = rootOf(trail))
        return root;
    const auto firstOf = [&trail](Plane plane) {
        const auto found = std::find_if(trail.hops.begin(), trail.hops.end(), [&](const Hop &hop) {
            return hop.plane == plane && !hop.expected && hop.kind != HopKind::Other;
        });
        return found == trail.hops.end() ? nullptr : &*found;
    };
    for (const auto plane : {Plane::Call, Plane::Lookup}) {
        if (const auto *hop = firstOf(plane))
            return hop;
    }
    return trail.hops.isEmpty() ? nullptr : &trail.hops.constFirst();
}

QString titleOf(const Trail &trail)
{
    const auto *root = mainHopOf(trail);
    if (!root)
        return {};
    QString title = QString::fromUtf8(root->request.method) + u' ';
    if (root->kind == HopKind::DestinationLookup)
        title = say(u"title.lookup", {{u"destination", root->destination}});
    else if (root->kind == HopKind::Token)
        title = say(u"title.token", {{u"grant", root->notes[u"grant"].toString()}});
    else
        title += QString::fromUtf8(root->request.path());
    if (trail.user.isUser)
        return say(u"title.as", {{u"what", title}, {u"user", trail.user.name}});
    return title;
}

// A token that XSUAA was seen to issue is no mere claim.
void trustIssued(Trail &trail, const QSet<QString> &tokenHops)
{
    for (auto &hop : trail.hops) {
        const bool issued = std::any_of(hop.links.begin(), hop.links.end(), [&](const Link &link) {
            return link.by == LinkBy::Token && tokenHops.contains(link.to);
        });
        if (issued && isCallIntoService(hop) && hop.response.status != 401) {
            hop.actor.verified = hop.actor.kind != ActorKind::None;
            hop.subject.verified = hop.subject.isUser;
        }
    }
}

Trail trailOf(const Group &group, const QList<Understood> &all, const QSet<QString> &tokenHops)
{
    Trail trail;
    for (const auto member : group.members)
        trail.hops.append(all[member].hop);
    if (group.root >= 0)
        trail.rootHopId = all[group.root].hop.id;
    trustIssued(trail, tokenHops);
    return trail;
}

} // namespace

const Hop *Trail::hop(const QString &hopId) const
{
    const auto found = std::find_if(
        hops.begin(), hops.end(), [&hopId](const Hop &hop) { return hop.id == hopId; });
    return found == hops.end() ? nullptr : &*found;
}

QList<Trail> buildTrails(const QList<http::Exchange> &exchanges)
{
    QList<Understood> all;
    all.reserve(exchanges.size());
    for (const auto &exchange : exchanges)
        all.append(understand(exchange));
    std::sort(all.begin(), all.end(), earlier);
    all = joinEnds(std::move(all));
    std::sort(all.begin(), all.end(), earlier);
    findCloudConnector(all);
    for (qsizetype i = 0; i < all.size(); ++i)
        all[i].hop.id = u"h%1"_s.arg(i + 1);

    const auto groups = groupHops(all);
    followTokens(all, groups);
    followDestinations(all, groups);
    linkTheRest(all, groups);
    checkSignatures(all);

    QSet<QString> tokenHops;
    for (const auto &one : all) {
        if (one.hop.kind == HopKind::Token)
            tokenHops << one.hop.id;
    }
    QList<Trail> trails;
    int nextExpected = 1;
    for (const auto &group : groups) {
        auto trail = trailOf(group, all, tokenHops);
        trail.id = u"t%1"_s.arg(trails.size() + 1);
        addExpectedHops(trail, trails, nextExpected);
        findLoss(trail);
        trail.title = titleOf(trail);
        trails.append(trail);
    }
    return trails;
}

} // namespace tokentrail::trail
