// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::cap {

// What `module.exports = …` of a .cdsrc.js gives, as far as its text alone tells: nothing is run.
struct JsExport
{
    enum class Kind : quint8 {
        Data, // an object literal of plain values
        Function, // cds does not call it, so it adds nothing
        Unknown // only running it could tell
    };
    Kind kind = Kind::Unknown;
    text::Json json; // with the spans of the text
};

JsExport readJsExport(const QByteArray &source);

} // namespace tokentrail::cap
