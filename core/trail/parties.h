// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/trail/hop.h"

namespace tokentrail::trail {

struct Ends
{
    Party from = Party::Unknown;
    Party to = Party::Unknown;
};

// Who called whom: as recorded, else guessed from what peers are known to send.
Ends endsOf(const http::Exchange &exchange, HopKind kind);

} // namespace tokentrail::trail
