// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"
#include "core/sandbox/certificates.h"
#include "core/text/json.h"

namespace tokentrail::sandbox {

// The keys of one sandbox. They persist: @sap/xssec never fetches a key set again for a key id
// that it does not know, so that new keys would mean a restart of every application.
struct KeyMaterial
{
    std::optional<jose::Jwk> signing; // RS256, with its key id
    Certificate authority;
    Certificate server;
    Secret refreshSecret; // seals refresh tokens
    bool changed = false; // something was made anew and must be stored
};

// Makes what is missing and a server certificate that has less than 30 days to live. Takes a
// moment the first time; touches nothing outside, so that it may run in any thread.
Result<KeyMaterial> completeKeyMaterial(const text::Json &stored, qint64 nowSeconds);

text::Json toJson(const KeyMaterial &keys); // with the private halves: for the state alone

} // namespace tokentrail::sandbox
