// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

// Adds what should have followed and did not: a lost user leaves fewer requests, not bad ones.
// Earlier trails tell what may have been cached. nextId counts "e1", "e2", … over all trails.
void addExpectedHops(Trail &trail, const QList<Trail> &earlier, int &nextId);

} // namespace tokentrail::trail
