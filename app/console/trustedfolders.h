// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tokentrail::console {

// Folders whose code the user lets us run. Kept in the settings file; without one nothing is
// remembered. A folder is the one that its links lead to, and nothing below or above it.
class TrustedFolders
{
public:
    explicit TrustedFolders(const QString &settingsFile)
        : m_settingsFile(settingsFile)
    { }

    bool contains(const QString &folder) const;
    void add(const QString &folder);
    void remove(const QString &folder);

private:
    QString m_settingsFile;
};

} // namespace tokentrail::console
