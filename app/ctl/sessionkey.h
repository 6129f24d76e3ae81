// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/call/session.h"
#include "core/vault/secretstore.h"

namespace tokentrail::ctl {

// The key to ask with for a session: --key where that was given, else the one of the vault that
// the session was got with.
Result<xsuaa::ServiceKey> keyOfSession(const Invocation &invocation,
                                       const vault::SecretStore &store,
                                       const call::Session &session);

} // namespace tokentrail::ctl
