// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/registry.h"

#include <variant>

namespace tokentrail::sandbox {

// The client that a request to the token endpoint comes from, or the refusal. By Basic (RFC 6749
// §2.3.1; also with id and secret as they are, which is how most clients send them) or in the
// body.
std::variant<const OAuthClient *, http::Response>
authenticateClient(const Registry &registry, const http::Request &request, const Form &form);

} // namespace tokentrail::sandbox
