// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/trail/hop.h"

namespace tokentrail::trail {

// Exchanges of any number of observers in, trails out: newest trail last. Pure: the same input
// gives the same ids. Exchanges seen at both ends become one hop; hops are linked by evidence;
// hops that should have followed are added as expected.
QList<Trail> buildTrails(const QList<http::Exchange> &exchanges);

} // namespace tokentrail::trail
