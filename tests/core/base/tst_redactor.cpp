// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/redactor.h"

#include <QTest>

using namespace tokentrail;

namespace {
const QByteArray jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";
const QByteArray unsignedJwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.";
} // namespace

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("bearer keeps the scheme") << QByteArray("Authorization") << "Bearer " + jwt
                                                 << jwt << QByteArray("Bearer eyJ…[token ");
        QTest::newRow("odd case") << QByteArray("aUTHORIZATION") << QByteArray("Basic YWxpY2U6cHc=")
                                  << QByteArray("YWxpY2U6cHc=") << QByteArray("Basic ");
        QTest::newRow("opaque bearer")
            << QByteArray("proxy-authorization") << QByteArray("Bearer opaque-token-1")
            << QByteArray("opaque-token-1") << QByteArray("Bearer ");
        QTest::newRow("no scheme")
            << QByteArray("x-user-token") << jwt << jwt << QByteArray("[token ");
        QTest::newRow("cookie") << QByteArray("Cookie") << QByteArray("JSESSIONID=s%3Aabc; a=b")
                                << QByteArray("abc") << QByteArray();
        QTest::newRow("connectivity") << QByteArray("SAP-Connectivity-Authentication")
                                      << "Bearer " + jwt << jwt << QByteArray("Bearer ");
        QTest::newRow("other header with a token inside")
            << QByteArray("x-debug") << "t=" + jwt << jwt << QByteArray("[token ");
        QTest::newRow("harmless") << QByteArray("Accept") << QByteArray("application/json")
                                  << QByteArray("hunter2") << QByteArray("application/json");
    }

    void headers()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, kept);
        const auto out = redactor::headerValue(name, value);
        QVERIFY2(!out.contains(secret), out.constData());
        QVERIFY2(out.contains(kept), out.constData());
    }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("json") << QByteArray(R"({"client_secret":"hunter2","scope":"openid"})")
                              << QByteArray("hunter2") << QByteArray("openid");
        QTest::newRow("refresh token in the path of its revocation")
            << QByteArray("DELETE https://dev.example/oauth/token/revoke/0a1b-r?x=1 HTTP/1.1")
            << QByteArray("0a1b") << QByteArray("/oauth/token/revoke/•••?x=1 HTTP/1.1");
        QTest::newRow("a user whose tokens are revoked is no secret")
            << QByteArray("GET /oauth/token/revoke/user/4711/client/sb-x") << QByteArray("hunter2")
            << QByteArray("/revoke/user/4711/client/sb-x");
        QTest::newRow("json with blanks and escapes")
            << QByteArray("{\"Password\" : \"hun\\\"ter2\"}") << QByteArray("ter2")
            << QByteArray("Password");
        QTest::newRow("password of a destination's token service")
            << QByteArray("{\"tokenServicePassword\":\"hunter2\",\"tokenServiceUser\":\"u\"}")
            << QByteArray("hunter2") << QByteArray("tokenServiceUser");
        QTest::newRow("password of a key store")
            << QByteArray("{\"KeyStorePassword\":\"hunter2\"}") << QByteArray("hunter2")
            << QByteArray("KeyStorePassword");
        QTest::newRow("callback line") << QByteArray("GET /callback?code=abc123&state=xyz HTTP/1.1")
                                       << QByteArray("abc123") << QByteArray("state=xyz");
        QTest::newRow("curl") << QByteArray("curl -H 'Authorization: Basic YWxpY2U6cHc='")
                              << QByteArray("YWxpY2U6cHc=") << QByteArray("curl");
        QTest::newRow("log dump") << QByteArray("jwt: '" + jwt + "'") << jwt
                                  << QByteArray("[token ");
        QTest::newRow("token without signature")
            << QByteArray("got " + unsignedJwt) << unsignedJwt << QByteArray("[token ");
        QTest::newRow("user info") << QByteArray("postgres://bob:hunter2@db/x")
                                   << QByteArray("hunter2") << QByteArray("@db/x");
        QTest::newRow("private key")
            << QByteArray("-----BEGIN PRIVATE KEY-----\nMIIEsecret\n-----END PRIVATE KEY-----")
            << QByteArray("MIIEsecret") << QByteArray("BEGIN PRIVATE KEY");
        QTest::newRow("header of a HAR file")
            << QByteArray("{\"name\": \"authorization\", \"value\": \"Bearer hunter2\"}")
            << QByteArray("hunter2") << QByteArray("Bearer ");
        QTest::newRow("token of the Destination service")
            << QByteArray("\"authTokens\":[{\"type\":\"Bearer\",\"value\":\"hunter2\"}]")
            << QByteArray("hunter2") << QByteArray("authTokens");
        QTest::newRow("key store of the Destination service")
            << QByteArray(R"({"certificates":[{"Name":"c.p12","Content":"TUlJQmFzZTY0","T":1}]})")
            << QByteArray("TUlJQmFzZTY0") << QByteArray("c.p12");
        QTest::newRow("form in a message")
            << QByteArray("sent grant_type=password&password=hunter2&username=bob")
            << QByteArray("hunter2") << QByteArray("username=bob");
    }

    void texts()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, kept);
        const auto out = redactor::text(QString::fromUtf8(input)).toUtf8();
        QVERIFY2(!out.contains(secret), out.constData());
        QVERIFY2(out.contains(kept), out.constData());
        QCOMPARE(redactor::text(QString::fromUtf8(out)).toUtf8(), out); // twice is as once
    }

    void keepsWhatOnlyLooksLikeASecret_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("realm of a challenge")
            << QByteArray("WWW-Authenticate: Basic realm=\"Users\"");
        QTest::newRow("code of an OData error")
            << QByteArray("{\"error\":{\"message\":\"Bad Gateway\",\"code\":\"502\"}}");
        QTest::newRow("value of an OData function") << QByteArray("{\"value\":\"pong\"}");
        QTest::newRow("key of a JSON Web Key set") << QByteArray("{\"key\":\"id-1\"}");
        QTest::newRow("an empty list") << QByteArray("{\"value\":[]}");
    }

    void keepsWhatOnlyLooksLikeASecret()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(redactor::text(QString::fromUtf8(text)).toUtf8(), text);
    }

    void formsKeepWhatTells()
    {
        const auto out = redactor::formBody(
            "grant_type=password&username=alice&password=hunter2&client%5Fsecret=s3cret");
        QVERIFY2(out.startsWith("grant_type=password&username=alice&password="), out.constData());
        QVERIFY2(!out.contains("hunter2") && !out.contains("s3cret"), out.constData());
    }

    void assertionsKeepTheirFingerprint()
    {
        const auto out = redactor::formBody("assertion=" + jwt);
        QVERIFY2(out.startsWith("assertion=eyJ…[token "), out.constData());
    }

    void urls()
    {
        QCOMPARE(redactor::url("https://h/cb?state=1&code=abc"),
                 QByteArray("https://h/cb?state=1&code=•••"));
        QVERIFY(!redactor::url("https://h/#access_token=abc").contains("=abc"));
        QVERIFY(!redactor::url("https://bob:hunter2@h/").contains("hunter2"));
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
