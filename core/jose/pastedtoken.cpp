// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/pastedtoken.h"

#include "core/text/json.h"

#include <algorithm>
#include <array>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

constexpr auto tokenCharacters = [] {
    std::array<bool, 256> known{};
    for (const char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/")
        known[static_cast<unsigned char>(c)] = c != 0;
    return known;
}();

bool isBareToken(const QByteArray &text)
{
    bool bare = true;
    for (const char c : text)
        bare &= tokenCharacters[static_cast<unsigned char>(c)];
    return bare && text.contains('.');
}

QByteArray withoutQuotes(QByteArray text)
{
    constexpr QByteArrayView quotes("\"'`");
    for (;;) {
        text = text.trimmed();
        const auto before = text.size();
        while (!text.isEmpty() && quotes.contains(text.front()))
            text.remove(0, 1);
        while (!text.isEmpty()
               && (quotes.contains(text.back()) || text.back() == ',' || text.back() == ';'))
            text.chop(1);
        if (text.size() == before)
            return text;
    }
}

// The answer of a token endpoint, or any object with such a member.
QByteArray fromTokenResponse(const QByteArray &text)
{
    if (!text.startsWith('{'))
        return {};
    const auto json = text::parseJson(text);
    if (!json)
        return {};
    for (const auto &name : {u"access_token"_s, u"id_token"_s, u"token"_s, u"jwt"_s}) {
        if (const auto token = (*json)[name].toString(); !token.isEmpty())
            return token.toUtf8();
    }
    return {};
}

QByteArray afterHeaderName(const QByteArray &text)
{
    const auto lower = text.toLower();
    for (const QByteArrayView name :
         {"authorization", "x-user-token", "x-approuter-authorization"}) {
        const auto at = lower.indexOf(name);
        if (at < 0)
            continue;
        auto rest = at + name.size();
        while (rest < text.size()
               && (isBlank(text[rest]) || text[rest] == '"' || text[rest] == '\''))
            ++rest;
        if (rest < text.size() && (text[rest] == ':' || text[rest] == '='))
            return text.sliced(rest + 1).trimmed();
    }
    return text;
}

// RFC 9110 §11.4: one word and a blank before the credentials. Line breaks do not count: they come
// from terminals that wrapped a long token.
void takeScheme(PastedToken &token)
{
    const auto at = token.compact.indexOf(' ');
    const auto word = at < 0 ? token.compact : token.compact.first(at);
    const bool isWord =
        !word.isEmpty() && word.size() <= 16 && std::all_of(word.begin(), word.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
        });
    const auto lower = word.toLower();
    const bool alone = at < 0 && (lower == "bearer" || lower == "basic");
    if (!isWord || (at < 0 && !alone))
        return;
    token.scheme = word;
    token.compact = at < 0 ? QByteArray() : token.compact.sliced(at + 1).trimmed();
}

} // namespace

PastedToken unwrapPasted(const QByteArray &pasted)
{
    PastedToken token{pasted, {}, false};
    if (isBareToken(pasted))
        return token; // the common case, and the fast one
    token.compact = pasted.trimmed();
    if (const auto inner = fromTokenResponse(token.compact); !inner.isEmpty())
        token.compact = inner;
    token.compact = withoutQuotes(afterHeaderName(withoutQuotes(token.compact)));
    takeScheme(token);
    token.compact = withoutQuotes(token.compact);
    const auto before = token.compact.size();
    if (token.compact.contains('.'))
        token.compact.removeIf(isBlank);
    token.repaired = token.compact.size() != before;
    return token;
}

} // namespace tokentrail::jose
