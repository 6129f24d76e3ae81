// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/observer.h"

#include "core/trail/trailbuilder.h"

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {
constexpr int pauseMs = 50;
constexpr int maxLooks = 6; // 300 ms in all
constexpr qint64 earlierMs = 10 * 60 * 1'000; // as long as destinations stay in caches

bool holds(const trail::Trail &trail, const QString &exchangeId)
{
    return std::any_of(trail.hops.cbegin(), trail.hops.cend(), [&](const trail::Hop &hop) {
        return hop.exchangeIds.contains(exchangeId);
    });
}
} // namespace

Observer::Observer(QList<http::Exchange> own, QList<RunningSandbox> sandboxes, QObject *parent)
    : QObject(parent)
    , m_own(std::move(own))
    , m_sandboxes(std::move(sandboxes))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Observer::look);
}

void Observer::start()
{
    nameCallees();
    append();
    m_again.start(0);
}

void Observer::nameCallees()
{
    for (auto &exchange : m_own) {
        for (const auto &sandbox : m_sandboxes) {
            if (exchange.callee.isEmpty())
                exchange.callee = sandbox.partyAt(exchange.authority);
        }
    }
}

void Observer::append()
{
    for (qsizetype i = 0; i < m_own.size(); ++i)
        m_own[i].id = u"c%1"_s.arg(i + 1);
    QList<RunningSandbox> reached;
    for (const auto &sandbox : m_sandboxes) {
        const auto ids = appendToJournal(sandbox, m_own);
        if (!ids)
            continue; // stopped in the meantime: its hops are not seen, the call was made all the same
        if (reached.isEmpty())
            m_ownIds = *ids;
        reached.append(sandbox);
    }
    m_sandboxes = reached;
    if (m_ownIds.isEmpty()) {
        for (const auto &exchange : m_own)
            m_ownIds << exchange.id;
    }
}

// The journal of the first sandbox holds ours too; of others only what we did not put there.
QList<http::Exchange> Observer::gather(qint64 sinceMs) const
{
    if (m_sandboxes.isEmpty())
        return m_own;
    QList<http::Exchange> all;
    for (const auto &sandbox : m_sandboxes) {
        const auto seen = readJournal(sandbox, sinceMs);
        if (!seen)
            continue;
        for (const auto &exchange : *seen) {
            if (all.isEmpty() || &sandbox == &m_sandboxes.constFirst()
                || exchange.observer != "console"_L1)
                all.append(exchange);
        }
    }
    return all.isEmpty() ? m_own : all;
}

// A party of the sandbox records before it answers, so there its hops are complete at once. Of
// another service nobody knows what it still does: its hops must have come to rest.
bool Observer::isComplete(const QList<http::Exchange> &seen)
{
    if (m_sandboxes.isEmpty() || m_own.isEmpty() || ++m_looks >= maxLooks)
        return true;
    const auto &last = m_own.constLast();
    const bool known =
        std::any_of(m_sandboxes.cbegin(), m_sandboxes.cend(), [&](const auto &sandbox) {
            return !sandbox.partyAt(last.authority).isEmpty();
        });
    return known || seen.size() == m_seenBefore;
}

void Observer::look()
{
    if (m_own.isEmpty())
        return end();
    const auto start = m_own.constFirst().startMs;
    auto seen = gather(start);
    if (!isComplete(seen)) {
        m_seenBefore = seen.size();
        m_again.start(pauseMs);
        return;
    }
    m_observation = observe(seen);
    // What came before explains a failure (a warm cache, an open breaker), and only that.
    const bool healthy = m_own.constLast().response.status < 400 && !m_own.constLast().failure
        && m_observation.trail.loss == trail::LossPlace::NotLost;
    if (!healthy && !m_sandboxes.isEmpty())
        m_observation = observe(gather(start - earlierMs));
    end();
}

Observation Observer::observe(const QList<http::Exchange> &exchanges) const
{
    Observation observation;
    const auto trails = trail::buildTrails(exchanges);
    for (const auto &trail : trails) {
        if (holds(trail, m_ownIds.constLast())) {
            observation.trail = trail;
            break;
        }
        observation.earlier.append(trail);
    }
    return observation;
}

void Observer::end()
{
    Q_EMIT finished();
}

} // namespace tokentrail::ctl
