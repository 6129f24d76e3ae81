// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/server.h"
#include "core/sandbox/sandboxlandscape.h"

namespace tokentrail::sandbox {

// What the XSUAA tells about itself and about tokens.
http::Response tokenKeys(const SandboxLandscape &landscape, const http::Request &request);
http::Response tokenKey(const SandboxLandscape &landscape);
http::Response discovery(const SandboxLandscape &landscape, bool tls);
http::Response userInfo(const SandboxLandscape &landscape, const http::Request &request);
http::Response checkToken(const SandboxLandscape &landscape,
                          const http::Request &request,
                          const http::Connection &connection);
http::Response introspect(const SandboxLandscape &landscape,
                          const http::Request &request,
                          const http::Connection &connection);

} // namespace tokentrail::sandbox
