// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/expected.h"

#include "core/trail/need.h"
#include "core/trail/say.h"
#include "core/trail/userline.h"

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 destinationCacheMs = 300'000;

struct Wanted
{
    HopKind kind = HopKind::Other;
    QString reason;
};

bool rootFailed(const Trail &trail)
{
    const auto *root = rootOf(trail);
    return root && (root->response.status >= 500 || root->response.status == 0);
}

const Hop *tokenFor(const Trail &trail, const Hop &lookup, bool exchange)
{
    for (const auto &hop : trail.hops) {
        if (hop.kind == HopKind::Token && !hop.expected && hop.startMs >= lookup.startMs
            && hop.from == lookup.from && hop.destination == lookup.destination
            && isExchange(hop) == exchange)
            return &hop;
    }
    return nullptr;
}

// A call that went well elsewhere explains silence: a target that nobody of us watches.
bool silenceIsOdd(const Trail &trail, const Hop &lookup)
{
    const auto *root = rootOf(trail);
    return !root || rootFailed(trail) || (wantsUser(lookup) && !hadUserToken(trail, lookup));
}

QList<Wanted> wantedAfter(const Trail &trail, const Hop &lookup)
{
    QList<Wanted> wanted;
    const auto name = lookup.destination;
    const auto type = lookup.destinationType;
    if (isOnPremise(lookup)) {
        if (!tokenFor(trail, lookup, false))
            wanted.append({HopKind::Token, say(u"expected.proxy-token", {{u"destination", name}})});
        wanted.append(
            {HopKind::Proxy, say(u"expected.proxy", {{u"destination", name}, {u"type", type}})});
        return wanted;
    }
    if (wantsUser(lookup) && !tokenFor(trail, lookup, true))
        wanted.append(
            {HopKind::Token, say(u"expected.exchange", {{u"destination", name}, {u"type", type}})});
    wanted.append({HopKind::Backend, say(u"expected.backend", {{u"destination", name}})});
    return wanted;
}

Hop expectedHop(const Wanted &wanted, const Trail &trail, const Hop &lookup, qint64 atMs)
{
    Hop hop;
    hop.kind = wanted.kind;
    hop.plane = wanted.kind == HopKind::Token ? Plane::Token : Plane::Call;
    hop.expected = true;
    hop.reason = wanted.reason;
    hop.from = lookup.from;
    hop.to = wanted.kind == HopKind::Token ? Party::Xsuaa
        : wanted.kind == HopKind::Proxy    ? Party::Proxy
                                           : Party::Backend;
    hop.startMs = hop.endMs = atMs;
    hop.destination = lookup.destination;
    hop.destinationType = lookup.destinationType;
    if (wantsUser(lookup) && (hop.plane == Plane::Call || !isOnPremise(lookup)))
        hop.subject = userOf(trail);
    hop.links.append({lookup.id, LinkBy::ClientDestinationTime, Certainty::Likely});
    return hop;
}

// Behind the hop that they should have followed, and in front of what began later.
void insert(Trail &trail, Hop hop, const QString &behind, int &nextId)
{
    hop.id = u"e%1"_s.arg(nextId++);
    const auto at = std::find_if(trail.hops.begin(), trail.hops.end(), [&behind](const Hop &known) {
        return known.id == behind;
    });
    auto place = at == trail.hops.end() ? at : std::next(at);
    while (place != trail.hops.end() && place->expected)
        ++place;
    trail.hops.insert(place, hop);
}

// The lookup that an earlier call of the same path made, otherwise the last of any call.
const Hop *cachedLookup(const Trail &trail, const QList<Trail> &earlier)
{
    const auto *root = rootOf(trail);
    const Hop *any = nullptr;
    for (auto it = earlier.crbegin(); it != earlier.crend(); ++it) {
        for (const auto &hop : it->hops) {
            if (hop.kind != HopKind::DestinationLookup || hop.response.status != 200
                || root->startMs - hop.startMs > destinationCacheMs)
                continue;
            const auto *other = rootOf(*it);
            if (other && other->request.path() == root->request.path())
                return &hop;
            if (!any)
                any = &hop;
        }
    }
    return any;
}

void addAfterWarmCache(Trail &trail, const QList<Trail> &earlier, int &nextId)
{
    const auto *root = rootOf(trail);
    if (!root || root->kind != HopKind::Service || root->response.status < 500
        || hasStepsOfService(trail))
        return;
    const auto *lookup = cachedLookup(trail, earlier);
    if (!lookup)
        return;
    const auto age = (root->startMs - lookup->startMs) / 1000;
    const auto reason = say(u"expected.warm-cache",
                            {{u"destination", lookup->destination},
                             {u"type", lookup->destinationType},
                             {u"age", age < 1 ? QString() : QString::number(age)},
                             {u"hop", lookup->id}});
    Wanted call{isOnPremise(*lookup) ? HopKind::Proxy : HopKind::Backend, reason};
    auto hop = expectedHop(call, trail, *lookup, root->endMs);
    hop.notes.set(u"warmCache"_s, true);
    insert(trail, hop, trail.hops.constLast().id, nextId);
}

} // namespace

void addExpectedHops(Trail &trail, const QList<Trail> &earlier, int &nextId)
{
    const auto seen = trail.hops; // while the list grows
    QStringList done;
    for (const auto &hop : seen) {
        if (hop.kind != HopKind::DestinationLookup || hop.response.status != 200
            || done.contains(hop.destination) || callAfter(trail, hop) || !silenceIsOdd(trail, hop))
            continue;
        done << hop.destination;
        auto behind = hop;
        for (const auto &later : seen) {
            if (later.destination == hop.destination && later.startMs >= behind.startMs)
                behind = later;
        }
        for (const auto &wanted : wantedAfter(trail, hop))
            insert(trail,
                   expectedHop(wanted, trail, hop, std::max(behind.startMs, behind.endMs)),
                   behind.id,
                   nextId);
    }
    addAfterWarmCache(trail, earlier, nextId);
}

} // namespace tokentrail::trail
