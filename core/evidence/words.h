// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QString>

namespace tokentrail::evidence {

// The texts in a JSON value, one a line; what was asked and by whom (headers of a request) left
// out.
QString textsIn(const text::Json &json);

// A body or message for people: JSON by its texts, HTML and XML with their entities resolved.
QString plainWords(const QByteArray &document);

// What a person sees of markup: no tags, scripts, styles or comments. Text without any stays.
QString withoutMarkup(const QString &text);

} // namespace tokentrail::evidence
