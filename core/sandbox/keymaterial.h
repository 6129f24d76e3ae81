// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"
#include "core/sandbox/certificates.h"
#include "core/text/json.h"

#include <QList>

namespace tokentrail::sandbox {

// A signing key that signs no more, while its tokens are still good.
struct RetiredKey
{
    jose::Jwk key;
    qint64 untilSeconds = 0;
};

// The keys of one sandbox. They persist: @sap/xssec never fetches a key set again for a key id
// that it does not know, so that new keys would mean a restart of every application.
struct KeyMaterial
{
    std::optional<jose::Jwk> signing; // RS256, with its key id
    QList<RetiredKey> retired; // newest first
    Certificate authority;
    Certificate server;
    Secret refreshSecret; // seals refresh tokens
    bool changed = false; // something was made anew and must be stored
};

// Makes what is missing and a server certificate that has less than 30 days to live. Takes a
// moment the first time; touches nothing outside, so that it may run in any thread.
Result<KeyMaterial> completeKeyMaterial(const text::Json &stored, qint64 nowSeconds);

// A new signing key. Tokens of the old one stay good for two hours (SAP help, "Rotate Signing
// Keys"), or not for a moment when the rotation is forced.
Result<void> rotateSigningKey(KeyMaterial &keys, bool force, qint64 nowSeconds);
// The keys whose tokens are good now, the one that signs first.
jose::JwkSet trustedKeys(const KeyMaterial &keys, qint64 nowSeconds);

text::Json toJson(const KeyMaterial &keys); // with the private halves: for the state alone

} // namespace tokentrail::sandbox
