// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/redactor.h"

#include "core/base/secret.h"
#include "core/base/secrettriggers.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tokentrail::redactor {

namespace {

const QString &mark()
{
    static const QString dots = QStringLiteral("•••");
    return dots;
}

// Three base64url parts of which the first begins like {" is a JWT, also one without signature.
const QRegularExpression &jwtPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?)"));
    return pattern;
}

QString tokensOut(const QString &whole)
{
    // An opaque refresh token is its own id, and stands in the path of its revocation.
    static const QRegularExpression revoked(
        QStringLiteral(R"((/oauth/token/revoke/)(?!(?:user|client)(?:/|$))[^/?#\s"'<>]+)"));
    auto text = whole;
    if (text.contains(QLatin1String("/oauth/token/revoke/")))
        text.replace(revoked, QStringLiteral("\\1") + mark());
    if (!text.contains(QStringLiteral("eyJ")))
        return text;
    QString out;
    qsizetype last = 0;
    auto matches = jwtPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += QStringView(text).sliced(last, match.capturedStart() - last);
        out += QStringLiteral("eyJ…[token %1]").arg(fingerprint(match.captured().toLatin1()));
        last = match.capturedEnd();
    }
    return out + QStringView(text).sliced(last);
}

QString replaceAll(QString text, const QRegularExpression &pattern, const QString &replacement)
{
    return text.replace(pattern, replacement);
}

} // namespace

bool isSecretHeader(QByteArrayView name)
{
    static constexpr std::array names = {
        "authorization",
        "proxy-authorization",
        "cookie",
        "set-cookie",
        "x-user-token",
        "x-refresh-token",
        "x-approuter-authorization",
        "sap-connectivity-authentication",
        "sap-connectivity-technical-authentication",
        "x-csrf-token",
        "apikey",
        "x-api-key",
    };
    return std::any_of(names.begin(), names.end(), [name](const char *known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
}

bool isSecretField(QStringView name)
{
    static constexpr std::array names = {
        u"client_secret",
        u"clientsecret",
        u"password",
        u"passcode",
        u"assertion",
        u"client_assertion",
        u"code",
        u"code_verifier",
        u"refresh_token",
        u"access_token",
        u"id_token",
        u"token",
        u"secret",
        u"key",
        u"private_key",
        u"authorization",
        u"cookie",
        u"saml_response",
        u"samlresponse",
        u"subject_token",
        u"actor_token",
        u"x_user_token",
        u"csrf",
        u"x-uaa-csrf",
        u"jsessionid",
        u"clientassertion",
        u"keystorepassword",
        u"apikey",
    };
    // tokenServicePassword, KeyStorePassword, systemSecret, …
    if (name.endsWith(u"password", Qt::CaseInsensitive)
        || name.endsWith(u"secret", Qt::CaseInsensitive))
        return true;
    return std::any_of(names.begin(), names.end(), [name](const char16_t *known) {
        return name.compare(QStringView(known), Qt::CaseInsensitive) == 0;
    });
}

QByteArray headerValue(QByteArrayView name, const QByteArray &value)
{
    if (!isSecretHeader(name))
        return text(QString::fromUtf8(value)).toUtf8();
    const auto whole = QString::fromUtf8(value);
    const auto masked = tokensOut(whole);
    // The scheme word tells a lot and hides nothing.
    const auto blank = whole.indexOf(u' ');
    const auto scheme = blank > 0 ? whole.first(blank + 1) : QString();
    if (masked != whole && masked.startsWith(scheme + QStringLiteral("eyJ…[token "))
        && masked.endsWith(u']'))
        return masked.toUtf8();
    return (scheme.size() <= 12 ? scheme : QString()).toUtf8() + mark().toUtf8();
}

QByteArray formBody(const QByteArray &body)
{
    QByteArray out;
    for (const auto &pair : body.split('&')) {
        if (!out.isEmpty())
            out += '&';
        const auto equals = pair.indexOf('=');
        const auto name = QByteArray::fromPercentEncoding(equals < 0 ? pair : pair.first(equals));
        if (equals >= 0 && isSecretField(QString::fromUtf8(name))) {
            const auto value =
                QString::fromUtf8(QByteArray::fromPercentEncoding(pair.sliced(equals + 1)));
            const auto masked = tokensOut(value);
            out += pair.first(equals + 1)
                + (masked.startsWith(QStringLiteral("eyJ…")) ? masked : mark()).toUtf8();
        } else {
            out += tokensOut(QString::fromUtf8(pair)).toUtf8();
        }
    }
    return out;
}

// Most bodies hold no secret: they are neither read as text nor copied.
QByteArray textBody(const QByteArray &body)
{
    if (patternsFor(QByteArrayView(body)) == 0 && QUtf8StringView(body).isValidUtf8())
        return body;
    return text(QString::fromUtf8(body)).toUtf8();
}

QByteArray url(const QByteArray &url)
{
    static const QRegularExpression userInfo(QStringLiteral("(://)[^/@?#]*@"));
    auto out = replaceAll(QString::fromUtf8(url), userInfo, QStringLiteral("\\1") + mark() + u'@')
                   .toUtf8();
    // What stands before the query, the query, the fragment: the latter two are lists of fields.
    const auto hash = out.indexOf('#');
    const auto query = out.indexOf('?');
    const auto hasQuery = query >= 0 && (hash < 0 || query < hash);
    const auto pathEnd = hasQuery ? query : hash < 0 ? out.size() : hash;
    auto redacted = tokensOut(QString::fromUtf8(out.first(pathEnd))).toUtf8();
    if (hasQuery) {
        const auto end = hash < 0 ? out.size() : hash;
        redacted += '?' + formBody(out.sliced(query + 1, end - query - 1));
    }
    if (hash >= 0)
        redacted += '#' + formBody(out.sliced(hash + 1));
    return redacted;
}

QString text(const QString &text)
{
    const auto patterns = patternsFor(QStringView(text));
    return patterns == 0 ? text : textBy(patterns, text);
}

QString textBy(unsigned patterns, const QString &text)
{
    // Names as JSON members, form fields, query parameters, headers and curl options spell them.
    static const QRegularExpression member(
        QStringLiteral(
            R"re(("(?:[\w.-]*secret|[\w.-]*password|passcode|assertion|code_verifier|refresh_token|access_token|id_token|private_?key|samlresponse|x-user-token|authorization|proxy-authorization|cookie|set-cookie|x-csrf-token)"\s*:\s*")((?:[^"\\]|\\.)*)("))re"),
        QRegularExpression::CaseInsensitiveOption);
    // {"name":"Authorization","value":"…"} of HAR files, {"key":…} of the Destination service.
    static const QRegularExpression namedValue(
        QStringLiteral(
            R"re("(?:name|key)"\s*:\s*"(?:(?:proxy-)?authorization|cookie|set-cookie|x-user-token|x-refresh-token|x-csrf-token|x-api-key|sap-connectivity-(?:technical-)?authentication)"\s*,\s*"value"\s*:\s*"(?:Basic |Bearer )?(?!eyJ…)((?:[^"\\]|\\.)*)")re"),
        QRegularExpression::CaseInsensitiveOption);
    // "authTokens":[{"type":"Bearer","value":"…"}]
    static const QRegularExpression authToken(
        QStringLiteral(R"re("type"\s*:\s*"[^"]*"\s*,\s*"value"\s*:\s*"((?:[^"\\]|\\.)*)")re"));
    // "certificates":[{"Name":"c.p12","Content":"…"}]: a key store holds a private key
    static const QRegularExpression keyStore(
        QStringLiteral(
            R"re("Name"\s*:\s*"[^"]*\.(?:p12|pfx|pem|jks|keystore)"\s*,\s*"Content"\s*:\s*"([^"]*)")re"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression field(
        QStringLiteral(
            R"re(\b((?:client_secret|clientsecret|password|passcode|assertion|code|code_verifier|refresh_token|access_token|id_token|token|samlresponse)=)([^&\s"'<>]+))re"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression header(
        QStringLiteral(
            R"re(\b((?:proxy-)?authorization|cookie|set-cookie|x-user-token|x-refresh-token|x-approuter-authorization|sap-connectivity-(?:technical-)?authentication|x-csrf-token|x-api-key)(['"]?\s*[:=]\s*['"]?(?:Basic |Bearer )?)(?!eyJ…)([^\r\n'",}]+))re"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression basic(
        QStringLiteral(R"(\b(Basic )(?!realm=)[A-Za-z0-9+/]{4,}={0,2})"));
    static const QRegularExpression pem(
        QStringLiteral(R"(-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----)"));
    static const QRegularExpression userInfo(QStringLiteral(R"((\w://)[^/@?#\s"']+@)"));

    auto out = (patterns & Jwt) != 0 ? tokensOut(text) : text;
    const auto keepTokens = [](const QRegularExpressionMatch &match, int group) {
        const auto value = match.captured(group);
        return value.contains(QStringLiteral("eyJ…[token ")) && !value.contains(u';') ? value
                                                                                      : mark();
    };
    const auto mask = [&](Pattern wanted, const QRegularExpression &pattern, int group) {
        if ((patterns & wanted) == 0)
            return;
        QString result;
        qsizetype last = 0;
        auto matches = pattern.globalMatch(out);
        while (matches.hasNext()) {
            const auto match = matches.next();
            result += QStringView(out).sliced(last, match.capturedStart(group) - last);
            result += keepTokens(match, group);
            last = match.capturedEnd(group);
        }
        out = result + QStringView(out).sliced(last);
    };
    mask(JsonMember, member, 2);
    mask(NamedValue, namedValue, 1);
    mask(TypedValue, authToken, 1);
    mask(KeyStore, keyStore, 1);
    mask(FormField, field, 2);
    mask(HeaderLine, header, 3);
    if ((patterns & BasicWord) != 0)
        out = replaceAll(out, basic, QStringLiteral("\\1") + mark());
    if ((patterns & PrivateKey) != 0)
        out = replaceAll(out,
                         pem,
                         QStringLiteral("-----BEGIN \\1-----") + mark()
                             + QStringLiteral("-----END \\1-----"));
    if ((patterns & UserInfo) != 0)
        out = replaceAll(out, userInfo, QStringLiteral("\\1") + mark() + u'@');
    return out;
}

QByteArray body(const QByteArray &contentType, const QByteArray &body)
{
    return contentType.toLower().startsWith("application/x-www-form-urlencoded") ? formBody(body)
                                                                                 : textBody(body);
}

} // namespace tokentrail::redactor
