// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/text/json.h"

namespace tokentrail::trail {

// The redactor over whole messages. What is redacted already stays as it is, so that a trail may
// be read from a file and written again without losing the fingerprints in it.
http::Request redacted(const http::Request &request);
http::Response redacted(const http::Response &response);
// As a hop keeps them: of a body larger than wholeBodyBytes only the beginning, and how much it was.
http::Request redactedForHop(const http::Request &request);
http::Response redactedForHop(const http::Response &response);
constexpr qsizetype wholeBodyBytes = 1024 * 1024;
text::Json redactedStrings(const text::Json &value); // every string in it, names untouched

} // namespace tokentrail::trail
