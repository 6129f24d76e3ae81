// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::ctl {

// A list of the sandbox for people: one line each. kind: "app", "user", …
QString sandboxListText(const QString &kind, const text::Json &list);

} // namespace tokentrail::ctl
