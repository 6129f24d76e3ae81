// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"

#include <QByteArray>

namespace tokentrail::oauth {

// Proof key for code exchange (RFC 7636), method S256 alone.
struct Pkce
{
    Secret verifier; // 43 characters
    QByteArray challenge;
};

Pkce makePkce();
QByteArray challengeOf(QByteArrayView verifier); // §4.2
bool isVerifier(QByteArrayView text); // §4.1: 43 to 128 unreserved characters

// Random bytes as base64url, which survives servers that forget to encode what they send back.
QByteArray randomWord(int bytes = 32);

} // namespace tokentrail::oauth
