// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/follow.h"

#include "core/jose/jws.h"
#include "core/trail/claims.h"
#include "core/trail/sets.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 destinationCacheMs = 300'000; // the Cloud SDK's default

QList<qsizetype> groupOf(const QList<Understood> &all, const QList<Group> &groups)
{
    QList<qsizetype> of(all.size(), -1);
    for (qsizetype g = 0; g < groups.size(); ++g) {
        for (const auto member : groups[g].members)
            of[member] = g;
    }
    return of;
}

// One link a pair of hops, the surest way of saying it.
void link(Hop &hop, const Link &link)
{
    for (auto &known : hop.links) {
        if (known.to == link.to) {
            if (link.certainty < known.certainty)
                known = link;
            return;
        }
    }
    hop.links.append(link);
}

LinkBy wayOf(TokenRole role)
{
    return role == TokenRole::Assertion || role == TokenRole::Saml ? LinkBy::Assertion
                                                                   : LinkBy::Token;
}

bool isTargetCall(const Hop &hop)
{
    return hop.kind == HopKind::Proxy || hop.kind == HopKind::Backend;
}

// The latest lookup before the hop whose URL the hop was sent to; a lookup may be minutes old.
const Hop *lookupFor(const QList<Understood> &all, qsizetype index)
{
    const auto &hop = all[index].hop;
    auto target = hop.url;
    if (hop.request.method == "CONNECT")
        target = u"https://"_s + QString::fromUtf8(hop.request.target);
    for (qsizetype i = index - 1; i >= 0; --i) {
        const auto &lookup = all[i].hop;
        if (hop.startMs - lookup.startMs > destinationCacheMs)
            break;
        if (lookup.kind == HopKind::DestinationLookup
            && hostOf(lookup.notes[u"destinationUrl"].toString()) == hostOf(target))
            return &lookup;
    }
    return nullptr;
}

// A certificate's name alone does not tell a person from a client.
void takeClient(Hop &backend, const Hop &proxied)
{
    const auto *sent = tokenWithRole(proxied, TokenRole::ConnectivityAuthentication);
    if (!sent || !isTechnical(sent->claims))
        return;
    backend.subject = {};
    backend.actor = clientOf(sent->claims);
}

void takeDestination(Hop &hop, const Hop &lookup)
{
    hop.destination = lookup.destination;
    hop.destinationType = lookup.destinationType;
}

} // namespace

void followTokens(QList<Understood> &all, const QList<Group> &groups)
{
    const auto group = groupOf(all, groups);
    QHash<QByteArray, QList<qsizetype>> seenIn;
    QHash<QString, qsizetype> seenJti;
    for (qsizetype i = 0; i < all.size(); ++i) {
        auto &hop = all[i].hop;
        for (qsizetype t = 0; t < all[i].raw.size(); ++t) {
            const auto &token = all[i].raw[t];
            const auto &jti = hop.tokens[t].jti;
            const auto before = seenIn.value(token.value);
            if (token.role != TokenRole::Issued && !before.isEmpty()) {
                // Where it came from, and who carried it last within this call.
                link(hop, {all[before.first()].hop.id, wayOf(token.role), Certainty::Certain});
                for (auto it = before.crbegin(); it != before.crend(); ++it) {
                    if (group[*it] == group[i]) {
                        link(hop, {all[*it].hop.id, wayOf(token.role), Certainty::Certain});
                        break;
                    }
                }
                const auto &zone = all[before.first()].hop.notes[u"zoneAsked"];
                if (hop.kind == HopKind::DestinationLookup && token.role == TokenRole::Bearer)
                    hop.notes.set(u"tokenZoneAsked"_s,
                                  zone.isString() ? zone : text::Json(QString()));
            } else if (!jti.isEmpty() && seenJti.contains(jti) && token.role != TokenRole::Issued) {
                link(hop, {all[seenJti[jti]].hop.id, LinkBy::Jti, Certainty::Certain});
            }
            seenIn[token.value].append(i);
            if (!jti.isEmpty() && !seenJti.contains(jti))
                seenJti.insert(jti, i);
        }
    }
}

void followDestinations(QList<Understood> &all, const QList<Group> &groups)
{
    const auto group = groupOf(all, groups);
    for (qsizetype i = 0; i < all.size(); ++i) {
        auto &hop = all[i].hop;
        if (!isTargetCall(hop))
            continue;
        if (hop.from == Party::CloudConnector || hop.from == Party::Proxy) {
            for (qsizetype j = i - 1; j >= 0; --j) {
                if (group[j] == group[i] && all[j].hop.kind == HopKind::Proxy) {
                    takeDestination(hop, all[j].hop);
                    takeClient(hop, all[j].hop);
                    link(hop, {all[j].hop.id, LinkBy::ClientDestinationTime, Certainty::Likely});
                    break;
                }
            }
        } else if (const auto *lookup = lookupFor(all, i)) {
            takeDestination(hop, *lookup);
            link(hop, {lookup->id, LinkBy::ClientDestinationTime, Certainty::Likely});
        }
    }
    // Exchanges and connectivity tokens between a lookup and the call.
    for (const auto &one : groups) {
        const Hop *lookup = nullptr;
        for (const auto member : one.members) {
            auto &hop = all[member].hop;
            if (hop.kind == HopKind::DestinationLookup)
                lookup = &hop;
            else if (hop.kind == HopKind::Token && lookup && hop.destination.isEmpty()
                     && hop.from != Party::Destination)
                takeDestination(hop, *lookup);
        }
    }
}

void linkTheRest(QList<Understood> &all, const QList<Group> &groups)
{
    for (const auto &group : groups) {
        for (const auto member : group.members) {
            auto &hop = all[member].hop;
            for (const auto earlier : group.members) {
                if (earlier >= member)
                    break;
                if (!hop.correlationId.isEmpty()
                    && all[earlier].hop.correlationId == hop.correlationId) {
                    link(hop, {all[earlier].hop.id, LinkBy::Correlation, Certainty::Certain});
                    break;
                }
            }
            if (group.root >= 0 && member > group.root && hop.links.isEmpty()) {
                link(hop,
                     {all[group.root].hop.id,
                      LinkBy::ClientDestinationTime,
                      group.certain ? Certainty::Likely : Certainty::Possible});
            } else if (hop.links.isEmpty() && member != group.members.first()) {
                link(hop,
                     {all[group.members.first()].hop.id,
                      LinkBy::ClientDestinationTime,
                      Certainty::Possible});
            }
        }
    }
}

void checkSignatures(QList<Understood> &all)
{
    QHash<QString, jose::Jwk> keys;
    for (const auto &one : all) {
        if (one.hop.kind != HopKind::Jwks || one.hop.response.status != 200)
            continue;
        const auto parsed = text::parseJson(one.hop.response.body);
        const auto set = parsed ? jose::JwkSet::fromJson(*parsed) : Result<jose::JwkSet>(Error{});
        if (!set)
            continue;
        for (const auto &key : set->keys)
            keys.insert(key.keyId(), key);
    }
    for (auto &one : all) {
        if (one.hop.kind != HopKind::Service || one.hop.response.status != 401 || keys.isEmpty())
            continue;
        for (const auto &token : one.raw) {
            const auto jws = jose::parseCompact(token.value);
            if (token.role != TokenRole::Bearer || !jws)
                continue;
            const auto key = keys.constFind(jws->header[u"kid"].toString());
            const auto algorithm = jose::algorithmFromName(jws->header[u"alg"].toString());
            if (key == keys.constEnd() || !algorithm)
                continue;
            const bool valid = key->fits(*algorithm)
                && jose::verify(jws->signingInput(), jws->signature, *key, *algorithm);
            one.hop.notes.set(u"signature"_s, valid ? u"valid"_s : u"invalid"_s);
        }
    }
}

} // namespace tokentrail::trail
