// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/destination.h"

namespace tokentrail::destination {

// Which token a destination asks of its caller, to be told before anything is sent.
enum class TokenNeed {
    None, // any caller will do, also one without a token
    UserToken, // the token of a person; a technical one is refused on the way
    AnyToken, // is sent on as it is, whoever it belongs to
    RefreshToken,
    Unknown, // the authentication type is none that is known here
};

TokenNeed tokenNeedOf(const Destination &destination);
QString nameOf(TokenNeed need); // "none", "user-token", "any-token", "refresh-token", "unknown"

// "S4_PP needs the token of a person: PrincipalPropagation hands it to the Cloud Connector, …"
QString tokenNeedInWords(const Destination &destination);

} // namespace tokentrail::destination
