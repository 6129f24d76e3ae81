// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/core/base/everypass.h"

#include "core/base/secret.h"

#include <QRegularExpression>

namespace tokentrail::test {

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
    static const QRegularExpression revoked(
        QStringLiteral(R"((/oauth/token/revoke/)(?!(?:user|client)(?:/|$))[^/?#\s"'<>]+)"));
    auto text = whole;
    text.replace(revoked, QStringLiteral("\\1") + mark());
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

QString redactedByEveryPass(const QString &text)
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

    auto out = tokensOut(text);
    const auto keepTokens = [](const QRegularExpressionMatch &match, int group) {
        const auto value = match.captured(group);
        return value.contains(QStringLiteral("eyJ…[token ")) && !value.contains(u';') ? value
                                                                                      : mark();
    };
    const auto mask = [&](const QRegularExpression &pattern, int group) {
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
    mask(member, 2);
    mask(namedValue, 1);
    mask(authToken, 1);
    mask(keyStore, 1);
    mask(field, 2);
    mask(header, 3);
    out = replaceAll(out, basic, QStringLiteral("\\1") + mark());
    out = replaceAll(out,
                     pem,
                     QStringLiteral("-----BEGIN \\1-----") + mark()
                         + QStringLiteral("-----END \\1-----"));
    return replaceAll(out, userInfo, QStringLiteral("\\1") + mark() + u'@');
}

} // namespace tokentrail::test
