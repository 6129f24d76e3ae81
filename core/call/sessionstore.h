// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/session.h"
#include "core/vault/secretstore.h"

namespace tokentrail::call {

// Sessions in a vault, by name: one book for all programs of the user. Each change is made to
// what lies there now, so that two programs do not undo each other's.

// A session as it lies there; the document is a secret as a whole.
Secret toSecret(const Session &session);
Result<Session> sessionFromSecret(const Secret &secret);

// The token that it replaces becomes a past one.
Result<void> saveSession(vault::SecretStore &store,
                         const QString &name,
                         const Session &session,
                         qint64 nowSeconds);
Result<Session> loadSession(const vault::SecretStore &store, const QString &name);
// By name; what is stored there and is no session is passed over.
Result<QMap<QString, Session>> loadSessions(const vault::SecretStore &store);
// Logged out: no token, no password, nothing to refresh with; the token becomes a past one.
Result<void> endSession(vault::SecretStore &store, const QString &name, qint64 nowSeconds);
Result<void> forgetSession(vault::SecretStore &store, const QString &name); // NotFound: none of it

constexpr qsizetype pastTokensKept = 20;

} // namespace tokentrail::call
