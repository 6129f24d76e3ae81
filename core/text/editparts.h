// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::text {

// What the files of the editor share.

inline bool isPlain(const Json &json)
{
    return !json.isArray() && !json.isObject();
}

struct Around
{
    Json *node = nullptr;
    int depth = 0; // how many containers it stands in
};

// The smallest value that holds the whole change, or is what another one replaces.
Around smallestAround(Json &document, Span change, bool isRemoval);

// What stands behind the change stands elsewhere now.
void moveSpans(Json &value, Span change, qsizetype by);

} // namespace tokentrail::text
