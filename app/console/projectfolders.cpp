// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/projectfolders.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecent = 8;
const auto recentKey = u"project/recent"_s;

} // namespace

void ProjectFolders::keepIn(const QString &settingsFile)
{
    m_settingsFile = settingsFile;
    if (!m_settingsFile.isEmpty())
        m_recent = QSettings(m_settingsFile, QSettings::IniFormat).value(recentKey).toStringList();
}

bool ProjectFolders::open(const QString &given)
{
    const QFileInfo info(given); // a package.json that was dropped stands for its folder
    const auto folder = info.isFile() ? info.absolutePath() : QDir(given).absolutePath();
    if (!QFileInfo(folder).isDir())
        return false;
    m_current = folder;
    m_recent.removeAll(folder);
    m_recent.prepend(folder);
    m_recent = m_recent.mid(0, mostRecent);
    if (!m_settingsFile.isEmpty())
        QSettings(m_settingsFile, QSettings::IniFormat).setValue(recentKey, m_recent);
    Q_EMIT opened(folder);
    return true;
}

QList<ui::Choice> ProjectFolders::recent() const
{
    QList<ui::Choice> choices;
    for (const auto &folder : m_recent)
        choices << ui::Choice{folder, QFileInfo(folder).fileName(), QString(), {}};
    return choices;
}

} // namespace tokentrail::console
