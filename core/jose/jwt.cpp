// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jwt.h"

#include "core/jose/algorithm.h"
#include "core/jose/base64url.h"
#include "core/jose/pastedtoken.h"

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
            return tell(u"basic-credentials-to-token-service"_s,
                        u"These are Basic credentials, a name and a password; no token."_s);
        if (m_token.compact.isEmpty())
            return tell(u"bearer-word-or-token-missing"_s,
                        u"There is no token; the header needs two words, \"Bearer\" and it."_s);
        if (pasted.repaired)
            malformed(u"Blanks or line breaks stood inside the token; they were taken out."_s);
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
            malformed(
                u"The token has five parts: it is encrypted (JWE), and only its recipient can read it."_s);
            readObject(parts[0], u"header"_s, nullptr, m_token.header);
            return false;
        }
        if (parts.size() == 1 && !m_token.compact.startsWith("ey")) {
            malformed(
                u"This is no JWT: it has no dots. Opaque tokens say nothing by themselves."_s);
            return false;
        }
        malformed(u"A JWT has three parts between dots; this has %1."_s.arg(parts.size()));
        return true;
    }

    QByteArray decoded(QByteArrayView part, const QString &what)
    {
        auto strict = fromBase64Url(part);
        if (strict)
            return std::move(*strict);
        malformed(u"The %1 is no clean base64url: %2"_s.arg(what, strict.error().sentence));
        if (what != "signature"_L1 && !isForgivingBase64(part))
            m_token.readableByNode = false;
        return fromBase64Url(part, Base64Policy::Lenient).value_or({});
    }

    void readObject(QByteArrayView part, const QString &what, QByteArray *bytes, text::Json &json)
    {
        if (part.isEmpty())
            return malformed(u"The %1 is empty."_s.arg(what));
        const auto text = decoded(part, what);
        if (bytes)
            *bytes = text;
        auto parsed = text::parseJson(text);
        if (!parsed && !QUtf8StringView(text).isValidUtf8()) {
            // jwt-decode then takes each byte for a character.
            malformed(u"The %1 is no UTF-8; it was read as Latin-1."_s.arg(what));
            parsed = text::parseJson(QString::fromLatin1(text).toUtf8());
        }
        if (!parsed)
            return malformed(u"The %1 is no JSON: %2"_s.arg(what, parsed.error().toString()));
        if (!parsed->isObject())
            return malformed(u"The %1 is JSON, but no object."_s.arg(what));
        json = std::move(*parsed);
        for (const auto &twice : text::duplicateNames(text, json))
            malformed(u"In the %1: %2"_s.arg(what, twice.sentence));
    }

    void readSignature(QByteArrayView part)
    {
        if (part.isEmpty())
            return tell(u"signature-invalid"_s, u"The token has no signature."_s);
        m_token.signature = decoded(part, u"signature"_s);
        m_token.signaturePresent = !m_token.signature.isEmpty();
    }

    void checkAlgorithm()
    {
        if (!m_token.header.isObject())
            return;
        const auto *name = m_token.header.find(u"alg");
        if (!name || !name->isString())
            return tell(u"algorithm-not-accepted"_s, u"The header names no algorithm (\"alg\")."_s);
        if (!algorithmFromName(name->toString()))
            tell(u"algorithm-not-accepted"_s,
                 u"The algorithm \"%1\" is no signature that a service accepts."_s.arg(
                     name->toString()));
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
