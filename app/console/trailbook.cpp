// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/trailbook.h"

#include "app/console/trailfile.h"
#include "core/diagnosis/diagnose.h"
#include "core/trail/trailbuilder.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonMs = 400; // a call is recorded piece by piece

qint64 startOf(const trail::Trail &trail)
{
    return trail.hops.isEmpty() ? 0 : trail.hops.constFirst().startMs;
}

int statusOf(const trail::Trail &trail)
{
    const auto *root = trail.hop(trail.rootHopId);
    if (!root && !trail.hops.isEmpty())
        root = &trail.hops.constFirst();
    return root ? root->response.status : 0;
}

QString pathOf(const trail::Trail &trail)
{
    const auto *root = trail.hop(trail.rootHopId);
    return root ? QString::fromUtf8(root->request.path()) : QString();
}

QString destinationOf(const trail::Trail &trail)
{
    for (const auto &hop : trail.hops) {
        if (!hop.destination.isEmpty())
            return hop.destination;
    }
    return {};
}

} // namespace

bool BookedTrail::worked() const
{
    return status > 0 && status < 400 && trail.loss == trail::LossPlace::NotLost;
}

QString BookedTrail::title() const
{
    return trail.title.isEmpty() ? source : trail.title;
}

QString BookedTrail::detail() const
{
    if (trail.hops.isEmpty())
        return TrailBook::tr("a log, no hops · %1").arg(source);
    const auto answer = status == 0 ? TrailBook::tr("no answer") : QString::number(status);
    const auto time = QDateTime::fromMSecsSinceEpoch(whenMs).toString(u"HH:mm:ss"_s);
    return TrailBook::tr("%1 · %2 · %3").arg(answer, time, source);
}

TrailBook::TrailBook(Workbench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(soonMs);
    connect(m_soon, &QTimer::timeout, this, &TrailBook::gatherOthers);
    connect(&bench, &Workbench::landscapeChanged, this, &TrailBook::watchSandbox);
    connect(&bench, &Workbench::outcomeTaken, this, &TrailBook::takeOutcome);
}

void TrailBook::watchSandbox()
{
    auto *sandbox = m_bench.sandbox();
    auto *journal = sandbox ? &sandbox->journal() : nullptr;
    if (journal == m_watched)
        return;
    m_watched = journal;
    if (journal)
        connect(journal, &http::Journal::appended, m_soon, qOverload<>(&QTimer::start));
}

diagnosis::Case TrailBook::caseOf(const trail::Trail &trail) const
{
    diagnosis::Case input;
    input.trail = trail;
    input.key = m_bench.place().appKey;
    input.keys = m_bench.place().keys;
    for (const auto &one : m_trails) {
        if (one.whenMs < startOf(trail))
            input.earlier.append(one.trail);
    }
    return input;
}

void TrailBook::understand(BookedTrail &booked) const
{
    const auto input = caseOf(booked.trail);
    booked.diagnosis = diagnosis::diagnose(input);
    booked.guided = diagnosis::guidedChecks(input);
}

void TrailBook::add(BookedTrail booked)
{
    booked.id = u"trail-%1"_s.arg(++m_lastId);
    booked.status = statusOf(booked.trail);
    if (booked.whenMs == 0)
        booked.whenMs = startOf(booked.trail);
    m_trails.append(booked);
}

void TrailBook::takeOutcome(const ui::CallOutcome &outcome)
{
    BookedTrail booked;
    booked.trail = outcome.trail;
    booked.diagnosis = outcome.diagnosis;
    booked.guided = diagnosis::guidedChecks(caseOf(outcome.trail));
    booked.source = tr("this window");
    booked.own = true;
    booked.whenMs = m_bench.clock().nowMs();
    for (const auto &hop : outcome.trail.hops) {
        for (const auto &id : hop.exchangeIds)
            m_ownExchanges.insert(id);
    }
    add(booked);
    m_trails.last().status = outcome.response.status;
    gatherOthers();
}

void TrailBook::gatherOthers()
{
    QList<http::Exchange> others;
    if (m_watched) {
        for (const auto &exchange : m_watched->exchanges()) {
            if (!m_ownExchanges.contains(exchange.id))
                others.append(exchange);
        }
    }
    // A trail grows while its call runs: it is known again by its first exchange.
    const auto firstOf = [](const trail::Trail &trail) {
        return trail.hops.isEmpty() ? QString() : trail.hops.constFirst().exchangeIds.value(0);
    };
    const auto another = tr("another client");
    m_trails.removeIf([&](const BookedTrail &one) {
        return one.source == another && m_ownExchanges.contains(firstOf(one.trail));
    });
    for (const auto &trail : trail::buildTrails(others)) {
        const auto known = std::find_if(m_trails.begin(), m_trails.end(), [&](const auto &one) {
            return one.source == another && firstOf(one.trail) == firstOf(trail);
        });
        if (known == m_trails.end()) {
            BookedTrail booked;
            booked.trail = trail;
            booked.source = another;
            understand(booked);
            add(booked);
        } else if (known->trail.hops.size() != trail.hops.size()) {
            known->trail = trail;
            understand(*known);
            known->status = statusOf(trail);
        }
    }
    std::stable_sort(m_trails.begin(), m_trails.end(), [](const auto &one, const auto &other) {
        return one.whenMs < other.whenMs;
    });
    Q_EMIT changed();
}

const BookedTrail *TrailBook::find(const QString &id) const
{
    const auto found = std::find_if(
        m_trails.cbegin(), m_trails.cend(), [&](const auto &one) { return one.id == id; });
    return found == m_trails.cend() ? nullptr : &*found;
}

const BookedTrail *TrailBook::last() const
{
    const auto found =
        std::find_if(m_trails.crbegin(), m_trails.crend(), [](const auto &one) { return one.own; });
    return found == m_trails.crend() ? nullptr : &*found;
}

const BookedTrail *TrailBook::lastWorkedBefore(const QString &id) const
{
    const auto *of = find(id);
    if (!of)
        return nullptr;
    const BookedTrail *best = nullptr;
    auto bestRank = 0;
    for (const auto &one : m_trails) {
        if (&one == of || !one.worked() || one.trail.rootHopId.isEmpty())
            continue;
        auto rank = 1;
        if (destinationOf(one.trail) == destinationOf(of->trail))
            rank = 2;
        if (pathOf(one.trail) == pathOf(of->trail))
            rank = 3;
        if (rank >= bestRank) { // the newest of the nearest
            best = &one;
            bestRank = rank;
        }
    }
    return best;
}

Result<QStringList> TrailBook::open(const QByteArray &content, const QString &name)
{
    const auto read = readTrailFile(content, name);
    if (!read)
        return read.error();
    QStringList ids;
    const auto source = QFileInfo(name).fileName();
    for (const auto &trail : read->trails) {
        BookedTrail booked;
        booked.trail = trail;
        booked.source = source;
        understand(booked);
        add(booked);
        ids << m_trails.constLast().id;
    }
    if (!read->logLines.isEmpty()) {
        diagnosis::Case input;
        input.logLines = read->failures;
        input.logEndsWell = read->logEndsWell;
        BookedTrail booked;
        booked.diagnosis = diagnosis::diagnose(input);
        booked.source = source;
        booked.whenMs = m_bench.clock().nowMs();
        add(booked);
        ids << m_trails.constLast().id;
    }
    Q_EMIT changed();
    return ids;
}

void TrailBook::showHop(const QString &id, const QString &hopId)
{
    Q_EMIT hopWanted(id, hopId);
}

} // namespace tokentrail::console
