// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/tokenfinder.h"

namespace tokentrail::jose {

namespace {

bool isTokenByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_' || c == '=' || c == '.';
}

} // namespace

QList<QByteArray> findTokens(const QByteArray &text)
{
    // {" in base64url: what every JSON object begins with that somebody made without blanks.
    static constexpr QByteArrayView opening = "eyJ";
    constexpr qsizetype shortest = 20; // {"alg":"none"} alone takes 19 characters
    QList<QByteArray> found;
    for (auto at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at)) {
        auto end = at;
        while (end < text.size() && isTokenByte(text[end]))
            ++end;
        const bool atWordStart = at == 0 || !isTokenByte(text[at - 1]) || text[at - 1] == '=';
        auto token = text.sliced(at, end - at);
        while (token.endsWith('.') && token.count('.') > 2)
            token.chop(1); // the full stop of a sentence
        if (atWordStart && token.size() >= shortest && token.contains('.')
            && !found.contains(token))
            found << token;
        at = end;
    }
    return found;
}

} // namespace tokentrail::jose
