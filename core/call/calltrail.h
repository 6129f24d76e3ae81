// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/trail/hop.h"

namespace tokentrail::call {

// Of the trails that these exchanges make the one that holds the call with this correlation id;
// the newest when none does.
trail::Trail trailOfCall(const QList<http::Exchange> &exchanges, const QString &correlationId);

} // namespace tokentrail::call
