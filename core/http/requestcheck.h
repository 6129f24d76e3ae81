// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"

namespace tokentrail::http {

// What must hold before a request goes out. libcurl checks neither header values nor methods: a
// line break in one would become a header, or a request, of its own.
Result<void> checkRequest(const ClientRequest &request);

} // namespace tokentrail::http
