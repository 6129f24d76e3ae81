// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jws.h"
#include "tests/support/runningsandbox.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::Fields;
using test::RunningSandbox;
using text::Json;

namespace {

const auto jwtBearer = u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s;

Fields passwordGrant(const QString &user, const QString &password)
{
    return {{u"grant_type"_s, u"password"_s}, {u"username"_s, user}, {u"password"_s, password}};
}

QByteArray basic(const QString &id, const QString &secret)
{
    const QString pair = id + u':' + secret;
    return "Basic " + pair.toUtf8().toBase64();
}

} // namespace

class TestTokenEndpoint : public QObject
{
    Q_OBJECT

    RunningSandbox m_box;

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_box.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().toString()));
    }

    void cleanup() { m_box.command(u"fault.clear"_s); }

    void passwordGrantIssuesATokenOfTheUser()
    {
        const auto response = m_box.token(passwordGrant(u"alice"_s, u"alice"_s));
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-store"));
        const auto answer = m_box.json(response);
        QCOMPARE(answer[u"token_type"].toString(), u"bearer"_s);
        QCOMPARE(answer[u"expires_in"].toInteger(), 43199);
        QVERIFY(answer[u"refresh_token"].isString());
        QVERIFY(!answer.contains(u"id_token"));
        const auto claims = m_box.claimsOf(answer[u"access_token"].toString());
        QCOMPARE(claims[u"jti"], answer[u"jti"]);
        QCOMPARE(claims[u"user_name"].toString(), u"alice"_s);
        QCOMPARE(claims[u"scope"].toStringList(),
                 QStringList({u"openid"_s, u"tokentrail-sample!t1.admin"_s}));
        QCOMPARE(answer[u"scope"].toString(), u"openid tokentrail-sample!t1.admin"_s);
        QCOMPARE(claims[u"xs.user.attributes"][u"country"].toStringList(),
                 QStringList({u"DE"_s, u"AT"_s}));
        QCOMPARE(claims[u"xs.user.attributes"][u"level"].toStringList(), QStringList{u"3"_s});
        QCOMPARE(claims[u"xs.system.attributes"][u"xs.rolecollections"].toStringList(),
                 QStringList{u"Sample Administrators"_s});
        QCOMPARE(claims[u"iss"].toString(),
                 m_box.sandbox().endpoints().xsuaaUrl.toString() + u"/oauth/token"_s);
        QVERIFY(!claims[u"ext_attr"].contains(u"zdn"));
    }

    void tokenVerifiesAgainstTheKeySet()
    {
        const auto keys = m_box.get(u"/token_keys"_s);
        QCOMPARE(keys.status, 200);
        const auto set = jose::JwkSet::fromJson(m_box.json(keys));
        QVERIFY(set);
        const auto key = m_box.json(keys)[u"keys"].elements().at(0);
        for (const auto &name :
             {u"kty"_s, u"n"_s, u"e"_s, u"kid"_s, u"alg"_s, u"use"_s, u"value"_s})
            QVERIFY2(key[name].isString(), qPrintable(name));
        QVERIFY(jose::verifyCompact(m_box.accessToken().toUtf8(), *set));
    }

    void usersHaveWhatTheirRolesGive_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("scope");
        QTest::newRow("bob") << u"bob"_s << u"tokentrail-sample!t1.viewer"_s;
        QTest::newRow("carol") << u"carol"_s << u"tokentrail-sample!t1.editor"_s;
        QTest::newRow("dave") << u"dave"_s << QString();
    }

    void usersHaveWhatTheirRolesGive()
    {
        QFETCH(QString, user);
        QFETCH(QString, scope);
        auto scopes = m_box.claimsOf(m_box.accessToken(user))[u"scope"].toStringList();
        QCOMPARE(scopes.takeFirst(), u"openid"_s);
        QCOMPARE(scopes.join(u' '), scope);
    }

    void clientMayAuthenticateInEveryWayThatClientsUse_data()
    {
        QTest::addColumn<bool>("encoded");
        QTest::newRow("as it is") << false;
        QTest::newRow("percent-encoded") << true;
    }

    void clientMayAuthenticateInEveryWayThatClientsUse()
    {
        QFETCH(bool, encoded);
        const auto client = m_box.client();
        auto id = client.at(0).second;
        auto secret = client.at(1).second;
        if (encoded) {
            id = QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "!-_"));
            secret = QString::fromLatin1(QUrl::toPercentEncoding(secret, {}, "-_"));
            QVERIFY(id.contains(u'%'));
        }
        const auto response = m_box.post(u"/oauth/token"_s,
                                         {{u"grant_type"_s, u"client_credentials"_s}},
                                         {{"Authorization", basic(id, secret)}});
        QCOMPARE(response.status, 200);
    }

    void clientCredentialsMakeATechnicalToken()
    {
        const auto answer = m_box.json(m_box.token({{u"grant_type"_s, u"client_credentials"_s}}));
        QVERIFY(!answer.contains(u"refresh_token"));
        const auto claims = m_box.claimsOf(answer[u"access_token"].toString());
        QCOMPARE(claims[u"grant_type"].toString(), u"client_credentials"_s);
        QCOMPARE(claims[u"azp"].toString(), u"sb-tokentrail-sample!t1"_s);
        QVERIFY(!claims.contains(u"user_name"));
    }

    void refusalsAreThoseOfTheRealService_data()
    {
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("description");
        const auto client = m_box.client();
        const Fields wrongSecret{client.at(0), {u"client_secret"_s, u"no"_s}};
        const Fields unknown{{u"client_id"_s, u"sb-no!t9"_s}, {u"client_secret"_s, u"no"_s}};
        const Fields cc{{u"grant_type"_s, u"client_credentials"_s}};
        const auto badCredentials = u"Bad credentials"_s;
        const auto unauthorized = u"unauthorized"_s;
        QTest::newRow("wrong secret") << cc + wrongSecret << 401 << unauthorized << badCredentials;
        QTest::newRow("unknown client") << cc + unknown << 401 << unauthorized << badCredentials;
        QTest::newRow("no client") << cc << 401 << unauthorized
                                   << u"Full authentication is required to access this resource"_s;
        QTest::newRow("wrong password") << passwordGrant(u"alice"_s, u"bob"_s) + client << 401
                                        << unauthorized << badCredentials;
        QTest::newRow("unknown user") << passwordGrant(u"mallory"_s, u"mallory"_s) + client << 401
                                      << unauthorized << badCredentials;
        QTest::newRow("empty password")
            << passwordGrant(u"alice"_s, {}) + client << 401 << unauthorized << badCredentials;
        QTest::newRow("no grant") << client << 400 << u"invalid_request"_s
                                  << u"Missing grant type"_s;
        QTest::newRow("unknown grant")
            << Fields{{u"grant_type"_s, u"magic"_s}} + client << 400 << u"unsupported_grant_type"_s
            << u"Unsupported grant type: magic"_s;
        QTest::newRow("unknown scope")
            << cc + Fields{{u"scope"_s, u"x.y"_s}} + client << 400 << u"invalid_scope"_s
            << u"x.y is invalid. Please use a valid scope name in the request"_s;
        QTest::newRow("unknown code")
            << Fields{{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, u"abc"_s}} + client
            << 400 << u"invalid_grant"_s << u"Invalid authorization code: abc"_s;
        QTest::newRow("unknown refresh token")
            << Fields{{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, u"abc-r"_s}}
                + client
            << 401 << u"invalid_token"_s << u"Invalid refresh token"_s;
    }

    void refusalsAreThoseOfTheRealService()
    {
        QFETCH(Fields, fields);
        QFETCH(int, status);
        QFETCH(QString, error);
        QFETCH(QString, description);
        const auto response = m_box.post(u"/oauth/token"_s, fields);
        QCOMPARE(response.status, status);
        QCOMPARE(m_box.json(response)[u"error"].toString(), error);
        QCOMPARE(m_box.json(response)[u"error_description"].toString(), description);
        const auto challenge = response.headers.value("WWW-Authenticate");
        if (status == 401)
            QVERIFY2(challenge.startsWith("Basic realm=\"UAA/client\", error="),
                     challenge.constData());
        else
            QVERIFY(challenge.isEmpty());
    }

    void serviceClientMayNotUsePasswords()
    {
        const auto response = m_box.token(passwordGrant(u"alice"_s, u"alice"_s), u"destination"_s);
        QCOMPARE(response.status, 401);
        QCOMPARE(m_box.json(response)[u"error_description"].toString(),
                 u"Unauthorized grant type: password"_s);
    }

    void exchangeKeepsTheUserAndTakesTheClient()
    {
        const auto response =
            m_box.token({{u"grant_type"_s, jwtBearer}, {u"assertion"_s, m_box.accessToken()}},
                        u"destination"_s);
        QCOMPARE(response.status, 200);
        const auto claims = m_box.claimsOf(m_box.json(response)[u"access_token"].toString());
        QCOMPARE(claims[u"user_name"].toString(), u"alice"_s);
        QCOMPARE(claims[u"grant_type"].toString(), jwtBearer);
        QCOMPARE(claims[u"cid"].toString(), m_box.client(u"destination"_s).at(0).second);
        QVERIFY(claims[u"cid"].toString().contains(u'|'));
    }

    void exchangeRefusesWhatNamesNobody()
    {
        const auto technical =
            m_box.json(m_box.token({{u"grant_type"_s, u"client_credentials"_s}}));
        const auto response = m_box.token(
            {{u"grant_type"_s, jwtBearer}, {u"assertion"_s, technical[u"access_token"].toString()}},
            u"destination"_s);
        QCOMPARE(response.status, 401);
        QVERIFY(m_box.json(response)[u"error_description"].toString().contains(
            u"client_credentials"_s));
    }

    void exchangeRefusesForgedAndExpired()
    {
        const auto token = m_box.accessToken();
        auto forged = token;
        const auto last = forged.lastIndexOf(u'.') + 5;
        forged[last] = forged.at(last) == u'A' ? u'B' : u'A';
        for (const auto &assertion : {forged, u"not.a.token"_s, u"x"_s}) {
            const auto response = m_box.token(
                {{u"grant_type"_s, jwtBearer}, {u"assertion"_s, assertion}}, u"destination"_s);
            QCOMPARE(response.status, 401);
        }
        m_box.command(
            u"fault.set"_s,
            Json::object({{u"name"_s, u"xsuaa.clock-offset"_s}, {u"value"_s, u"-50000"_s}}));
        const auto expired = m_box.accessToken();
        m_box.command(u"fault.clear"_s);
        const auto response = m_box.token({{u"grant_type"_s, jwtBearer}, {u"assertion"_s, expired}},
                                          u"destination"_s);
        QCOMPARE(response.status, 401);
        QCOMPARE(m_box.json(response)[u"error_description"].toString(), u"Token has expired"_s);
    }

    void refreshMakesATokenOfTheSameLogin()
    {
        const auto first = m_box.json(m_box.token(passwordGrant(u"bob"_s, u"bob"_s)));
        const Fields refresh{{u"grant_type"_s, u"refresh_token"_s},
                             {u"refresh_token"_s, first[u"refresh_token"].toString()}};
        const auto again = m_box.token(refresh);
        QCOMPARE(again.status, 200);
        const auto claims = m_box.claimsOf(m_box.json(again)[u"access_token"].toString());
        QCOMPARE(claims[u"user_name"].toString(), u"bob"_s);
        QCOMPARE(claims[u"grant_type"].toString(), u"password"_s);
        QVERIFY(m_box.json(again)[u"jti"] != first[u"jti"]);
        QVERIFY(m_box.json(again)[u"refresh_token"].isString());
        QCOMPARE(m_box.token(refresh, u"destination"_s).status, 401); // of another client
    }

    void openidInTheScopeBringsAnIdToken()
    {
        const auto answer = m_box.json(
            m_box.token(passwordGrant(u"alice"_s, u"alice"_s) + Fields{{u"scope"_s, u"openid"_s}}));
        QCOMPARE(answer[u"scope"].toString(), u"openid"_s);
        const auto claims = m_box.claimsOf(answer[u"id_token"].toString());
        QCOMPARE(claims[u"aud"].toStringList(), QStringList{u"sb-tokentrail-sample!t1"_s});
        QCOMPARE(claims[u"user_name"].toString(), u"alice"_s);
        QVERIFY(!claims.contains(u"scope"));
    }

    void additionalAttributesAreCarried()
    {
        const auto answer =
            m_box.json(m_box.token({{u"grant_type"_s, u"client_credentials"_s},
                                    {u"authorities"_s, uR"({"az_attr":{"a":"1"}})"_s}}));
        QCOMPARE(m_box.claimsOf(answer[u"access_token"].toString())[u"az_attr"][u"a"].toString(),
                 u"1"_s);
    }

    void zonesAreKeptApart()
    {
        const auto zone = m_box.claimsOf(m_box.accessToken())[u"zid"].toString();
        const Fields cc = Fields{{u"grant_type"_s, u"client_credentials"_s}} + m_box.client();
        QCOMPARE(m_box.post(u"/oauth/token"_s, cc, {{"x-zid", zone.toLatin1()}}).status, 200);
        QCOMPARE(m_box.post(u"/oauth/token"_s, cc, {{"X-Zid", "another"}}).status, 401);
        QCOMPARE(m_box.get(u"/token_keys?zid="_s + zone).status, 200);
        QCOMPARE(m_box.get(u"/token_keys?zid=another"_s).status, 400);
    }

    void httpsAnswersAlike()
    {
        const auto base = m_box.sandbox().endpoints().xsuaaUrl.toString();
        QVERIFY(base.startsWith(u"https://127.0.0.1:"_s));
        const auto response = m_box.post(base + u"/oauth/token"_s,
                                         passwordGrant(u"alice"_s, u"alice"_s) + m_box.client());
        QCOMPARE(response.status, 200);
        QCOMPARE(m_box.get(base + u"/token_keys"_s).body, m_box.get(u"/token_keys"_s).body);
    }

    void wrongMethodAndTypeAreSaid()
    {
        QCOMPARE(m_box.get(u"/oauth/token"_s).status, 405);
        QCOMPARE(m_box.send("POST", u"/oauth/token"_s, {{"Content-Type", "application/json"}}, "{}")
                     .status,
                 415);
        QCOMPARE(m_box.get(u"/nowhere"_s).status, 404);
    }

    void tokensCanBeAskedAbout()
    {
        const auto token = m_box.accessToken();
        const auto info =
            m_box.get(u"/userinfo"_s, {{"Authorization", "Bearer " + token.toLatin1()}});
        QCOMPARE(m_box.json(info)[u"user_name"].toString(), u"alice"_s);
        QCOMPARE(m_box.json(info)[u"user_attributes"][u"country"].toStringList(),
                 QStringList({u"DE"_s, u"AT"_s}));
        const auto none = m_box.get(u"/userinfo"_s);
        QCOMPARE(none.status, 401);
        QVERIFY(none.headers.value("WWW-Authenticate").startsWith("Bearer "));

        const auto active =
            m_box.post(u"/introspect"_s, Fields{{u"token"_s, token}} + m_box.client());
        QVERIFY(m_box.json(active)[u"active"].toBool());
        const auto inactive =
            m_box.post(u"/introspect"_s, Fields{{u"token"_s, u"x"_s}} + m_box.client());
        QVERIFY(!m_box.json(inactive)[u"active"].toBool(true));
        QCOMPARE(m_box.post(u"/introspect"_s, {{u"token"_s, token}}).status, 401);
        QCOMPARE(m_box.post(u"/check_token"_s, Fields{{u"token"_s, token}} + m_box.client()).status,
                 200);
    }

    void faultsDoWhatTheySay_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("spoilt");
        QTest::newRow("audience") << u"xsuaa.wrong-audience"_s << QString() << u"cid"_s
                                  << u"\"sb-other!t99\""_s;
        QTest::newRow("zone") << u"xsuaa.wrong-zone"_s << u"z"_s << u"zid"_s << u"\"z\""_s;
        QTest::newRow("no scope") << u"xsuaa.no-scope-claim"_s << QString() << u"scope"_s
                                  << u"null"_s;
    }

    void faultsDoWhatTheySay()
    {
        QFETCH(QString, fault);
        QFETCH(QString, value);
        QFETCH(QString, claim);
        QFETCH(QString, spoilt);
        m_box.command(u"fault.set"_s, Json::object({{u"name"_s, fault}, {u"value"_s, value}}));
        QCOMPARE(m_box.claimsOf(m_box.accessToken())[claim].toCompact(), spoilt.toUtf8());
        m_box.command(u"fault.clear"_s);
        QVERIFY(m_box.claimsOf(m_box.accessToken())[claim].toCompact() != spoilt.toUtf8());
    }

    void rogueKeyHasTheKnownIdAndDoesNotVerify()
    {
        const auto set = jose::JwkSet::fromJson(m_box.json(m_box.get(u"/token_keys"_s)));
        m_box.command(u"fault.set"_s, Json::object({{u"name"_s, u"xsuaa.rogue-key"_s}}));
        const auto token = m_box.accessToken().toUtf8();
        QVERIFY(!jose::verifyCompact(token, *set));
        const auto parts = jose::parseCompact(token);
        QVERIFY(parts);
        QVERIFY(set->byKeyId(parts->header[u"kid"].toString()));
    }

    void endpointsFailOnPurpose()
    {
        m_box.command(u"fault.set"_s,
                      Json::object({{u"name"_s, u"xsuaa.token-status"_s}, {u"value"_s, u"500"_s}}));
        QCOMPARE(m_box.token({{u"grant_type"_s, u"client_credentials"_s}}).status, 500);
        m_box.command(u"fault.set"_s,
                      Json::object({{u"name"_s, u"xsuaa.jwks-status"_s}, {u"value"_s, u"503"_s}}));
        QCOMPARE(m_box.get(u"/token_keys"_s).status, 503);
    }
};

QTEST_GUILESS_MAIN(TestTokenEndpoint)
#include "tst_tokenendpoint.moc"
