// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"
#include "core/http/exchange.h"
#include "core/trail/hop.h"

namespace tokentrail::ctl {

// What `call` has to tell.
struct CallResult
{
    const http::Exchange *exchange = nullptr; // the last that was sent; null when none was
    std::optional<Error> error; // why the call could not be made at all
    QString correlationId;
    trail::Trail trail;
    diagnosis::Diagnosis diagnosis;
    bool reveal = false;
};

// {"status","headers","body","hops","findings",…}: header names in small letters, repeated ones
// as a list; the body as text, or {"base64"} where it is none.
text::Json callToJson(const CallResult &result);
QString callToText(const CallResult &result);
int exitCodeOfCall(const CallResult &result);

} // namespace tokentrail::ctl
