// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"
#include "core/jose/jwk.h"
#include "core/sandbox/sandbox.h"
#include "core/xsuaa/servicekey.h"

#include <optional>

namespace tokentrail::console {

// What a call needs to know of the place where it is made.
struct CallPlace
{
    std::optional<xsuaa::ServiceKey> appKey;
    std::optional<xsuaa::ServiceKey> destinationKey;
    std::optional<xsuaa::ServiceKey> connectivityKey;
    std::optional<jose::JwkSet> keys; // of the issuer, when at hand
    http::TlsSettings tls;
    QUrl serviceUrl;
};

Result<CallPlace> placeOf(sandbox::Sandbox &sandbox);

} // namespace tokentrail::console
