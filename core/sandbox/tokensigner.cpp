// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/tokensigner.h"

#include "core/base/logging.h"
#include "core/jose/base64url.h"
#include "core/jose/jws.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

QByteArray TokenSigner::headerPart(const Twist &twist) const
{
    auto header = Json::object({{u"alg"_s, twist.algorithm.isNull() ? u"RS256"_s : twist.algorithm},
                                {u"jku"_s, m_keySetUrl}});
    if (!twist.noKeyId)
        header.set(u"kid"_s, twist.keyId.isNull() ? m_key.keyId() : twist.keyId);
    header.set(u"typ"_s, u"JWT"_s);
    return jose::toBase64Url(header.toCompact());
}

void TokenSigner::setKeySetUrl(const QString &url)
{
    m_keySetUrl = url;
    m_headerPart = headerPart({});
}

QByteArray TokenSigner::sign(const Json &claims, const Twist &twist) const
{
    if (twist.rogueKey && !m_rogueKey) {
        if (auto made = jose::Jwk::generate(jose::Algorithm::RS256))
            m_rogueKey = std::move(*made);
    }
    const auto &key = twist.rogueKey && m_rogueKey ? *m_rogueKey : m_key;
    const QByteArray input = (twist.changesHeader() ? headerPart(twist) : m_headerPart) + '.'
        + jose::toBase64Url(claims.toCompact());
    const auto signature = jose::sign(input, key, jose::Algorithm::RS256);
    if (!signature) {
        qCCritical(logSandbox) << "a token could not be signed:" << signature.error().sentence;
        return {};
    }
    return input + '.' + jose::toBase64Url(*signature);
}

} // namespace tokentrail::sandbox
