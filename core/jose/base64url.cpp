// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"

#include <array>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

constexpr char urlAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr quint8 foreign = 0xff;

constexpr std::array<quint8, 256> valuesOf(bool bothAlphabets)
{
    std::array<quint8, 256> values{};
    values.fill(foreign);
    for (quint8 i = 0; i < 64; ++i)
        values[static_cast<unsigned char>(urlAlphabet[i])] = i;
    if (bothAlphabets) {
        values[static_cast<unsigned char>('+')] = 62;
        values[static_cast<unsigned char>('/')] = 63;
    }
    return values;
}

constexpr auto strictValues = valuesOf(false);
constexpr auto lenientValues = valuesOf(true);

Error refusal(const QString &why)
{
    return {ErrorCode::InvalidInput, u"The base64url text "_s + why};
}

Result<QByteArray> decodeStrict(QByteArrayView text)
{
    const auto tail = text.size() % 4;
    if (tail == 1)
        return refusal(u"has a length that no base64 text can have; it seems cut off."_s);
    QByteArray bytes(text.size() / 4 * 3 + (tail ? tail - 1 : 0), Qt::Uninitialized);
    auto *out = bytes.data();
    uint group = 0;
    int have = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto value = strictValues[static_cast<unsigned char>(text[i])];
        if (value == foreign)
            return refusal(text[i] == '=' ? u"has padding, which base64url leaves out here."_s
                                          : u"has a character outside its alphabet."_s);
        group = group << 6 | value;
        if (++have == 4) {
            *out++ = char(group >> 16 & 0xff);
            *out++ = char(group >> 8 & 0xff);
            *out++ = char(group & 0xff);
            group = 0;
            have = 0;
        }
    }
    if ((have == 2 && group & 0xf) || (have == 3 && group & 0x3))
        return refusal(u"has stray bits at its end."_s);
    if (have == 2)
        *out++ = char(group >> 4 & 0xff);
    if (have == 3) {
        *out++ = char(group >> 10 & 0xff);
        *out++ = char(group >> 2 & 0xff);
    }
    return bytes;
}

QByteArray decodeLenient(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    uint group = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == '=')
            break;
        const auto value = lenientValues[static_cast<unsigned char>(c)];
        if (value == foreign)
            continue;
        group = group << 6 | value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(char(group >> bits & 0xff));
        }
    }
    return bytes;
}

} // namespace

QByteArray toBase64Url(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(QByteArray::Base64UrlEncoding
                                        | QByteArray::OmitTrailingEquals);
}

Result<QByteArray> fromBase64Url(QByteArrayView text, Base64Policy policy)
{
    switch (policy) {
    case Base64Policy::Strict:
        return decodeStrict(text);
    case Base64Policy::Lenient:
        return decodeLenient(text);
    }
    return QByteArray();
}

} // namespace tokentrail::jose
