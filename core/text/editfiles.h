// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/editfile.h"

#include <QStringList>

#include <vector>

namespace tokentrail::text {

struct FileEdit
{
    FileSnapshot before;
    QByteArray after;
};

// Edits that were written, and what takes them back.
struct WrittenEdits
{
    std::vector<FileEdit> edits;
    QStringList madeFolders; // the deepest last
};

// Writes all or none: where one cannot be written, those before it are taken back. Folders on the
// way are made.
Result<WrittenEdits> writeAll(const std::vector<FileEdit> &edits);

// Puts back what was there; folders that were made go where nothing else lies in them. Conflict,
// and nothing taken back, where a file no longer holds what was written.
Result<void> takeAllBack(const WrittenEdits &written);

} // namespace tokentrail::text
