// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/sandbox/registry.h"

namespace tokentrail::sandbox {

// The subaccount that a request to the XSUAA is meant for: that of the header x-zid, else the one
// whose tenant host was called (subscriber.localhost, subscriber.authentication.localhost), else
// the provider's. An error, in the real service's words, where there is no such subaccount.
Result<QString> zoneOfRequest(const Registry &registry, const http::Request &request);

} // namespace tokentrail::sandbox
