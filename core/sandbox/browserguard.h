// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"

#include <optional>

namespace tokentrail::sandbox {

// Keeps web pages of strangers away from servers on loopback: a Host that is not ours means that
// a name of theirs was bent to 127.0.0.1, an Origin that is not ours that a page of theirs posts.
std::optional<http::Response>
refuseForeignBrowser(const http::Request &request, quint16 port, bool tls);

} // namespace tokentrail::sandbox
