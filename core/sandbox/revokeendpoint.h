// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/sandboxlandscape.h"

namespace tokentrail::sandbox {

// /oauth/token/revoke/… as the UAA answers it: one refresh token (DELETE), all of a user, of a
// client, of a user at a client. Who may: the scope tokens.revoke, or one's own.
bool isRevocation(const http::Request &request);
http::Response
revoke(Registry &registry, const SandboxLandscape &landscape, const http::Request &request);

} // namespace tokentrail::sandbox
