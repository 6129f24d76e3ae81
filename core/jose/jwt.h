// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QByteArray>

#include <vector>

namespace tokentrail::jose {

// What is odd about a token, found while decoding. Ids are stable.
struct TokenProblem
{
    QString id; // "token-malformed", "bearer-word-or-token-missing", "algorithm-not-accepted", …
    QString sentence;
};

// A JWT (RFC 7519) read without being believed, as far as it goes: broken ones too.
struct DecodedToken
{
    QByteArray compact; // without scheme word and blanks
    text::Json header; // null where unreadable
    text::Json claims; // null where unreadable
    QByteArray payload; // the bytes of the claims
    QByteArray signature;
    bool signaturePresent = false;
    bool readableByNode = true; // whether jwt-decode, which @sap/xssec uses, can read it as well
    std::vector<TokenProblem> problems;

    bool isReadable() const { return claims.isObject(); }
};

// Takes what people paste: with "Bearer ", "Authorization:", quotes, line breaks inside.
DecodedToken decodeToken(const QByteArray &pasted);

} // namespace tokentrail::jose
