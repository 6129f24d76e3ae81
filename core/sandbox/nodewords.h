// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"

namespace tokentrail::sandbox {

// Why a request had no answer, as the fetch of Node.js says it: "connect ECONNREFUSED
// 127.0.0.1:4600", "self-signed certificate in certificate chain", "socket hang up".
QString nodeReason(const http::Exchange &exchange);

// What the JSON.parse of V8 says of a text that is none.
QString nodeSyntaxError(const QByteArray &text);

} // namespace tokentrail::sandbox
