// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/rolesdesk.h"
#include "core/admin/document.h"
#include "ui/widgets/seams.h"

#include <QFile>
#include <QSaveFile>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestFile = 256 * 1024 * 1024;
}

// The half of the desk that is about files.

void RolesDesk::exportDirectory()
{
    if (!m_shown)
        return;
    m_bench.seams().askSaveFile(
        m_page,
        tr("Export roles and assignments"),
        u"roles.json"_s,
        tr("Everything as JSON (*.json);;Assignments as CSV (*.csv)"),
        [this](const QString &name) {
            if (name.isEmpty())
                return;
            const auto document = name.endsWith(".csv"_L1, Qt::CaseInsensitive)
                ? admin::toCsvDocument(*m_shown)
                : admin::toJsonDocument(*m_shown);
            QSaveFile file(name);
            if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size()
                || !file.commit())
                return m_page->tell(tr("%1 cannot be written: %2.").arg(name, file.errorString()),
                                    true);
            m_page->tell(tr("Written to %1.").arg(name), false);
        });
}

void RolesDesk::importDocument()
{
    if (!m_shown)
        return;
    m_bench.seams().askOpenFile(
        m_page,
        tr("Import roles and assignments"),
        tr("JSON or CSV (*.json *.csv)"),
        [this](const QString &name) {
            if (name.isEmpty())
                return;
            QFile file(name);
            if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
                return m_page->tell(tr("%1 cannot be read: %2.").arg(name, file.errorString()),
                                    true);
            const auto changes = admin::planFromDocument(*m_shown, file.readAll(), name);
            if (!changes)
                return m_page->tell(changes.error().toString(), true);
            if (changes->isEmpty())
                return m_page->tell(tr("Everything of %1 is there already.").arg(name), false);
            plan(*changes);
        });
}

} // namespace tokentrail::console
