// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/joinends.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace tokentrail::trail {

namespace {

constexpr qint64 slackMs = 1'500; // between clocks, when nothing but time speaks
constexpr qint64 knownSlackMs = 60'000; // when a correlation id or an issued token says so

QByteArray wire(const Understood &one)
{
    return one.hop.request.method + ' ' + one.hop.request.target;
}

// What has to be the same at both ends, computed once.
struct Marks
{
    QByteArray sent; // tokens of the request
    QByteArray issued; // the token that the answer hands out
};

Marks marksOf(const Understood &one)
{
    Marks marks;
    QList<QByteArray> sent;
    for (const auto &token : one.raw) {
        if (token.role == TokenRole::Issued && marks.issued.isEmpty())
            marks.issued = token.value;
        else if (token.role != TokenRole::Issued && token.role != TokenRole::Code)
            sent.append(token.value);
    }
    std::sort(sent.begin(), sent.end());
    marks.sent = sent.join(' ');
    return marks;
}

bool overlap(const Hop &a, const Hop &b, qint64 slack)
{
    const auto endOf = [](const Hop &hop) {
        return std::max(hop.endMs, hop.startMs);
    };
    return a.startMs <= endOf(b) + slack && b.startMs <= endOf(a) + slack;
}

// The login window knows of a redirect, and not its status.
const auto statusUnseen = QStringLiteral("statusUnseen");

bool sameStatus(const Hop &a, const Hop &b)
{
    const auto first = a.response.status;
    const auto second = b.response.status;
    if (first == 0 || second == 0 || first == second)
        return true;
    const bool unseen = a.notes.contains(statusUnseen) || b.notes.contains(statusUnseen);
    return unseen && first / 100 == 3 && second / 100 == 3;
}

bool sameExchange(const Hop &a, const Marks &marksA, const Hop &b, const Marks &marksB)
{
    if (!overlap(a, b, knownSlackMs) || a.observedBy == b.observedBy)
        return false;
    if (!sameStatus(a, b))
        return false;
    const bool bothCorrelated = !a.correlationId.isEmpty() && !b.correlationId.isEmpty();
    if (bothCorrelated && a.correlationId != b.correlationId)
        return false;
    if (marksA.sent != marksB.sent
        || (!marksA.issued.isEmpty() && !marksB.issued.isEmpty() && marksA.issued != marksB.issued))
        return false;
    const bool known = bothCorrelated || !marksA.issued.isEmpty();
    return known || overlap(a, b, slackMs);
}

void takeOver(Understood &callee, const Understood &caller)
{
    auto &hop = callee.hop;
    const auto &other = caller.hop;
    hop.from = other.from;
    hop.observedBy.prepend(other.observedBy.first());
    hop.exchangeIds.prepend(other.exchangeIds.first());
    if (hop.response.status == 0) {
        hop.response = other.response;
        hop.failure = other.failure;
    }
    if (hop.endMs == 0)
        hop.endMs = other.endMs;
    if (hop.correlationId.isEmpty())
        hop.correlationId = other.correlationId;
    if (hop.tokens.size() < other.tokens.size()) {
        hop.tokens = other.tokens;
        callee.raw = caller.raw;
    }
    if (!hop.subject.isUser)
        hop.subject = other.subject;
    if (hop.actor.kind == ActorKind::None)
        hop.actor = other.actor;
    for (const auto &note : other.notes.members()) {
        if (note.name != statusUnseen && !hop.notes.contains(note.name))
            hop.notes.set(note.name, note.value);
    }
    if (callee.parentExchangeId.isEmpty())
        callee.parentExchangeId = caller.parentExchangeId;
}

struct Pair
{
    qsizetype caller = 0;
    qsizetype callee = 0;
    qint64 distance = 0;
};

// Of several exchanges that look alike those belong together that started closest.
QList<Pair> pairsOf(const QList<Understood> &all)
{
    QHash<QByteArray, QList<qsizetype>> callees;
    QList<Marks> marks;
    for (qsizetype i = 0; i < all.size(); ++i) {
        marks.append(marksOf(all[i]));
        if (!all[i].byCaller)
            callees[wire(all[i])].append(i);
    }
    QList<Pair> pairs;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all[i].byCaller)
            continue;
        const auto &hop = all[i].hop;
        const auto same = callees.value(wire(all[i]));
        for (const auto j : same) {
            if (sameExchange(hop, marks[i], all[j].hop, marks[j]))
                pairs.append({i, j, qAbs(hop.startMs - all[j].hop.startMs)});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) {
        return a.distance < b.distance;
    });
    return pairs;
}

} // namespace

QList<Understood> joinEnds(QList<Understood> all)
{
    QSet<qsizetype> taken;
    QSet<qsizetype> gone;
    for (const auto &pair : pairsOf(all)) {
        if (taken.contains(pair.caller) || taken.contains(pair.callee))
            continue;
        taken << pair.caller << pair.callee;
        gone << pair.caller;
        takeOver(all[pair.callee], all[pair.caller]);
    }
    QList<Understood> out;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!gone.contains(i))
            out.append(all[i]);
    }
    return out;
}

void findCloudConnector(QList<Understood> &all)
{
    for (qsizetype i = 0; i < all.size(); ++i) {
        auto &hop = all[i].hop;
        if (hop.kind != HopKind::Backend || hop.observedBy.size() > 1)
            continue;
        for (qsizetype j = i - 1; j >= 0; --j) {
            const auto &proxied = all[j].hop;
            if (hop.startMs - proxied.startMs > knownSlackMs)
                break;
            const bool open = proxied.endMs == 0 || hop.startMs <= proxied.endMs;
            if (proxied.kind != HopKind::Proxy || !open
                || proxied.correlationId != hop.correlationId
                || proxied.request.path() != hop.request.path())
                continue;
            hop.from = Party::CloudConnector;
            break;
        }
    }
}

} // namespace tokentrail::trail
