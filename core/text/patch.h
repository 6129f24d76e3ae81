// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tokentrail::text {

// What a unified diff does to one file. Line numbers in it are not believed.
struct FilePatch
{
    QString file; // below the folder that the diff is for, without a/ and b/
    struct Hunk
    {
        QList<QByteArray> before; // context and removed lines, as they must be there
        QList<QByteArray> after;
    };
    QList<Hunk> hunks;
};

Result<QList<FilePatch>> readPatch(const QByteArray &unifiedDiff);

// The lines of every hunk must stand in the source exactly once; line ends are kept as they are.
Result<QByteArray> applyPatch(const FilePatch &patch, const QByteArray &source);

} // namespace tokentrail::text
