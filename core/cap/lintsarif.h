// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint.h"

namespace tokentrail::cap {

// SARIF 2.1.0, as code scanners read it; files are relative to %SRCROOT%, the project's folder.
text::Json toSarif(const LintReport &report);

} // namespace tokentrail::cap
