// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/access.h"

namespace tokentrail::cap {

// The roles each of which alone would let in whom this request refuses, in the order of the model:
// what a role collection must hold. Empty where no role helps, it cannot be decided, or a role is
// held that grants the request and only its condition fails.
QStringList rolesThatWouldDo(const AccessModel &model, const AccessRequest &request);

} // namespace tokentrail::cap
