// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/findingsdesk.h"

#include "core/text/editfile.h"
#include "core/text/patch.h"
#include "ui/widgets/seams.h"

#include <QDir>
#include <QSettings>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

const QString notMineKey = u"findings/notMine"_s;

QString keyOf(const BookedTrail &booked, const diagnosis::Finding &finding)
{
    return finding.id + u'|' + booked.title();
}

} // namespace

FindingsDesk::FindingsDesk(Workbench &bench,
                           TrailBook &book,
                           const QString &settingsFile,
                           QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_book(book)
    , m_settingsFile(settingsFile)
{
    if (!settingsFile.isEmpty()) {
        const auto kept =
            QSettings(settingsFile, QSettings::IniFormat).value(notMineKey).toStringList();
        m_notMine = QSet<QString>(kept.begin(), kept.end());
    }
    bench.window().addPage(tr("Findings"), 3, [this] { return makePage(); });
    connect(&book, &TrailBook::changed, this, &FindingsDesk::refresh);
}

QWidget *FindingsDesk::makePage()
{
    m_page = new ui::FindingsPage(m_bench.seams());
    connect(m_page, &ui::FindingsPage::notMineChanged, this, &FindingsDesk::setNotMine);
    connect(m_page, &ui::FindingsPage::applyRequested, this, &FindingsDesk::apply);
    connect(m_page, &ui::FindingsPage::assignmentRequested, &m_bench, &Workbench::assignmentWanted);
    connect(m_page,
            &ui::FindingsPage::hopRequested,
            this,
            [this](const QString &entryId, const QString &hopId) {
                m_book.showHop(m_places.value(entryId).trailId, hopId);
            });
    refresh();
    return m_page;
}

void FindingsDesk::refresh()
{
    if (!m_page)
        return;
    m_places.clear();
    QList<ui::FindingEntry> entries;
    QHash<QString, qsizetype> newest; // by key: where the same was listed already
    const auto &trails = m_book.trails();
    for (auto booked = trails.crbegin(); booked != trails.crend(); ++booked) {
        const auto call = tr("%1 · %2").arg(booked->title(), booked->detail());
        for (const auto &finding : booked->diagnosis.findings) {
            const auto key = keyOf(*booked, finding);
            if (newest.contains(key)) { // the same call, made again
                entries[newest.value(key)].alsoIn << booked->detail();
                continue;
            }
            const auto id = QString(booked->id + u'/' + finding.id);
            newest.insert(key, entries.size());
            m_places.insert(id, {booked->id, finding, key});
            entries.append(
                {id, finding, call, booked->diagnosis.notVisible, {}, m_notMine.contains(key)});
        }
    }
    m_page->setFindings(entries);
}

void FindingsDesk::setNotMine(const QString &entryId, bool notMine)
{
    const auto key = m_places.value(entryId).key;
    if (notMine)
        m_notMine.insert(key);
    else
        m_notMine.remove(key);
    if (!m_settingsFile.isEmpty())
        QSettings(m_settingsFile, QSettings::IniFormat)
            .setValue(notMineKey, QStringList(m_notMine.values()));
    refresh();
}

void FindingsDesk::apply(const QString &entryId)
{
    const auto diff = m_places.value(entryId).finding.fix.edit.toUtf8();
    m_bench.seams().askFolder(
        m_page, tr("The folder of the project"), {}, [this, diff](const QString &folder) {
            if (!folder.isEmpty())
                applyIn(folder, diff);
        });
}

void FindingsDesk::applyIn(const QString &folder, const QByteArray &diff)
{
    const auto patches = text::readPatch(diff);
    if (!patches)
        return m_page->tellError(patches.error().toString());
    QStringList written;
    for (const auto &patch : *patches) {
        const auto before = text::readForEdit(QDir(folder).filePath(patch.file));
        if (!before)
            return m_page->tellError(before.error().toString());
        const auto after = text::applyPatch(patch, before->content);
        if (!after)
            return m_page->tellError(after.error().toString());
        if (const auto done = text::writeEdited(*before, *after); !done)
            return m_page->tellError(done.error().toString());
        written << patch.file;
    }
    m_page->tell(tr("Changed: %1. Restart the service and call again.").arg(written.join(u", "_s)));
}

} // namespace tokentrail::console
