// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"
#include "core/trail/hop.h"

namespace tokentrail::trail {

// A token as it stood in an exchange. Stays in memory; hops keep what tokenSeen() makes of it.
struct RawToken
{
    TokenRole role = TokenRole::Bearer;
    QByteArray value;
};

QList<RawToken> tokensIn(const http::Exchange &exchange); // of the request first
TokenSeen tokenSeen(const RawToken &token);
const TokenSeen *tokenWithRole(const Hop &hop, TokenRole role); // null when there is none

} // namespace tokentrail::trail
