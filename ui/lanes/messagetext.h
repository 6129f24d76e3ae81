// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <QString>

namespace tokentrail::ui {

// Messages as text to read. What they are given is redacted already.
QString prettyBody(const http::Headers &headers, const QByteArray &body); // indented where JSON
QString rawBody(const QByteArray &body); // as it came; says so when it is no text
QString headerText(const http::Headers &headers);
QString requestText(const http::Request &request, const QString &url);
QString responseText(const http::Response &response, const QString &failure);

// "Name: value" lines. What has no colon is left out.
http::Headers headersFromText(const QString &text);

constexpr qsizetype shownBytes = 1024 * 1024; // of a body; more is cut, and said

} // namespace tokentrail::ui
