// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csnexpression.h"

#include <optional>

namespace tokentrail::cap {

// A $filter as a condition; nothing where it says what CDL has no words for here.
std::optional<Tokens> conditionOf(const QString &filter);

} // namespace tokentrail::cap
