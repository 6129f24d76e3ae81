// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::cap {

// A configuration value fit to be seen: passwords, client secrets, keys and tokens as dots.
// `path` is where the value stands ("requires.auth"), since a user that is a plain text is its
// own password.
text::Json maskedConfig(const text::Json &value, const QString &path);

// The text of a JSON or YAML file with dots in place of its secrets, otherwise byte for byte; for showing
// changes. A secret that stands in neither place of `before` is marked as new.
QByteArray maskedConfigText(const QByteArray &text, const QByteArray &before);

} // namespace tokentrail::cap
