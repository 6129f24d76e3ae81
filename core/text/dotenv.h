// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <vector>

namespace tokentrail::text {

struct DotenvEntry
{
    QString name;
    QString value; // as it becomes an environment variable
    qsizetype offset = 0; // of the name, in bytes
};

// Reads .env and default-env.json as @sap/cds does: KEY=VALUE lines without inline comments, or,
// where the text starts with a brace, strict JSON whose values become JSON text unless they are
// strings. Of two entries with one name the last counts.
Result<std::vector<DotenvEntry>> parseDotenv(const QByteArray &source, const QString &file = {});

} // namespace tokentrail::text
