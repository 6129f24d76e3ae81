// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

// The person the call was made for, as far as the hops say: of the call into the service, or of
// whoever was carried to proxy or backend where that call was not seen.
Subject userOf(const Trail &trail);

// Sets user, loss and lossHopId. A technical caller on a destination that wants none is healthy.
void findLoss(Trail &trail);

// Whom the backend took the caller for: its note, or LastChangedByUser in what it answered.
QString backendUserOf(const Hop &hop);

} // namespace tokentrail::trail
