// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tokentrail::text {

// A text as one field of a line of CSV (RFC 4180), or as one cell of a table in Markdown.
QByteArray csvField(const QString &text);
QByteArray markdownField(QString text);

} // namespace tokentrail::text
