// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::console {

// What a file holds that tells of a call: trails, or the lines of a log. Redacted on reading.
struct TrailFile
{
    QList<trail::Trail> trails;
    QStringList logLines;
    QStringList failures = {}; // those of them that tell of one which nothing mended
    bool logEndsWell = false; // it tells of success after the last failure
};

// The JSON of "trail export" and of "sandbox trail", a HAR, or a log. Known by its content.
Result<TrailFile> readTrailFile(const QByteArray &content, const QString &name);

} // namespace tokentrail::console
