// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jwt.h"

#include "core/jose/algorithm.h"
#include "core/jose/base64url.h"
#include "core/jose/pastedtoken.h"
#include "core/jose/say.h"

#include <QList>

#include <algorithm>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

class Decoder
{
public:
    explicit Decoder(const QByteArray &pasted) { decode(unwrapPasted(pasted)); }

    DecodedToken &&take() { return std::move(m_token); }

private:
    void tell(const QString &id, const QString &sentence)
    {
        m_token.problems.push_back({id, sentence});
    }
    void malformed(const QString &sentence) { tell(u"token-malformed"_s, sentence); }

    void decode(const PastedToken &pasted)
    {
        m_token.compact = pasted.compact;
        if (pasted.scheme.compare("basic", Qt::CaseInsensitive) == 0)
            return tell(u"basic-credentials-to-token-service"_s, say(u"token.basic"));
        if (m_token.compact.isEmpty())
            return tell(u"bearer-word-or-token-missing"_s, say(u"token.missing"));
        if (pasted.repaired)
            malformed(say(u"token.repaired"));
        const auto parts = partsOf(m_token.compact);
        m_token.readableByNode = parts.size() > 1;
        if (!countParts(parts))
            return;
        readObject(parts[0], u"header"_s, nullptr, m_token.header);
        if (parts.size() > 1)
            readObject(parts[1], u"payload"_s, &m_token.payload, m_token.claims);
        if (parts.size() > 2)
            readSignature(parts[2]);
        checkAlgorithm();
    }

    static QList<QByteArrayView> partsOf(const QByteArray &compact)
    {
        QList<QByteArrayView> parts;
        const QByteArrayView all(compact);
        qsizetype from = 0;
        for (auto dot = all.indexOf('.'); dot >= 0; dot = all.indexOf('.', from)) {
            parts.append(all.sliced(from, dot - from));
            from = dot + 1;
        }
        parts.append(all.sliced(from));
        return parts;
    }

    bool countParts(const QList<QByteArrayView> &parts)
    {
        if (parts.size() == 3)
            return true;
        if (parts.size() == 5) {
            malformed(say(u"token.encrypted"));
            readObject(parts[0], u"header"_s, nullptr, m_token.header);
            return false;
        }
        if (parts.size() == 1 && !m_token.compact.startsWith("ey")) {
            malformed(say(u"token.opaque"));
            return false;
        }
        malformed(say(u"token.parts", {{u"count", parts.size()}}));
        return true;
    }

    QByteArray decoded(QByteArrayView part, const QString &what)
    {
        auto strict = fromBase64Url(part);
        if (strict)
            return std::move(*strict);
        malformed(
            say(u"token.no-base64", {{u"part", what}, {u"problem", strict.error().sentence}}));
        if (what != "signature"_L1 && !isForgivingBase64(part))
            m_token.readableByNode = false;
        return fromBase64Url(part, Base64Policy::Lenient).value_or({});
    }

    void readObject(QByteArrayView part, const QString &what, QByteArray *bytes, text::Json &json)
    {
        if (part.isEmpty())
            return malformed(say(u"token.empty", {{u"part", what}}));
        const auto text = decoded(part, what);
        if (bytes)
            *bytes = text;
        auto parsed = text::parseJson(text);
        if (!parsed && !QUtf8StringView(text).isValidUtf8()) {
            // jwt-decode then takes each byte for a character.
            malformed(say(u"token.no-utf8", {{u"part", what}}));
            parsed = text::parseJson(QString::fromLatin1(text).toUtf8());
        }
        if (!parsed)
            return malformed(
                say(u"token.no-json", {{u"part", what}, {u"problem", parsed.error().toString()}}));
        if (!parsed->isObject())
            return malformed(say(u"token.no-object", {{u"part", what}}));
        json = std::move(*parsed);
        for (const auto &twice : text::duplicateNames(text, json))
            malformed(say(u"token.twice", {{u"part", what}, {u"problem", twice.sentence}}));
    }

    void readSignature(QByteArrayView part)
    {
        if (part.isEmpty())
            return tell(u"signature-invalid"_s, say(u"token.no-signature"));
        m_token.signature = decoded(part, u"signature"_s);
        m_token.signaturePresent = !m_token.signature.isEmpty();
    }

    void checkAlgorithm()
    {
        if (!m_token.header.isObject())
            return;
        const auto *name = m_token.header.find(u"alg");
        if (!name || !name->isString())
            return tell(u"algorithm-not-accepted"_s, say(u"token.no-algorithm"));
        if (!algorithmFromName(name->toString()))
            tell(u"algorithm-not-accepted"_s,
                 say(u"token.algorithm", {{u"algorithm", name->toString()}}));
    }

    // WHATWG "forgiving-base64 decode", which is behind atob: padding only where it is right.
    static bool isForgivingBase64(QByteArrayView part)
    {
        auto size = part.size();
        const auto missing = (4 - size % 4) % 4;
        if (missing == 3)
            return false;
        for (auto padding = missing; padding < 2 && size > 0 && part[size - 1] == '='; ++padding)
            --size;
        return size % 4 != 1 && std::all_of(part.begin(), part.begin() + size, [](char c) {
                   return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                       || c == '-' || c == '_' || c == '+' || c == '/';
               });
    }

    DecodedToken m_token;
};

} // namespace

DecodedToken decodeToken(const QByteArray &pasted)
{
    return Decoder(pasted).take();
}

} // namespace tokentrail::jose
