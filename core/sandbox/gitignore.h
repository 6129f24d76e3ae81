// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tokentrail::sandbox {

enum class GitState { NoRepository, Ignored, Visible };

// Whether git would leave a file alone that lies directly in that folder: by the .gitignore files
// from the root of the repository down to the folder (gitignore(5)). Runs no git.
GitState gitStateOf(const QString &folder, const QString &fileName);

// Whether one line of a .gitignore is about the path, relative to the file's own folder.
// Comments and empty lines are about nothing; a leading "!" is for the caller to see.
bool gitPatternMatches(QString pattern, const QString &relativePath);

} // namespace tokentrail::sandbox
