// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/text/json.h"

namespace tokentrail::http {

// Halves of an exchange, lossless: {"method","target","headers":[["name","value"]…],"body"} and
// {"status","reason","headers","body"}; bytes that are no UTF-8 as {"base64":"…"}.
text::Json toJson(const Request &request);
text::Json toJson(const Response &response);
Request requestFromJson(const text::Json &json);
Response responseFromJson(const text::Json &json);

} // namespace tokentrail::http
