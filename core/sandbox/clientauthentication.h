// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/server.h"
#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/registry.h"

#include <variant>

namespace tokentrail::sandbox {

// The client that a request to the token endpoint comes from, or the refusal. By Basic (RFC 6749
// §2.3.1; also with id and secret as they are, which is how most clients send them), in the body,
// or by the certificate of the TLS connection with the id in the body (RFC 8705 §2.1).
std::variant<const OAuthClient *, http::Response>
authenticateClient(const Registry &registry,
                   const http::Request &request,
                   const http::Connection &connection,
                   const Form &form);

// What the certificate of a client is called: ids are longer than a common name may be.
QByteArray certificateNameOf(const QString &clientId);

} // namespace tokentrail::sandbox
