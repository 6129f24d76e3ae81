// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/jose/jwk.h"

namespace tokentrail::jose {

// Compact serialisation (RFC 7515 §7.1), taken apart without being believed.
struct CompactJws
{
    QByteArray headerPart, payloadPart, signaturePart; // still encoded
    text::Json header; // null when it is no JSON
    QByteArray payload;
    QByteArray signature;

    QByteArray signingInput() const { return headerPart + '.' + payloadPart; }
};

// Strict: three parts of strict base64url, a JSON object as header, no "crit" that we do not know.
Result<CompactJws> parseCompact(const QByteArray &compact);

// Header gets "alg" (first) and, when the key has one, "kid".
Result<QByteArray> signCompact(const QByteArray &payload,
                               const Jwk &key,
                               Algorithm algorithm,
                               text::Json header = text::Json::object());

// The raw signature over signingInput, in JWS form (ECDSA as R || S).
Result<QByteArray> sign(QByteArrayView signingInput, const Jwk &key, Algorithm algorithm);
bool verify(QByteArrayView signingInput,
            QByteArrayView signature,
            const Jwk &key,
            Algorithm algorithm);

// Policy strict: the header's algorithm must be known and fit the key. Keys embedded in the
// token (jwk, jku, x5c) are never used. With a set: by kid, or the only key that fits.
Result<CompactJws> verifyCompact(const QByteArray &compact, const JwkSet &keys);

} // namespace tokentrail::jose
