// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/trailsdesk.h"

#include "ui/call/callpage.h"
#include "ui/widgets/seams.h"

#include <QFile>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageDigit = 2;
constexpr qint64 largestFile = 256LL * 1024 * 1024;

ui::TrailEntry entryOf(const BookedTrail &booked)
{
    return {booked.id,
            booked.title(),
            booked.detail(),
            !booked.worked() && !booked.trail.hops.isEmpty(),
            booked.trail,
            booked.diagnosis,
            booked.guided};
}

} // namespace

TrailsDesk::TrailsDesk(Workbench &bench, TrailBook &book, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_book(book)
{
    bench.window().addPage(tr("Trails"), pageDigit, [this] { return makePage(); });
    auto *open = bench.window().addCommand(tr("Open a trail, a HAR or a log…"),
                                           QKeySequence(Qt::CTRL | Qt::Key_O));
    connect(open, &QAction::triggered, this, [this] { Q_EMIT shownPage()->openRequested(); });
    auto *compare = bench.window().addCommand(tr("Compare the call with the last that worked"),
                                              QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(compare, &QAction::triggered, this, &TrailsDesk::compareLast);
    connect(
        bench.window().callPage(), &ui::CallPage::compareRequested, this, &TrailsDesk::compareLast);
    connect(&book, &TrailBook::changed, this, &TrailsDesk::refresh);
    connect(&book, &TrailBook::hopWanted, this, &TrailsDesk::showHop);
}

QWidget *TrailsDesk::makePage()
{
    m_page = new ui::TrailsPage(m_bench.seams());
    connect(m_page, &ui::TrailsPage::openRequested, this, [this] {
        m_bench.seams().askOpenFile(
            m_page,
            tr("Open a trail, a HAR or a log"),
            tr("Trails, HAR, logs (*.json *.har *.log *.txt);;All files (*)"),
            [this](const QString &file) {
                if (!file.isEmpty())
                    openFiles({file});
            });
    });
    connect(m_page, &ui::TrailsPage::filesDropped, this, &TrailsDesk::openFiles);
    connect(m_page, &ui::TrailsPage::compareRequested, this, &TrailsDesk::compare);
    connect(m_page, &ui::TrailsPage::assignmentRequested, &m_bench, &Workbench::assignmentWanted);
    refresh();
    return m_page;
}

ui::TrailsPage *TrailsDesk::shownPage()
{
    m_bench.window().showPage(pageDigit);
    return m_page;
}

void TrailsDesk::refresh()
{
    const auto *last = m_book.last();
    m_bench.window().callPage()->setComparable(last && m_book.lastWorkedBefore(last->id));
    if (!m_page)
        return;
    QList<ui::TrailEntry> entries;
    for (const auto &booked : m_book.trails())
        entries.prepend(entryOf(booked));
    m_page->setTrails(entries);
}

void TrailsDesk::showHop(const QString &id, const QString &hopId)
{
    shownPage()->showTrail(id, hopId);
}

void TrailsDesk::compare(const QString &id, const QString &otherId)
{
    const auto *first = m_book.find(id);
    const auto *second = m_book.find(otherId);
    if (!first || !second)
        return;
    // The one that worked stands first; of two alike the older one.
    const bool swapped =
        first->worked() == second->worked() ? second->whenMs < first->whenMs : second->worked();
    if (swapped)
        std::swap(first, second);
    auto *page = shownPage();
    page->showTrail(id);
    page->showPair(
        {entryOf(*first), entryOf(*second), trail::compareTrails(first->trail, second->trail)});
}

void TrailsDesk::compareLast()
{
    const auto *last = m_book.last();
    const auto *worked = last ? m_book.lastWorkedBefore(last->id) : nullptr;
    if (worked)
        return compare(last->id, worked->id);
    shownPage()->tell(last ? tr("No other call of this run worked yet, so there is none to compare "
                                "with.")
                           : tr("No call was made yet."));
}

void TrailsDesk::openFiles(const QStringList &files)
{
    auto *page = shownPage();
    for (const auto &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            page->tell(tr("%1 cannot be read: %2.").arg(name, file.errorString()));
            continue;
        }
        if (file.size() > largestFile) {
            page->tell(tr("%1 is larger than 256 MB. The command line reads it: tokentrailctl "
                          "diagnose.")
                           .arg(name));
            continue;
        }
        const auto added = m_book.open(file.readAll(), name);
        if (!added)
            page->tell(added.error().toString());
        else if (added->isEmpty())
            page->tell(tr("%1 holds no call.").arg(name));
        else
            page->showTrail(added->constLast());
    }
}

} // namespace tokentrail::console
