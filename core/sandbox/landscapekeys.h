// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"
#include "core/sandbox/sandbox.h"
#include "core/xsuaa/servicekey.h"

#include <optional>

namespace tokentrail::sandbox {

// The service keys of the sample application, read from its bindings as any client would, and the
// signing keys of their issuer.
struct LandscapeKeys
{
    std::optional<xsuaa::ServiceKey> application;
    std::optional<xsuaa::ServiceKey> destination;
    std::optional<xsuaa::ServiceKey> connectivity;
    std::optional<jose::JwkSet> signing;
};

Result<LandscapeKeys> keysOf(Sandbox &sandbox);

} // namespace tokentrail::sandbox
