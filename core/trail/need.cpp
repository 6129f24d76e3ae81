// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/need.h"

#include "core/destination/destination.h"
#include "core/trail/claims.h"
#include "core/trail/tokens.h"

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

bool wantsUser(const Hop &lookup)
{
    return destination::needsUserToken(destination::authenticationFromName(lookup.destinationType));
}

bool isOnPremise(const Hop &lookup)
{
    return lookup.notes[u"proxyType"].toString() == "OnPremise"_L1;
}

bool namesOwner(const Hop &lookup)
{
    const auto body = text::parseJson(lookup.response.body);
    if (!body || !body->contains(u"destinationConfiguration"))
        return true;
    const auto owner = (*body)[u"owner"];
    return !owner[u"SubaccountId"].toString().isEmpty()
        || !owner[u"InstanceId"].toString().isEmpty();
}

QList<const Hop *> lookupsForUser(const Trail &trail)
{
    QList<const Hop *> found;
    for (const auto &hop : trail.hops) {
        if (hop.kind == HopKind::DestinationLookup && !hop.expected && hop.response.status == 200
            && wantsUser(hop))
            found << &hop;
    }
    return found;
}

bool isExchange(const Hop &hop)
{
    return hop.kind == HopKind::Token && hop.notes[u"grant"].toString().endsWith("jwt-bearer"_L1);
}

// The Cloud SDK names a zone when it asks for a token exactly when the caller had a JWT with one.
// After a 404 it asks again as provider, without: then the earlier lookup counts.
bool hadUserToken(const Trail &trail, const Hop &lookup)
{
    if (!lookup.notes[u"tokenZoneAsked"].toString().isEmpty())
        return true;
    if (tokenWithRole(lookup, TokenRole::UserToken) || lookup.subject.isUser)
        return true;
    for (const auto &hop : trail.hops) {
        if (hop.expected || hop.from != lookup.from)
            continue;
        if (isExchange(hop) && hop.destination == lookup.destination)
            return true;
        const auto zone = hop.notes[hop.kind == HopKind::Token ? u"zoneAsked" : u"tokenZoneAsked"];
        if (!zone.toString().isEmpty()
            && (hop.kind == HopKind::Token || hop.destination == lookup.destination))
            return true;
    }
    return false;
}

namespace {

bool follows(const Hop &hop, const Hop &lookup)
{
    if (hop.expected || hop.startMs < lookup.startMs || hop.id == lookup.id)
        return false;
    if (hop.kind == HopKind::Proxy || hop.kind == HopKind::Backend)
        return hop.destination.isEmpty() || hop.destination == lookup.destination;
    return hop.destination == lookup.destination && hop.from == lookup.from
        && (hop.kind == HopKind::Token
            || (hop.kind == HopKind::DestinationLookup
                && hop.request.target != lookup.request.target));
}

} // namespace

const Hop *stepAfter(const Trail &trail, const Hop &lookup)
{
    bool after = false;
    for (const auto &hop : trail.hops) {
        if (after && follows(hop, lookup))
            return &hop;
        after = after || hop.id == lookup.id;
    }
    return nullptr;
}

const Hop *callAfter(const Trail &trail, const Hop &lookup)
{
    bool after = false;
    for (const auto &hop : trail.hops) {
        if (after && follows(hop, lookup) && hop.plane == Plane::Call)
            return &hop;
        after = after || hop.id == lookup.id;
    }
    return nullptr;
}

const Hop *rootOf(const Trail &trail)
{
    return trail.rootHopId.isEmpty() ? nullptr : trail.hop(trail.rootHopId);
}

bool isCallIntoService(const Hop &hop)
{
    return hop.kind == HopKind::Service || hop.kind == HopKind::Approuter;
}

bool hasUserToken(const Hop &call)
{
    for (const auto role : {TokenRole::Bearer, TokenRole::ApprouterAuthorization}) {
        const auto *token = tokenWithRole(call, role);
        if (token && subjectOf(token->claims).isUser)
            return true;
    }
    return false;
}

bool hasStepsOfService(const Trail &trail)
{
    return std::any_of(trail.hops.begin(), trail.hops.end(), [](const Hop &hop) {
        return !hop.expected && hop.kind != HopKind::Jwks
            && (hop.from == Party::Service || hop.from == Party::CloudConnector);
    });
}

} // namespace tokentrail::trail
