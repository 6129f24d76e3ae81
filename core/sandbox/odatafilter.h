// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QStringList>

#include <functional>

namespace tokentrail::sandbox {

// Compares as OData does: numbers as numbers, everything else as text; null only equals null.
int compareValues(const text::Json &left, const text::Json &right);

// A literal of a URI: 'it''s', 42, 1.5, true, null, datetime'2026-01-01T00:00:00', guid'…'. A
// datetime comes back as V2's JSON has it: "/Date(ms)/".
Result<text::Json> parseODataLiteral(QStringView literal);

// $filter: comparisons with eq, ne, gt, ge, lt, le, joined by and, or, not and brackets;
// substringof, contains, startswith, endswith.
Result<std::function<bool(const text::Json &row)>> parseODataFilter(const QString &filter,
                                                                    const QStringList &columns);

} // namespace tokentrail::sandbox
