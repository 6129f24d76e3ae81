// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/tokenrequest.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::oauth;
using namespace Qt::StringLiterals;

class TestTokenRequest : public QObject
{
    Q_OBJECT

    static TokenRequest base(GrantType grant)
    {
        TokenRequest request;
        request.client.clientId = u"sb-app!t1"_s;
        request.client.clientSecret = Secret(QByteArray("s&c=t+"));
        request.client.endpoint = QUrl(u"https://dev.example:1/oauth/token"_s);
        request.grant = grant;
        request.userName = u"alice@example"_s;
        request.password = Secret(u"pässword"_s);
        request.assertion = Secret(QByteArray("e.y.j\n"));
        request.refreshToken = Secret(QByteArray("r"));
        request.code = Secret(QByteArray("c"));
        request.codeVerifier = Secret(QByteArray("v"));
        request.redirectUri = u"http://localhost:1/cb"_s;
        return request;
    }
    static QStringList fieldsOf(const http::Request &request)
    {
        QStringList fields;
        for (const auto &[name, value] : http::fromForm(request.body))
            fields << QString(name + u'=' + value);
        return fields;
    }

private Q_SLOTS:
    void writesTheFieldsOfEachGrant_data()
    {
        QTest::addColumn<int>("grant");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, GrantType grant, const QStringList &fields) {
            QTest::newRow(name) << int(grant)
                                << QStringList(fields
                                               + QStringList{u"client_id=sb-app!t1"_s,
                                                             u"client_secret=s&c=t+"_s});
        };
        row("password",
            GrantType::Password,
            {u"grant_type=password"_s, u"username=alice@example"_s, u"password=pässword"_s});
        row("passcode", GrantType::Passcode, {u"grant_type=password"_s, u"passcode=pässword"_s});
        row("client credentials",
            GrantType::ClientCredentials,
            {u"grant_type=client_credentials"_s});
        row("code",
            GrantType::AuthorizationCode,
            {u"grant_type=authorization_code"_s,
             u"redirect_uri=http://localhost:1/cb"_s,
             u"code=c"_s,
             u"code_verifier=v"_s});
        row("jwt-bearer",
            GrantType::JwtBearer,
            {u"grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer"_s, u"assertion=e.y.j"_s});
        row("saml2-bearer",
            GrantType::Saml2Bearer,
            {u"grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer"_s, u"assertion=e.y.j"_s});
        row("refresh",
            GrantType::RefreshToken,
            {u"grant_type=refresh_token"_s, u"refresh_token=r"_s});
    }
    void writesTheFieldsOfEachGrant()
    {
        QFETCH(int, grant);
        const auto request = buildTokenRequest(base(GrantType(grant)));
        QVERIFY(request);
        QTEST(fieldsOf(*request), "fields");
        QCOMPARE(request->method, QByteArray("POST"));
        QCOMPARE(request->target, QByteArray("/oauth/token"));
        QVERIFY(
            request->headers.value("content-type").startsWith("application/x-www-form-urlencoded"));
        QVERIFY(!request->headers.contains("Authorization"));
        QVERIFY(!request->headers.contains("x-zid"));
    }

    void sendsNoSecretWithACertificate()
    {
        auto asked = base(GrantType::ClientCredentials);
        asked.client.clientSecret = {};
        const auto request = buildTokenRequest(asked);
        QVERIFY(request);
        QCOMPARE(fieldsOf(*request),
                 (QStringList{u"grant_type=client_credentials"_s, u"client_id=sb-app!t1"_s}));
    }

    void sendsZoneScopeAndOrigin()
    {
        auto asked = base(GrantType::Password);
        asked.client.zoneHeader = u"zone-1"_s;
        asked.scope = u"openid"_s;
        asked.origin = u"ldap"_s;
        const auto request = buildTokenRequest(asked);
        QVERIFY(request);
        QCOMPARE(request->headers.value("x-zid"), QByteArray("zone-1"));
        QCOMPARE(http::formField(request->body, u"scope"), u"openid"_s);
        QCOMPARE(http::formField(request->body, u"login_hint"), u"{\"origin\":\"ldap\"}"_s);
    }

    void encodesSamlAssertions_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("sent");
        QTest::newRow("XML") << QByteArray("<a>\xc3\xbf?</a>\n") << u"PGE-w78_PC9hPg"_s;
        QTest::newRow("base64 in lines")
            << QByteArray("PGE+w78/\r\nPC9hPg\n") << u"PGE-w78_PC9hPg"_s;
        QTest::newRow("base64url") << QByteArray("PGE-w78_PC9hPg") << u"PGE-w78_PC9hPg"_s;
    }
    void encodesSamlAssertions()
    {
        QFETCH(QByteArray, given);
        auto asked = base(GrantType::Saml2Bearer);
        asked.assertion = Secret(given);
        const auto request = buildTokenRequest(asked);
        QVERIFY(request);
        QTEST(http::formField(request->body, u"assertion"), "sent");
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<int>("grant");
        QTest::newRow("password") << int(GrantType::Password);
        QTest::newRow("passcode") << int(GrantType::Passcode);
        QTest::newRow("code") << int(GrantType::AuthorizationCode);
        QTest::newRow("jwt-bearer") << int(GrantType::JwtBearer);
        QTest::newRow("saml2-bearer") << int(GrantType::Saml2Bearer);
        QTest::newRow("refresh") << int(GrantType::RefreshToken);
    }
    void saysWhatIsMissing()
    {
        QFETCH(int, grant);
        TokenRequest asked;
        asked.client.clientId = u"c"_s;
        asked.grant = GrantType(grant);
        const auto request = buildTokenRequest(asked);
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::Usage);
    }

    void wantsAClient() { QCOMPARE(buildTokenRequest({}).error().code, ErrorCode::InvalidInput); }
};

QTEST_GUILESS_MAIN(TestTokenRequest)
#include "tst_tokenrequest.moc"
