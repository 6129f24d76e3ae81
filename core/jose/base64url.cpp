// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"

#include <algorithm>
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

Error refusalOfCharacter(QByteArrayView text)
{
    const auto outside = std::find_if(text.begin(), text.end(), [](char c) {
        return strictValues[static_cast<unsigned char>(c)] == foreign;
    });
    return refusal(outside != text.end() && *outside == '='
                       ? u"has padding, which base64url leaves out here."_s
                       : u"has a character outside its alphabet."_s);
}

Result<QByteArray> decodeStrict(QByteArrayView text)
{
    const auto tail = text.size() % 4;
    if (tail == 1)
        return refusal(u"has a length that no base64 text can have; it seems cut off."_s);
    QByteArray bytes(text.size() / 4 * 3 + (tail ? tail - 1 : 0), Qt::Uninitialized);
    auto *out = bytes.data();
    const auto *in = reinterpret_cast<const unsigned char *>(text.data());
    const auto *const end = in + text.size();
    // Four at a time; a foreign character shows in the top bit of what was gathered.
    for (; end - in >= 4; in += 4, out += 3) {
        const uint a = strictValues[in[0]];
        const uint b = strictValues[in[1]];
        const uint c = strictValues[in[2]];
        const uint d = strictValues[in[3]];
        if ((a | b | c | d) & 0x80)
            return refusalOfCharacter(text);
        out[0] = char(a << 2 | b >> 4);
        out[1] = char((b << 4 | c >> 2) & 0xff);
        out[2] = char((c << 6 | d) & 0xff);
    }
    if (tail == 0)
        return bytes;
    const uint a = strictValues[in[0]];
    const uint b = strictValues[in[1]];
    const uint c = tail == 3 ? strictValues[in[2]] : 0;
    if ((a | b | c) & 0x80)
        return refusalOfCharacter(text);
    if (tail == 2 ? b & 0xf : c & 0x3)
        return refusal(u"has stray bits at its end."_s);
    *out++ = char(a << 2 | b >> 4);
    if (tail == 3)
        *out = char((b << 4 | c >> 2) & 0xff);
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
