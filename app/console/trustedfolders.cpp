// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/trustedfolders.h"

#include <QFileInfo>
#include <QSettings>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

const auto trustedKey = u"project/trusted"_s;

QStringList foldersIn(const QString &settingsFile)
{
    if (settingsFile.isEmpty())
        return {};
    return QSettings(settingsFile, QSettings::IniFormat).value(trustedKey).toStringList();
}

void keep(const QString &settingsFile, const QStringList &folders)
{
    if (!settingsFile.isEmpty())
        QSettings(settingsFile, QSettings::IniFormat).setValue(trustedKey, folders);
}

QString pathOf(const QString &folder)
{
    return QFileInfo(folder).canonicalFilePath();
}

} // namespace

bool TrustedFolders::contains(const QString &folder) const
{
    const auto path = pathOf(folder);
    return !path.isEmpty() && foldersIn(m_settingsFile).contains(path);
}

void TrustedFolders::add(const QString &folder)
{
    auto folders = foldersIn(m_settingsFile);
    const auto path = pathOf(folder);
    if (path.isEmpty() || folders.contains(path))
        return;
    folders << path;
    keep(m_settingsFile, folders);
}

void TrustedFolders::remove(const QString &folder)
{
    auto folders = foldersIn(m_settingsFile);
    folders.removeAll(pathOf(folder));
    keep(m_settingsFile, folders);
}

} // namespace tokentrail::console
