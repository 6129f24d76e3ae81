// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/grouping.h"

#include "core/trail/sets.h"

#include <QHash>

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clockSlackMs = 250;
constexpr qint64 useAfterIssueMs = 10'000; // a token fetched for this call, not for an earlier one
constexpr qint64 pauseMs = 2'000; // between two steps of one chain whose call was not seen
constexpr qint64 loginPauseMs = 300'000; // a person types

bool isLoginStep(HopKind kind)
{
    return kind == HopKind::Authorize || kind == HopKind::Login || kind == HopKind::Callback;
}

// What the observer knows for certain: the exchange during which this one was sent.
void uniteWithParents(const QList<Understood> &all, Sets &sets)
{
    QHash<QString, qsizetype> byExchange;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const auto &id : all[i].hop.exchangeIds)
            byExchange.insert(id, i);
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto parent = byExchange.value(all[i].parentExchangeId, -1);
        if (parent >= 0)
            sets.unite(parent, i);
    }
}

// CAP repeats its id towards key set, proxy and backend; calls with the same id that a person
// chose for several calls are told apart by time.
void uniteByCorrelation(const QList<Understood> &all, Sets &sets)
{
    QHash<QString, QList<qsizetype>> byId;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all[i].hop.correlationId.isEmpty())
            byId[all[i].hop.correlationId].append(i);
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto &same = byId.value(all[i].hop.correlationId);
        if (sets.isRoot(i) || same.size() < 2)
            continue;
        qsizetype best = -1;
        for (const auto other : same) {
            if (sets.isRoot(other) && all[other].hop.startMs <= all[i].hop.startMs + clockSlackMs)
                best = other; // the latest call before it
        }
        if (best < 0 && same.first() < i
            && all[i].hop.startMs - all[same.first()].hop.startMs < loginPauseMs)
            best = same.first();
        if (best >= 0)
            sets.unite(best, i);
    }
}

// The first use of a token soon after it was issued belongs to the same call.
void uniteIssueWithUse(const QList<Understood> &all, Sets &sets)
{
    QHash<QByteArray, qsizetype> issued;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const auto &token : all[i].raw) {
            const bool gives = token.role == TokenRole::Issued
                || (token.role == TokenRole::Code && all[i].hop.kind != HopKind::Token);
            const auto from = issued.constFind(token.value);
            if (from != issued.constEnd() && *from != i) {
                const auto &issue = all[*from].hop;
                const auto pause = all[i].hop.startMs - std::max(issue.endMs, issue.startMs);
                if (pause <= useAfterIssueMs)
                    sets.uniteIfFitting(*from, i);
                if (!gives)
                    issued.erase(from);
            }
            if (gives)
                issued.insert(token.value, i);
        }
    }
}

// What the Cloud Connector sends on happens while the proxy is being asked; what the Destination
// service fetches happens while it is being asked.
void uniteNested(const QList<Understood> &all, Sets &sets)
{
    const auto asked = [](const Hop &hop) {
        return hop.from == Party::CloudConnector || hop.from == Party::Proxy ? HopKind::Proxy
            : hop.from == Party::Destination ? HopKind::DestinationLookup
                                             : HopKind::Other;
    };
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto kind = asked(all[i].hop);
        if (kind == HopKind::Other)
            continue;
        for (qsizetype j = i - 1; j >= 0; --j) {
            if (all[j].hop.kind == kind && within(all[i].hop, all[j].hop, 0)
                && (sets.setOf(i) == sets.setOf(j) || sets.uniteIfFitting(j, i)))
                break;
            if (all[i].hop.startMs - all[j].hop.startMs > 120'000)
                break;
        }
    }
}

bool couldBeSentBy(const Hop &step, const Hop &call)
{
    switch (step.from) {
    case Party::Service:
        return call.to == Party::Service || call.to == Party::Approuter;
    case Party::Approuter:
        return call.to == Party::Approuter;
    case Party::Destination:
    case Party::Proxy:
    case Party::CloudConnector:
        return true;
    case Party::Unknown:
        return step.kind != HopKind::Token || step.notes[u"grant"].toString() != "password"_L1;
    case Party::Browser:
    case Party::Console:
    case Party::Xsuaa:
    case Party::Backend:
    case Party::OAuthServer:
        return false;
    }
    return false;
}

QList<qsizetype> callsAround(const Sets &sets, const QList<qsizetype> &roots, qsizetype step)
{
    for (const auto slack : {qint64(0), clockSlackMs}) {
        QList<qsizetype> found;
        for (const auto root : roots) {
            if (within(sets.hop(step), sets.hop(root), slack)
                && couldBeSentBy(sets.hop(step), sets.hop(root)) && sets.mayUnite(root, step))
                found << root;
        }
        if (!found.isEmpty())
            return found;
    }
    return {};
}

// Token and lookup hops carry no correlation id: they belong to the one call that ran at that
// time and does not contradict them. Those with one candidate go first, so that they narrow the
// choice of the others; a real tie goes to the closest call, and is said to be one.
class Attacher
{
public:
    explicit Attacher(Sets &sets)
        : m_sets(sets)
    {
        for (qsizetype i = 0; i < sets.size(); ++i) {
            if (sets.isRoot(i))
                m_roots << i;
        }
    }

    QSet<qsizetype> run() // roots whose hops another call could own
    {
        while (attachCertain() || attachFitting() || attachClosest()) { }
        return m_uncertain;
    }

private:
    template<typename Choose>
    bool attach(Choose choose)
    {
        bool attached = false;
        for (qsizetype i = 0; i < m_sets.size(); ++i) {
            if (m_sets.members(i).first() != i || m_sets.rootOf(i) >= 0)
                continue;
            const auto root = choose(callsAround(m_sets, m_roots, i), i);
            if (root >= 0 && m_sets.uniteIfFitting(root, i)) {
                attached = true;
                if (m_onlyOne)
                    return true;
            }
        }
        return attached;
    }

    bool attachCertain()
    {
        m_onlyOne = false;
        return attach([](const QList<qsizetype> &calls, qsizetype) {
            return calls.size() == 1 ? calls.first() : -1;
        });
    }

    bool attachFitting()
    {
        m_onlyOne = true;
        return attach([this](QList<qsizetype> calls, qsizetype step) {
            calls.removeIf([&](qsizetype call) { return m_sets.repeatsLookup(call, step); });
            return calls.size() == 1 ? calls.first() : -1;
        });
    }

    bool attachClosest()
    {
        m_onlyOne = true;
        return attach([this](QList<qsizetype> calls, qsizetype step) -> qsizetype {
            auto fitting = calls;
            fitting.removeIf([&](qsizetype call) { return m_sets.repeatsLookup(call, step); });
            if (!fitting.isEmpty())
                calls = fitting;
            if (calls.isEmpty())
                return -1;
            for (const auto call : calls)
                m_uncertain << call;
            return calls.last(); // the latest that had begun
        });
    }

    Sets &m_sets;
    QList<qsizetype> m_roots;
    QSet<qsizetype> m_uncertain;
    bool m_onlyOne = false;
};

qint64 endOf(const Sets &sets, qsizetype index)
{
    qint64 end = 0;
    for (const auto member : sets.members(index))
        end = std::max({end, sets.hop(member).startMs, sets.hop(member).endMs});
    return end;
}

// Chains whose call was not seen: steps follow each other closely and no lookup comes twice.
void uniteOrphans(Sets &sets)
{
    QList<qsizetype> open;
    for (qsizetype i = 0; i < sets.size(); ++i) {
        if (sets.rootOf(i) >= 0 || sets.members(i).first() != i)
            continue;
        const auto &step = sets.hop(i);
        open.removeIf(
            [&](qsizetype other) { return step.startMs - endOf(sets, other) > loginPauseMs; });
        bool joined = false;
        for (auto it = open.crbegin(); it != open.crend() && !joined; ++it) {
            const bool login = isLoginStep(step.kind) && isLoginStep(sets.hop(*it).kind);
            const auto pause = step.startMs - endOf(sets, *it);
            if (pause > (login ? loginPauseMs : pauseMs) || step.from != sets.hop(*it).from
                || sets.repeatsLookup(*it, i))
                continue;
            joined = sets.uniteIfFitting(*it, i);
        }
        if (!joined)
            open << i;
    }
}

} // namespace

QList<Group> groupHops(const QList<Understood> &all)
{
    Sets sets(all);
    uniteWithParents(all, sets);
    uniteByCorrelation(all, sets);
    uniteIssueWithUse(all, sets);
    uniteNested(all, sets);
    const auto uncertain = Attacher(sets).run();
    uniteOrphans(sets);

    QList<Group> groups;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (sets.members(i).first() != i)
            continue;
        const auto root = sets.rootOf(i);
        groups.append({sets.members(i), root, !uncertain.contains(root)});
    }
    return groups;
}

} // namespace tokentrail::trail
