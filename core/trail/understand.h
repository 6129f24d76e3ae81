// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/trail/hop.h"
#include "core/trail/tokens.h"

namespace tokentrail::trail {

// A hop with what is needed to compare it with others, and never leaves memory.
struct Understood
{
    Hop hop;
    QString parentExchangeId;
    bool byCaller = false; // recorded by the party that sent it
    QList<RawToken> raw;
};

// One exchange, by its own evidence: kind, parties, who and for whom. Ids and links come later.
Understood understand(const http::Exchange &exchange);

HopKind kindOf(const http::Exchange &exchange);
Plane planeOf(HopKind kind);

} // namespace tokentrail::trail
