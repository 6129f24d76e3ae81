// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/session.h"
#include "core/vault/secretstore.h"

namespace tokentrail::call {

// A session as it lies in a vault; the document is a secret as a whole.
Secret toSecret(const Session &session);
Result<Session> sessionFromSecret(const Secret &secret);

// By name, in any store.
Result<void> saveSession(vault::SecretStore &store, const QString &name, const Session &session);
Result<Session> loadSession(const vault::SecretStore &store, const QString &name);

} // namespace tokentrail::call
