// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/editfile.h"

#include <QString>

namespace tokentrail::cap {

enum class GitState : quint8 {
    NoRepository,
    Ignored,
    Visible, // git would take the file in with the next `git add`
    Tracked, // git has it already: ignoring it changes nothing
};

// How git stands to a file of that folder, which need not be there yet: by the .gitignore files
// from the root of the repository down and .git/info/exclude (gitignore(5)), and by the index. The
// user's own core.excludesFile does not count, since nobody else has it. Runs no git.
GitState gitStateOf(const QString &folder, const QString &fileName);

// Whether the .gitignore files from root down to the file ignore it. path is relative to root.
bool isIgnoredBelow(const QString &root, const QString &path);

// The edit of the folder's .gitignore that makes git ignore the file: a line at its end, which is
// stronger than all before it. An error where the file cannot be read or is a link, which git does
// not follow.
struct IgnoreEdit
{
    text::FileSnapshot before;
    QByteArray after;
};
Result<IgnoreEdit> ignoreEdit(const QString &folder, const QString &fileName);

} // namespace tokentrail::cap
