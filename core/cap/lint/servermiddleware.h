// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint/jssource.h"
#include "core/cap/lint/report.h"

namespace tokentrail::cap::lint {

// Paths and functions given to app.use() and its like.
void checkMiddlewares(Report &report, const JsSource &source);

} // namespace tokentrail::cap::lint
