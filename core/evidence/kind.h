// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace tokentrail::evidence {

// What somebody has who does not say what it is.
enum class Kind {
    Har, // a recording of a browser
    Trail, // hops as this program prints them
    Token, // a JWT alone, also with Bearer or a header's name in front
    Answer, // with status line and headers, or a body alone: JSON, XML, a page
    Log, // lines of text; also where nothing else fits
};

Kind kindOf(const QByteArray &text);

} // namespace tokentrail::evidence
