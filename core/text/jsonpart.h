// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::text {

// Reads the one value that stands in this part of a text, so many containers deep; its spans and
// the places of errors are those of the whole text.
Result<Json>
parseJsonPart(const QByteArray &source, Span part, int depth, const QString &file = {});

} // namespace tokentrail::text
