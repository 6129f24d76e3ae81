// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

namespace tokentrail::sandbox {

// One line each way; see control.h.
QByteArray requestLine(const QString &verb, const text::Json &arguments);
QByteArray answerLine(const Result<text::Json> &result);
Result<text::Json> readAnswerLine(const QByteArray &line);

} // namespace tokentrail::sandbox
