// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/sets.h"

namespace tokentrail::trail {

constexpr qint64 clockSlackMs = 250; // between clocks of observers

// Gives what carries no id to the call that ran at that time. Returns the calls whose hops
// another call could own just as well.
QSet<qsizetype> attachByTime(Sets &sets);

} // namespace tokentrail::trail
