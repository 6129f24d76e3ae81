// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/facts.h"

namespace tokentrail::diagnosis::rules {

// The hop at which a person was wanted and missed; null where nobody was.
const trail::Hop *whereMissed(const Facts &facts);
// The place is no surer than the loss itself.
double certaintyOfLoss(const Facts &facts, const trail::Hop &missedAt);

} // namespace tokentrail::diagnosis::rules
