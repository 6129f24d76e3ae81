// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace tokentrail::jose {

// What stands around a token when people copy it: header name, scheme word, quotes, line breaks,
// the JSON of a token response, a line of curl.
struct PastedToken
{
    QByteArray compact;
    QByteArray scheme; // "Bearer", "Basic", …; empty when none stood there
    bool repaired = false; // blanks or line breaks stood inside the token
};

PastedToken unwrapPasted(const QByteArray &pasted);

} // namespace tokentrail::jose
