// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/sets.h"

#include "core/trail/claims.h"
#include "core/trail/need.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// Names of the persons whose tokens a hop carries, other than a person that logs on by password.
QStringList personsOf(const Hop &hop)
{
    QStringList names;
    for (const auto &token : hop.tokens) {
        if (token.role == TokenRole::Issued)
            continue;
        const auto subject = subjectOf(token.claims);
        if (subject.isUser && !names.contains(subject.name))
            names << subject.name;
    }
    return names;
}

QString zoneAsked(const Hop &hop)
{
    return hop.kind == HopKind::Token && hop.from != Party::Console
        ? hop.notes[u"zoneAsked"].toString()
        : QString();
}

} // namespace

QString hostOf(const QString &url)
{
    const QUrl parsed(url);
    return parsed.host() + u':'
        + QString::number(parsed.port(parsed.scheme() == "https"_L1 ? 443 : 80));
}

bool within(const Hop &inner, const Hop &outer, qint64 slackMs)
{
    const auto end = outer.endMs > 0 ? outer.endMs : outer.startMs + unfinishedMs;
    return inner.startMs >= outer.startMs - slackMs && inner.startMs <= end + slackMs;
}

Sets::Sets(const QList<Understood> &all)
    : m_all(all)
    , m_set(size_t(all.size()))
    , m_isRoot(size_t(all.size()), false)
    , m_lacksUser(size_t(all.size()), false)
    , m_silent(size_t(all.size()), false)
    , m_members(size_t(all.size()))
{
    for (qsizetype i = 0; i < all.size(); ++i) {
        m_set[size_t(i)] = i;
        m_members[size_t(i)] = {i};
    }
    findRoots();
    findSilence();
}

bool Sets::isCalledLater(qsizetype lookup) const
{
    const auto host = hostOf(hop(lookup).notes[u"destinationUrl"].toString());
    for (auto i = lookup + 1; i < size(); ++i) {
        if (hop(i).startMs - hop(lookup).startMs > unfinishedMs)
            break;
        const auto target = hop(i).request.method == "CONNECT"
            ? QString(u"https://"_s + QString::fromUtf8(hop(i).request.target))
            : hop(i).url;
        if (hop(i).plane == Plane::Call && hostOf(target) == host)
            return true;
    }
    return false;
}

void Sets::findSilence()
{
    QHash<QString, bool> zoneNamed; // fingerprint of a token → it was asked for with a zone
    for (qsizetype i = 0; i < size(); ++i) {
        for (const auto &token : hop(i).tokens) {
            if (hop(i).kind == HopKind::Token && token.role == TokenRole::Issued)
                zoneNamed.insert(token.fingerprint, hop(i).notes.contains(u"zoneAsked"));
        }
        if (hop(i).kind != HopKind::DestinationLookup || hop(i).response.status != 200
            || !wantsUser(hop(i)) || hop(i).subject.isUser)
            continue;
        const auto *bearer = tokenWithRole(hop(i), TokenRole::Bearer);
        m_lacksUser[size_t(i)] = bearer && !zoneNamed.value(bearer->fingerprint, true);
        m_silent[size_t(i)] = m_lacksUser[size_t(i)] && !isCalledLater(i);
    }
}

// A call from the approuter into the service hangs below the call into the approuter, if seen.
void Sets::findRoots()
{
    QList<qsizetype> approuterCalls;
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (hop(i).kind == HopKind::Approuter)
            approuterCalls << i;
    }
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (!isCallIntoService(hop(i)) || hop(i).from == Party::Service)
            continue;
        const bool below = hop(i).from == Party::Approuter
            && std::any_of(approuterCalls.begin(), approuterCalls.end(), [&](qsizetype outer) {
                               return within(hop(i), hop(outer), 0);
                           });
        m_isRoot[size_t(i)] = !below;
        if (!below && !hop(i).correlationId.isEmpty())
            m_rootCorrelations << hop(i).correlationId;
    }
}

const QList<qsizetype> &Sets::members(qsizetype index) const
{
    return m_members[size_t(setOf(index))];
}

qsizetype Sets::rootOf(qsizetype index) const
{
    for (const auto member : members(index)) {
        if (isRoot(member))
            return member;
    }
    return -1;
}

bool Sets::rootsAgree(qsizetype a, qsizetype b) const
{
    return rootOf(a) < 0 || rootOf(b) < 0;
}

// An id that the call on top of another set has belongs there. Other ids may differ below one
// call, since code outside of a request context makes its own, but not where no call was seen.
bool Sets::correlationsAgree(qsizetype a, qsizetype b) const
{
    const auto root = std::max(rootOf(a), rootOf(b));
    const auto rootId = root < 0 ? QString() : hop(root).correlationId;
    QString seen;
    for (const auto index : {a, b}) {
        for (const auto member : members(index)) {
            const auto &id = hop(member).correlationId;
            if (id.isEmpty())
                continue;
            if (root >= 0 && id != rootId && m_rootCorrelations.contains(id))
                return false;
            if (root < 0 && !seen.isEmpty() && seen != id)
                return false;
            seen = id;
        }
    }
    return true;
}

bool Sets::usersAgree(qsizetype a, qsizetype b) const
{
    QString seen;
    for (const auto index : {a, b}) {
        for (const auto member : members(index)) {
            for (const auto &name : personsOf(hop(member))) {
                if (!seen.isEmpty() && seen != name)
                    return false;
                seen = name;
            }
        }
    }
    return true;
}

// The Cloud SDK asks for a token of the zone that the caller's JWT names: without a JWT it names
// none, and with one never another.
bool Sets::zonesAgree(qsizetype a, qsizetype b) const
{
    QString seen;
    const auto root = std::max(rootOf(a), rootOf(b));
    const bool direct = root >= 0 && hop(root).kind == HopKind::Service;
    const auto *bearer = direct ? tokenWithRole(hop(root), TokenRole::Bearer) : nullptr;
    if (bearer)
        seen = zoneOf(bearer->claims);
    for (const auto index : {a, b}) {
        for (const auto member : members(index)) {
            const auto zone = zoneAsked(hop(member));
            if (zone.isEmpty())
                continue;
            if ((direct && !bearer) || (!seen.isEmpty() && seen != zone))
                return false;
            seen = zone;
        }
    }
    return true;
}

bool Sets::mayUnite(qsizetype a, qsizetype b) const
{
    return setOf(a) != setOf(b) && rootsAgree(a, b) && correlationsAgree(a, b) && usersAgree(a, b)
        && zonesAgree(a, b);
}

bool Sets::repeatsLookup(qsizetype a, qsizetype b) const
{
    const auto repeats = [this](qsizetype one, qsizetype other) {
        const auto &x = hop(one);
        const auto &y = hop(other);
        if (x.kind != y.kind || x.request.target != y.request.target || x.from != y.from)
            return false;
        if (x.kind == HopKind::Token)
            return x.actor.name == y.actor.name
                && x.notes[u"grant"].toString() == y.notes[u"grant"].toString()
                && zoneAsked(x) == zoneAsked(y);
        // Subscriber first, provider after a 404: one lookup in two steps.
        return x.kind == HopKind::DestinationLookup && x.response.status != 404
            && x.subject.isUser == y.subject.isUser;
    };
    for (const auto one : members(a)) {
        for (const auto other : members(b)) {
            if (repeats(std::min(one, other), std::max(one, other)))
                return true;
        }
    }
    return false;
}

void Sets::unite(qsizetype a, qsizetype b)
{
    const auto into = setOf(a);
    const auto from = setOf(b);
    if (into == from || !rootsAgree(a, b))
        return;
    for (const auto member : m_members[size_t(from)]) {
        m_set[size_t(member)] = into;
        m_members[size_t(into)].append(member);
    }
    m_members[size_t(from)].clear();
    std::sort(m_members[size_t(into)].begin(), m_members[size_t(into)].end());
}

bool Sets::uniteIfFitting(qsizetype a, qsizetype b)
{
    if (!mayUnite(a, b))
        return false;
    unite(a, b);
    return true;
}

} // namespace tokentrail::trail
