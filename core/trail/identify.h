// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/trail/hop.h"

namespace tokentrail::trail {

// Sets who authenticated the call and for whom it is done, by the kind of the hop.
void identify(Hop &hop, const http::Exchange &exchange);

} // namespace tokentrail::trail
