// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/certificates.h"
#include "tests/support/runningsandbox.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::Fields;
using test::RunningSandbox;
using text::Json;

namespace {

const auto jwtBearer = u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s;
const auto samlBearer = u"urn:ietf:params:oauth:grant-type:saml2-bearer"_s;
const Fields clientCredentials{{u"grant_type"_s, u"client_credentials"_s}};

} // namespace

// The grants, ways to authenticate and subaccounts that go beyond what a single application needs.
class TestGrants : public QObject
{
    Q_OBJECT

    RunningSandbox m_box;

    Json x509Key(int days = 7)
    {
        return m_box.command(u"bindings"_s,
                             Json::object({{u"format"_s, u"service-key"_s}, {u"x509"_s, days}}));
    }
    QString httpsToken()
    {
        return m_box.sandbox().endpoints().xsuaaUrl.toString() + u"/oauth/token"_s;
    }
    QString subscriberZone()
    {
        return m_box.command(u"subaccount.list"_s).elements().at(1)[u"zoneId"].toString();
    }
    QString assertionFor(const QString &user)
    {
        return m_box.command(u"saml.assertion"_s, Json::object({{u"user"_s, user}}))[u"assertion"]
            .toString();
    }
    QString tokenOf(const http::Response &response) const
    {
        return RunningSandbox::json(response)[u"access_token"].toString();
    }
    QString descriptionOf(const http::Response &response) const
    {
        return RunningSandbox::json(response)[u"error_description"].toString();
    }

private Q_SLOTS:
    void init()
    {
        const auto started = m_box.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().toString()));
    }

    void cleanup()
    {
        m_box.setClientCertificate({}, {});
        m_box.stop();
    }

    void assertionOfAnIdentityProviderMakesATokenOfItsUser()
    {
        const auto response = m_box.token(
            {{u"grant_type"_s, samlBearer}, {u"assertion"_s, assertionFor(u"alice"_s)}});
        QCOMPARE(response.status, 200);
        const auto claims = m_box.claimsOf(tokenOf(response));
        QCOMPARE(claims[u"user_name"].toString(), u"alice"_s);
        QCOMPARE(claims[u"grant_type"].toString(), samlBearer);
        QVERIFY(claims[u"scope"].toStringList().contains(u"tokentrail-sample!t1.admin"_s));
    }

    void assertionThatWasTouchedOrIsAboutNobodyIsRefused()
    {
        const auto genuine = QByteArray::fromBase64(assertionFor(u"bob"_s).toLatin1(),
                                                    QByteArray::Base64UrlEncoding);
        QVERIFY(genuine.contains(">bob<"));
        const auto send = [this](QByteArray xml) {
            return m_box.token({{u"grant_type"_s, samlBearer},
                                {u"assertion"_s, QString::fromLatin1(xml.toBase64())}});
        };
        QCOMPARE(send(genuine).status, 200);
        auto touched = genuine;
        touched.replace(">bob<", ">alice<");
        QCOMPARE(send(touched).status, 401);
        QVERIFY(descriptionOf(send(touched)).contains("signature"_L1));
        auto wrapped = genuine;
        wrapped.replace("</saml2:Assertion>",
                        "<saml2:Assertion ID=\"_x\"></saml2:Assertion></saml2:Assertion>");
        QCOMPARE(send(wrapped).status, 401);
        auto bare = genuine;
        const auto from = bare.indexOf("<ds:Signature ");
        bare.remove(from, bare.indexOf("</ds:Signature>") + 15 - from);
        QVERIFY(descriptionOf(send(bare)).contains("not signed"_L1));
        QCOMPARE(send("<!DOCTYPE x>" + genuine).status, 401);
        QCOMPARE(send("no xml").status, 401);
        const auto stranger = m_box.token(
            {{u"grant_type"_s, samlBearer}, {u"assertion"_s, assertionFor(u"mallory"_s)}});
        QVERIFY(descriptionOf(stranger).contains("pre-created"_L1));
    }

    void clientWithACertificateNeedsNoSecret()
    {
        const auto key = x509Key();
        QCOMPARE(key[u"credential-type"].toString(), u"x509"_s);
        QVERIFY(!key.contains(u"clientsecret"));
        const auto pem = key[u"certificate"].toString().toLatin1();
        m_box.setClientCertificate(pem, Secret(key[u"key"].toString()));
        const Fields id{{u"client_id"_s, key[u"clientid"].toString()}};
        const auto response = m_box.post(httpsToken(), clientCredentials + id);
        QCOMPARE(response.status, 200);
        const auto claims = m_box.claimsOf(tokenOf(response));
        QCOMPARE(claims[u"cnf"][u"x5t#S256"].toString(), sandbox::thumbprintOf(pem));

        // It proves one client and no other, and it does so over TLS alone.
        const Fields other{{u"client_id"_s, m_box.client(u"destination"_s).at(0).second}};
        QCOMPARE(m_box.post(httpsToken(), clientCredentials + other).status, 401);
        QCOMPARE(m_box.post(u"/oauth/token"_s, clientCredentials + id).status, 401);
        m_box.setClientCertificate({}, {});
        QCOMPARE(m_box.post(httpsToken(), clientCredentials + id).status, 401);
    }

    void secretMakesNoBoundToken()
    {
        const auto claims = m_box.claimsOf(m_box.accessToken());
        QVERIFY(!claims.contains(u"cnf"));
    }

    void certificateLivesAtMostThirtyDays()
    {
        QVERIFY(x509Key(30).isObject());
        QVERIFY(!m_box.sandbox().command(
            u"bindings"_s, Json::object({{u"format"_s, u"service-key"_s}, {u"x509"_s, 31}})));
    }

    void userTokenNeedsTheScopeForIt()
    {
        const QByteArray bearer = "Bearer " + m_box.accessToken().toLatin1();
        const Fields asked{{u"grant_type"_s, u"user_token"_s}, m_box.client().at(0)};
        const auto refused = m_box.post(u"/oauth/token"_s, asked, {{"Authorization", bearer}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(RunningSandbox::json(refused)[u"error"].toString(), u"insufficient_scope"_s);
        QCOMPARE(m_box.post(u"/oauth/token"_s, asked, {{"Authorization", "Bearer x"}}).status, 401);
    }

    void userTokenIsARefreshTokenOfTheOtherClient()
    {
        m_box.command(u"app.put"_s,
                      *text::parseJson(R"({"application":{"xsappname":"exchange","role-templates":[
                {"name":"Token_Exchange","scope-references":["uaa.user"]}],
                "role-collections":[{"name":"Exchangers",
                "role-template-references":["$XSAPPNAME.Token_Exchange"]}]}})"));
        auto dave = Json::object(
            {{u"userName"_s, u"dave"_s}, {u"roleCollections"_s, Json::array({u"Exchangers"_s})}});
        m_box.command(u"user.put"_s, Json::object({{u"user"_s, dave}}));
        const auto login = m_box.token({{u"grant_type"_s, u"password"_s},
                                        {u"username"_s, u"dave"_s},
                                        {u"password"_s, u"dave"_s}},
                                       u"exchange"_s);
        QCOMPARE(login.status, 200);
        const auto target = m_box.client();
        const auto handed = m_box.post(u"/oauth/token"_s,
                                       {{u"grant_type"_s, u"user_token"_s}, target.at(0)},
                                       {{"Authorization", "Bearer " + tokenOf(login).toLatin1()}});
        QCOMPARE(handed.status, 200);
        QVERIFY(RunningSandbox::json(handed)[u"access_token"].isNull());
        const auto fresh = m_box.token(
            {{u"grant_type"_s, u"refresh_token"_s},
             {u"refresh_token"_s, RunningSandbox::json(handed)[u"refresh_token"].toString()}});
        QCOMPARE(fresh.status, 200);
        const auto claims = m_box.claimsOf(tokenOf(fresh));
        QCOMPARE(claims[u"user_name"].toString(), u"dave"_s);
        QCOMPARE(claims[u"cid"].toString(), target.at(0).second);
    }

    void passcodeStandsForThePersonOnce()
    {
        // Who is not logged in is asked to do so first.
        const auto stranger = m_box.get(u"/passcode"_s);
        QCOMPARE(stranger.headers.value("Location"), QByteArray("/login"));
        auto cookie = stranger.headers.value("Set-Cookie").split(';').constFirst();
        const auto page = m_box.get(u"/login"_s, {{"Cookie", cookie}});
        static const QRegularExpression csrf(u"name=\"X-Uaa-Csrf\" value=\"([^\"]+)\""_s);
        const auto login =
            m_box.post(u"/login.do"_s,
                       {{u"username"_s, u"carol"_s},
                        {u"password"_s, u"carol"_s},
                        {u"X-Uaa-Csrf"_s, csrf.match(QString::fromUtf8(page.body)).captured(1)}},
                       {{"Cookie", cookie}});
        QCOMPARE(login.headers.value("Location"), QByteArray("/passcode"));
        cookie = login.headers.value("Set-Cookie").split(';').constFirst();
        const auto shown = m_box.get(u"/passcode"_s, {{"Cookie", cookie}});
        static const QRegularExpression code(u"id=\"passcode\">([^<]+)<"_s);
        const Fields grant{{u"grant_type"_s, u"password"_s},
                           {u"passcode"_s, code.match(QString::fromUtf8(shown.body)).captured(1)}};
        const auto response = m_box.token(grant);
        QCOMPARE(response.status, 200);
        QCOMPARE(m_box.claimsOf(tokenOf(response))[u"user_name"].toString(), u"carol"_s);
        QCOMPARE(descriptionOf(m_box.token(grant)), u"Invalid passcode"_s);
    }

    void passwordsBelongToAnIdentityProvider()
    {
        const Fields grant{{u"grant_type"_s, u"password"_s},
                           {u"username"_s, u"alice"_s},
                           {u"password"_s, u"alice"_s}};
        const auto hint = [](const QString &origin) {
            return std::pair(u"login_hint"_s, QString(u"{\"origin\":\""_s + origin + u"\"}"_s));
        };
        QCOMPARE(m_box.token(grant + Fields{hint(u"sap.default"_s)}).status, 200);
        const auto unknown = m_box.token(grant + Fields{hint(u"corporate"_s)});
        QCOMPARE(unknown.status, 400);
        QVERIFY(descriptionOf(unknown).contains("login_hint"_L1));
    }

    void refreshTokensAreUniqueWhereThePolicySaysSo_data()
    {
        QTest::addColumn<bool>("unique");
        QTest::addColumn<int>("secondTime");
        QTest::newRow("by default") << false << 200;
        QTest::newRow("refreshTokenUnique") << true << 401;
    }

    void refreshTokensAreUniqueWhereThePolicySaysSo()
    {
        QFETCH(bool, unique);
        QFETCH(int, secondTime);
        m_box.command(u"security-settings.put"_s,
                      Json::object({{u"tokenPolicySettings"_s,
                                     Json::object({{u"refreshTokenUnique"_s, unique}})}}));
        const auto first = m_box.token({{u"grant_type"_s, u"password"_s},
                                        {u"username"_s, u"bob"_s},
                                        {u"password"_s, u"bob"_s}});
        const auto refresh = [this](const http::Response &from) {
            return m_box.token(
                {{u"grant_type"_s, u"refresh_token"_s},
                 {u"refresh_token"_s, RunningSandbox::json(from)[u"refresh_token"].toString()}});
        };
        const auto second = refresh(first);
        QCOMPARE(second.status, 200);
        QCOMPARE(refresh(first).status, secondTime);
        QCOMPARE(refresh(second).status, 200);
    }

    void subscriberGetsTokensOfItsOwnZone()
    {
        const auto zone = subscriberZone();
        const auto response = m_box.post(u"/oauth/token"_s,
                                         clientCredentials + m_box.client(u"destination"_s),
                                         {{"x-zid", zone.toLatin1()}});
        QCOMPARE(response.status, 200);
        QCOMPARE(m_box.claimsOf(tokenOf(response))[u"zid"].toString(), zone);
        // An application of the provider alone is not known there.
        const auto dedicated = m_box.post(
            u"/oauth/token"_s, clientCredentials + m_box.client(), {{"x-zid", zone.toLatin1()}});
        QCOMPARE(dedicated.status, 401);
        QVERIFY(descriptionOf(dedicated).startsWith("No client with requested id"_L1));
        QCOMPARE(m_box
                     .post(u"/oauth/token"_s,
                           clientCredentials + m_box.client(u"destination"_s),
                           {{"x-zid", "nobody"}})
                     .status,
                 401);
    }

    void tokenOfAnotherSubaccountIsNotExchanged()
    {
        const auto response =
            m_box.post(u"/oauth/token"_s,
                       Fields{{u"grant_type"_s, jwtBearer}, {u"assertion"_s, m_box.accessToken()}}
                           + m_box.client(u"destination"_s),
                       {{"x-zid", subscriberZone().toLatin1()}});
        QCOMPARE(response.status, 401);
    }

    void tenantHostsNameTheSubaccount_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        QTest::addColumn<qsizetype>("account");
        QTest::newRow("provider") << QByteArray("dev.localhost") << 200 << qsizetype(0);
        QTest::newRow("subscriber") << QByteArray("subscriber.localhost") << 200 << qsizetype(1);
        QTest::newRow("as in a landscape")
            << QByteArray("subscriber.authentication.localhost") << 200 << qsizetype(1);
        QTest::newRow("for certificates")
            << QByteArray("subscriber.authentication.cert.localhost") << 200 << qsizetype(1);
        QTest::newRow("nobody's") << QByteArray("nobody.localhost") << 404 << qsizetype(0);
    }

    void tenantHostsNameTheSubaccount()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        QFETCH(qsizetype, account);
        const auto port = m_box.sandbox().endpoints().xsuaaHttpUrl.port();
        const auto response = m_box.post(u"/oauth/token"_s,
                                         clientCredentials + m_box.client(u"destination"_s),
                                         {{"Host", host + ':' + QByteArray::number(port)}});
        QCOMPARE(response.status, status);
        if (status == 200)
            QCOMPARE(m_box.claimsOf(tokenOf(response))[u"zid"],
                     m_box.command(u"subaccount.list"_s).elements().at(size_t(account))[u"zoneId"]);
        else
            QVERIFY(descriptionOf(response).contains("does not map to a valid identity zone"_L1));
    }

    void keySetIsToldForOwnZonesAlone()
    {
        QCOMPARE(m_box.get(u"/token_keys?zid="_s + subscriberZone()).status, 200);
        QCOMPARE(m_box.get(u"/token_keys?zid=somebody-else"_s).status, 400);
        QCOMPARE(m_box.get(u"/token_keys?zid=dev"_s).status, 400); // a name is no id
    }

    void rotationKeepsOldTokensGoodUnlessForced_data()
    {
        QTest::addColumn<bool>("force");
        QTest::newRow("normal") << false;
        QTest::newRow("forced") << true;
    }

    void rotationKeepsOldTokensGoodUnlessForced()
    {
        QFETCH(bool, force);
        const auto token = m_box.accessToken();
        const auto works = [this](const QString &of) {
            return m_box.get(u"/userinfo"_s, {{"Authorization", "Bearer " + of.toLatin1()}}).status
                == 200;
        };
        const auto keys = [this] {
            return RunningSandbox::json(m_box.get(u"/token_keys"_s))[u"keys"];
        };
        QVERIFY(works(token));
        const auto before = keys().elements().at(0)[u"kid"];
        m_box.command(u"key.rotate"_s, Json::object({{u"force"_s, force}}));
        QCOMPARE(works(token), !force);
        QVERIFY(works(m_box.accessToken()));
        QVERIFY(!(keys().elements().at(0)[u"kid"] == before));
        QCOMPARE(keys().size(), force ? 1 : 2);

        // The next run knows the same keys.
        const auto after = keys();
        m_box.stop();
        QVERIFY(m_box.start());
        QCOMPARE(keys(), after);
        QCOMPARE(works(token), !force);
    }

    void discoveryNamesTheEndpointForCertificates()
    {
        const auto discovery =
            RunningSandbox::json(m_box.get(u"/.well-known/openid-configuration"_s));
        QCOMPARE(discovery[u"mtls_endpoint_aliases"][u"token_endpoint"].toString(), httpsToken());
        QVERIFY(discovery[u"grant_types_supported"].toStringList().contains(samlBearer));
        QVERIFY(discovery[u"token_endpoint_auth_methods_supported"].toStringList().contains(
            u"tls_client_auth"_s));
    }
};

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
