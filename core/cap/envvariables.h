// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/cap/environment.h"

namespace tokentrail::cap {

// The value that a variable's text stands for: JSON, true, false, a number, or the text itself.
EnvNodePtr variableValue(const QString &text, EnvOrigin origin);

// Lays the variables cds.a.b, cds_a_b and CDS_A_B over the configuration. An error: a variable
// below another one that is no object, which stops cds.
Result<void> addVariables(const EnvNodePtr &config, const Environment &environment);

} // namespace tokentrail::cap
