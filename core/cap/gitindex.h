// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace tokentrail::cap {

// Where git keeps what it knows of a work tree: mostly one folder, two for an added work tree.
struct GitFolders
{
    QString own; // with the index
    QString common; // with info/exclude and config
};
// dotGit is ".git" of a work tree: a folder, or a file that names one.
GitFolders gitFoldersOf(const QString &dotGit);

// Whether the index has the file (gitformat-index(5), versions 2 to 4). path is relative to the
// root of the work tree. An index that cannot be read has nothing.
bool isInIndex(const GitFolders &git, const QByteArray &path);

} // namespace tokentrail::cap
