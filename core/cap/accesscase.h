// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/access.h"

namespace tokentrail::cap {

// A case as test files write it. Either a request:
//   {"user":"alice","method":"GET","url":"/odata/v4/…","body":{},"headers":{}}
// or a cell of the matrix:
//   {"user":"alice","service":"S","entity":"E","event":"READ"}
// user: "-" nobody, a login name with or without ":password", "raw" (headers as given), or
// {"token":{"header":{},"payload":{},"signature":"valid|invalid"},"credentials":{}}.
struct AccessCase
{
    const text::Json *json = nullptr;
    AccessRequest request;
    QString sequence; // cases of one sequence follow each other, as drafts need it
    bool isRequest = true;

    static AccessCase read(const text::Json &json); // json must live as long
};

// The rows of a document of cases: an array, or the member "rows" or "cases" of an object.
const text::Json &casesIn(const text::Json &document);
// Decides all, in order.
std::vector<AccessDecision> decideCases(const AccessModel &model, const text::Json &cases);
// {"decision","status","ids"?,"where"?,"because"}
text::Json toJson(const AccessDecision &decision);

} // namespace tokentrail::cap
