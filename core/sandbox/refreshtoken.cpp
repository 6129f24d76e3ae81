// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/refreshtoken.h"

#include "core/jose/base64url.h"
#include "core/sandbox/randomtext.h"
#include "core/text/json.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto ending = "-r"_L1; // what the real ones end with

QByteArray seal(const QByteArray &content, const Secret &key)
{
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    HMAC(EVP_sha256(),
         key.reveal().constData(),
         int(key.reveal().size()),
         reinterpret_cast<const unsigned char *>(content.constData()),
         size_t(content.size()),
         mac,
         &size);
    return jose::toBase64Url(QByteArrayView(mac, qsizetype(size)));
}

} // namespace

QString sealed(const RefreshToken &token, const Secret &key)
{
    const auto json = Json::object({{u"n"_s, token.id.isEmpty() ? randomHex(8) : token.id},
                                    {u"c"_s, token.clientId},
                                    {u"u"_s, token.userId},
                                    {u"z"_s, token.zoneId},
                                    {u"g"_s, token.grantType},
                                    {u"s"_s, Json::array(token.scopes)},
                                    {u"a"_s, token.authTimeSeconds},
                                    {u"e"_s, token.expiresSeconds},
                                    {u"ru"_s, token.userGeneration},
                                    {u"rc"_s, token.clientGeneration},
                                    {u"rp"_s, token.pairGeneration}});
    const auto content = jose::toBase64Url(json.toCompact());
    return QString::fromLatin1(content + '.' + seal(content, key)) + ending;
}

std::optional<RefreshToken> opened(const QString &text, const Secret &key)
{
    if (!text.endsWith(ending))
        return std::nullopt;
    const auto parts = text.chopped(ending.size()).toUtf8().split('.');
    if (parts.size() != 2 || !Secret(seal(parts.at(0), key)).equals(Secret(parts.at(1))))
        return std::nullopt;
    const auto content = jose::fromBase64Url(parts.at(0));
    const auto json = content ? text::parseJson(*content) : Result<Json>(content.error());
    if (!json)
        return std::nullopt;
    return RefreshToken{(*json)[u"c"].toString(),
                        (*json)[u"u"].toString(),
                        (*json)[u"z"].toString(),
                        (*json)[u"n"].toString(),
                        (*json)[u"g"].toString(),
                        (*json)[u"s"].toStringList(),
                        (*json)[u"a"].toInteger(),
                        (*json)[u"e"].toInteger(),
                        (*json)[u"ru"].toInteger(),
                        (*json)[u"rc"].toInteger(),
                        (*json)[u"rp"].toInteger()};
}

} // namespace tokentrail::sandbox
