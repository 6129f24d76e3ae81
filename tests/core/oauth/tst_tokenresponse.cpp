// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/tokenresponse.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::oauth;
using namespace Qt::StringLiterals;

class TestTokenResponse : public QObject
{
    Q_OBJECT

    static http::Response answer(int status, const QByteArray &body)
    {
        return {status, {}, {{"Content-Type", "application/json"}}, body};
    }

private Q_SLOTS:
    void readsTokens()
    {
        const auto tokens = readTokenResponse(
            answer(200,
                   R"({"access_token":"a.b.c","token_type":"bearer","expires_in":43199,)"
                   R"("scope":"openid x","jti":"j","refresh_token":"r","id_token":"i"})"),
            GrantType::Password);
        QVERIFY(tokens);
        QCOMPARE(tokens->accessToken.reveal(), QByteArray("a.b.c"));
        QCOMPARE(tokens->refreshToken.reveal(), QByteArray("r"));
        QCOMPARE(tokens->idToken.reveal(), QByteArray("i"));
        QCOMPARE(tokens->expiresIn, 43199);
        QCOMPARE(tokens->scope, u"openid x"_s);
        QCOMPARE(tokens->jti, u"j"_s);
    }

    void takesLifeAsText()
    {
        const auto tokens = readTokenResponse(
            answer(200, R"({"access_token":"a","expires_in":"60"})"), GrantType::ClientCredentials);
        QVERIFY(tokens);
        QCOMPARE(tokens->expiresIn, 60);
        QVERIFY(tokens->refreshToken.isEmpty());
    }

    void refusesWhatHoldsNoToken_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTML") << 200 << QByteArray("<html>login</html>");
        QTest::newRow("empty") << 200 << QByteArray();
        QTest::newRow("array") << 200 << QByteArray("[]");
        QTest::newRow("no token") << 200 << QByteArray("{}");
        QTest::newRow("token is no text") << 200 << QByteArray(R"({"access_token":5})");
        QTest::newRow("redirect") << 302 << QByteArray();
        QTest::newRow("HTML error") << 502 << QByteArray("<html>Bad Gateway</html>");
    }
    void refusesWhatHoldsNoToken()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto tokens = readTokenResponse(answer(status, body), GrantType::Password);
        QVERIFY(!tokens);
        QCOMPARE(tokens.error().code, ErrorCode::Refused);
        QVERIFY(tokens.error().sentence.endsWith(u'.'));
    }

    void saysInPlainWordsWhatTheServerMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("description");
        QTest::addColumn<int>("grant");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name,
                            int status,
                            const QString &error,
                            const QString &description,
                            GrantType grant,
                            const QString &words) {
            QTest::newRow(name) << status << error << description << int(grant) << words;
        };
        row("wrong password",
            401,
            u"unauthorized"_s,
            u"Bad credentials"_s,
            GrantType::Password,
            u"user name or password"_s);
        row("wrong password, newer",
            401,
            u"invalid_client"_s,
            u"Bad credentials"_s,
            GrantType::Password,
            u"user name or password"_s);
        row("wrong secret",
            401,
            u"unauthorized"_s,
            u"Bad credentials"_s,
            GrantType::ClientCredentials,
            u"client id or its secret"_s);
        row("invalid client",
            401,
            u"invalid_client"_s,
            u"Bad credentials"_s,
            GrantType::ClientCredentials,
            u"client id or its secret"_s);
        row("unknown client",
            401,
            u"unauthorized"_s,
            u"No client with requested id: x"_s,
            GrantType::ClientCredentials,
            u"does not know this client"_s);
        row("grant not allowed",
            401,
            u"unauthorized_client"_s,
            u"Unauthorized grant type: password"_s,
            GrantType::Password,
            u"may not use the grant password"_s);
        row("code used",
            400,
            u"invalid_grant"_s,
            u"Invalid authorization code: c"_s,
            GrantType::AuthorizationCode,
            u"code is used up"_s);
        row("refresh stale",
            401,
            u"invalid_grant"_s,
            u"Invalid refresh token"_s,
            GrantType::RefreshToken,
            u"refresh token is expired"_s);
        row("assertion", 401, u"invalid_grant"_s, u"x"_s, GrantType::JwtBearer, u"assertion"_s);
        row("scope",
            400,
            u"invalid_scope"_s,
            u"x is invalid. Please use a valid scope name in the request"_s,
            GrantType::Password,
            u"scope"_s);
        row("unknown grant",
            400,
            u"unsupported_grant_type"_s,
            u""_s,
            GrantType::JwtBearer,
            u"does not know the grant"_s);
        row("locked",
            401,
            u"unauthorized"_s,
            u"Your account has been locked because of too many failed attempts"_s,
            GrantType::Password,
            u"locked"_s);
        row("expired assertion",
            401,
            u"invalid_token"_s,
            u"Token has expired"_s,
            GrantType::JwtBearer,
            u"expired"_s);
        row("passcode",
            401,
            u"unauthorized"_s,
            u"Invalid passcode"_s,
            GrantType::Passcode,
            u"passcode"_s);
        row("too often", 429, u""_s, u""_s, GrantType::Password, u"too often"_s);
        row("anything", 503, u""_s, u""_s, GrantType::Password, u"503"_s);
    }
    void saysInPlainWordsWhatTheServerMeans()
    {
        QFETCH(int, status);
        QFETCH(QString, error);
        QFETCH(QString, description);
        QFETCH(int, grant);
        QFETCH(QString, words);
        const auto sentence = explainTokenError(status, error, description, GrantType(grant));
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
        QVERIFY2(sentence.contains(description), qPrintable(sentence)); // the server's own words
        QVERIFY(sentence.endsWith(u'.'));
    }

    void quotesNoToken()
    {
        const auto sentence = explainTokenError(
            401,
            u"invalid_token"_s,
            u"Cannot read eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl"_s,
            GrantType::JwtBearer);
        QVERIFY2(!sentence.contains(u"c2lnbmF0dXJl"_s), qPrintable(sentence));
    }

    // A client that showed a certificate has no secret that could be wrong.
    void aCertificateIsNotCalledASecret()
    {
        for (const auto grant :
             {GrantType::Password, GrantType::Passcode, GrantType::ClientCredentials}) {
            const auto sentence = explainTokenError(
                401, u"unauthorized"_s, u"Bad credentials"_s, grant, ClientProof::Certificate);
            QVERIFY2(!sentence.contains(u"secret"_s), qPrintable(sentence));
            QVERIFY2(sentence.contains(u"certificate"_s), qPrintable(sentence));
        }
    }
};

QTEST_GUILESS_MAIN(TestTokenResponse)
#include "tst_tokenresponse.moc"
