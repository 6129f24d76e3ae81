// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/refreshtoken.h"
#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

class SandboxLandscape;

// What the XSUAA was told to take no more, kept in the registry: single refresh tokens, and for
// users and clients how often all of theirs were revoked. What was issued under an older count is
// refused, as the UAA does it with its salts.
qint64 userGeneration(const Registry &registry, const QString &userId);
qint64 clientGeneration(const Registry &registry, const QString &clientId);
// Part of the revocation signature of an access token; empty while nothing was revoked.
QString revocationSalt(const Registry &registry, const QString &userId, const QString &clientId);

void stamp(const Registry &registry, RefreshToken &token); // with the counts of now
bool isRevoked(const Registry &registry, const RefreshToken &token);
// The claims of an access token that the XSUAA itself takes: valid, and not revoked. Whoever checks
// it offline sees nothing of a revocation.
Result<text::Json> takenByXsuaa(const SandboxLandscape &landscape, const QByteArray &accessToken);

// Forgets on the way what has ended anyway.
Result<void> revokeToken(Registry &registry, const RefreshToken &token, qint64 nowSeconds);
Result<void> revokeUser(Registry &registry, const QString &userId);
Result<void> revokeClient(Registry &registry, const QString &clientId);
Result<void> revokeUserAtClient(Registry &registry, const QString &userId, const QString &clientId);

} // namespace tokentrail::sandbox
