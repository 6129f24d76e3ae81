// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/tokenfetch.h"

namespace tokentrail::call {

constexpr qint64 renewBeforeSeconds = 60;

// Whether it can get its next token without anybody: by a refresh token, or by what it was got
// with, where that is kept.
bool canRenew(const Session &session);
// It has no token, or one that ends within a minute.
bool isDue(const Session &session, qint64 nowSeconds);

// What to ask for with the key that the session was got with; or why nothing can be asked for.
Result<TokenFetchInput>
renewalOf(const Session &session, const xsuaa::ServiceKey &key, const http::TlsSettings &tls);

// The same identity with the new token.
Session renewed(const Session &before, const Session &fresh);

} // namespace tokentrail::call
