// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/grouping.h"

#include "core/trail/attaching.h"
#include "core/trail/sets.h"

#include <QHash>

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

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

// A person's token on its way further belongs to the one call that brought it and still ran.
void uniteByUserToken(const QList<Understood> &all, Sets &sets)
{
    QHash<QByteArray, QList<qsizetype>> brought;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const auto &token : all[i].raw) {
            if (token.role == TokenRole::Issued)
                continue;
            if (sets.isRoot(i)) {
                brought[token.value].append(i);
                continue;
            }
            QList<qsizetype> running;
            for (const auto root : brought.value(token.value)) {
                if (within(all[i].hop, all[root].hop, clockSlackMs))
                    running << root;
            }
            if (running.size() == 1)
                sets.uniteIfFitting(running.first(), i);
        }
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
    uniteByUserToken(all, sets);
    uniteIssueWithUse(all, sets);
    uniteNested(all, sets);
    const auto uncertain = attachByTime(sets);
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
