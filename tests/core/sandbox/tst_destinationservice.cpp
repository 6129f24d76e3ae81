// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/runninglandscape.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokentrail;
using test::Answer;
using test::ask;
using test::RunningLandscape;

class TestDestinationService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_landscape = std::make_unique<RunningLandscape>(); }
    void cleanup() { m_landscape.reset(); }

    void answersWithOwnerAndTextsAlone()
    {
        auto &destination = m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        destination.set(u"number"_s, 7);
        destination.set(u"flag"_s, true);
        const auto answer = look("v1/destinations/S4?$skipTokenRetrieval=true", service());
        QCOMPARE(answer->response.body,
                 QByteArray("{\"owner\":{\"SubaccountId\":\"zone-dev\",\"InstanceId\":null},"
                            "\"destinationConfiguration\":{\"Name\":\"S4\",\"Type\":\"HTTP\","
                            "\"URL\":\"http://s4virtual:44300\",\"ProxyType\":\"OnPremise\","
                            "\"Authentication\":\"PrincipalPropagation\",\"sap-client\":\"100\","
                            "\"number\":\"7\",\"flag\":\"true\"}}"));
        QCOMPARE(answer->notes[u"destination"].toString(), u"S4"_s);
    }

    void unknownNamesAreNotFoundToTheLetter()
    {
        const auto answer = look("v1/destinations/NOPE", service());
        QCOMPARE(answer->response.status, 404);
        QCOMPARE(answer->response.body,
                 QByteArray(
                     "{\"ErrorMessage\":\"Configuration with the specified name was not found\"}"));
    }

    void otherZonesFindNothing()
    {
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s);
        const auto token =
            m_landscape->clientToken(QString::fromUtf16(test::destinationClient),
                                     text::Json::object({{u"zid"_s, u"zone-other"_s}}));
        QCOMPARE(look("v1/destinations/S4", token)->response.status, 404);
    }

    void onlyItsOwnClientMayAsk_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("status");
        QTest::newRow("its client") << u"client:sb-destination!b1"_s << 200;
        QTest::newRow("a person, exchanged") << u"exchanged"_s << 200;
        QTest::newRow("another client") << u"client:sb-other!t1"_s << 401;
        QTest::newRow("a person's login") << u"user"_s << 401;
        QTest::newRow("expired") << u"expired"_s << 401;
        QTest::newRow("garbage") << u"garbage"_s << 401;
        QTest::newRow("nobody") << QString() << 401;
    }
    void onlyItsOwnClientMayAsk()
    {
        QFETCH(QString, who);
        QFETCH(int, status);
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s);
        QByteArray token;
        if (who.startsWith(u"client"_s))
            token = m_landscape->clientToken(who.section(u':', 1));
        else if (who == u"exchanged")
            token = exchanged(u"alice"_s);
        else if (who == u"user")
            token = m_landscape->userToken(u"alice"_s);
        else if (who == u"expired")
            token = m_landscape->clientToken(QString::fromUtf16(test::destinationClient),
                                             text::Json::object({{u"exp"_s, 1}}));
        else
            token = who.toLatin1();
        const auto answer = look("v1/destinations/S4", token);
        QCOMPARE(answer->response.status, status);
        if (status == 401)
            QVERIFY(!answer->json()[u"ErrorMessage"].toString().isEmpty());
    }

    void basicCarriesItsToken()
    {
        auto &destination = m_landscape->addDestination(u"S4"_s, u"BasicAuthentication"_s);
        destination.set(u"User"_s, u"u"_s);
        destination.set(u"Password"_s, u"p"_s);
        const auto answer = look("v1/destinations/S4", service());
        const auto token = answer->json()[u"authTokens"].elements()[0];
        QCOMPARE(token[u"type"].toString(), u"Basic"_s);
        QCOMPARE(token[u"http_header"][u"value"].toString(), u"Basic dTpw"_s);
        QVERIFY(!token.contains(u"error"));
        // Clients that skip the tokens build the header themselves, so the password is there.
        const auto skipped = look("v1/destinations/S4?$skipTokenRetrieval=true", service());
        QVERIFY(!skipped->json().contains(u"authTokens"));
        QCOMPARE(skipped->json()[u"destinationConfiguration"][u"Password"].toString(), u"p"_s);
    }

    void getsTokensFromTheTokenService_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("asker");
        QTest::addColumn<QString>("user"); // of the token that comes; empty: technical
        QTest::newRow("client credentials")
            << u"OAuth2ClientCredentials"_s << u"service"_s << QString();
        QTest::newRow("exchange") << u"OAuth2UserTokenExchange"_s << u"exchanged"_s << u"alice"_s;
        QTest::newRow("JWT bearer") << u"OAuth2JWTBearer"_s << u"exchanged"_s << u"alice"_s;
        QTest::newRow("X-user-token") << u"OAuth2JWTBearer"_s << u"x-user-token"_s << u"alice"_s;
    }
    void getsTokensFromTheTokenService()
    {
        QFETCH(QString, kind);
        QFETCH(QString, asker);
        QFETCH(QString, user);
        addOAuth(kind);
        const auto answer =
            look("v1/destinations/S4",
                 asker == u"exchanged" ? exchanged(u"alice"_s) : service(),
                 asker == u"x-user-token" ? m_landscape->userToken(u"alice"_s) : QByteArray());
        const auto token = answer->json()[u"authTokens"].elements()[0];
        QVERIFY2(!token.contains(u"error"), answer->response.body.constData());
        QCOMPARE(token[u"type"].toString(), u"Bearer"_s);
        QCOMPARE(token[u"expires_in"].toString(), u"43199"_s);
        QVERIFY(token[u"expires_in"].isString());
        QCOMPARE(token[u"http_header"][u"key"].toString(), u"Authorization"_s);
        QCOMPARE(token[u"http_header"][u"value"].toString(),
                 QString(u"Bearer "_s + token[u"value"].toString()));
        const auto claims = m_landscape->verifyToken(token[u"value"].toString().toLatin1());
        QCOMPARE((*claims)[u"user_name"].toString(), user);
        QCOMPARE((*claims)[u"cid"].toString(), QString::fromUtf16(test::s4Client));
    }

    void failuresAreToldInsideWith200_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("part");
        QTest::newRow("wrong secret") << u"OAuth2ClientCredentials"_s << u"clientSecret"_s
                                      << u"wrong"_s << u"Bad credentials"_s;
        QTest::newRow("no URL") << u"OAuth2ClientCredentials"_s << u"tokenServiceURL"_s << QString()
                                << u"tokenServiceURL"_s;
        QTest::newRow("unreachable")
            << u"OAuth2ClientCredentials"_s << u"tokenServiceURL"_s
            << u"http://127.0.0.1:1/oauth/token"_s << u"Retrieval of OAuthToken failed"_s;
        QTest::newRow("no user") << u"OAuth2UserTokenExchange"_s << QString() << QString()
                                 << u"needs a user token"_s;
        QTest::newRow("unknown type")
            << u"Kerberos"_s << QString() << QString() << u"Kerberos is not known"_s;
        QTest::newRow("SAML without a user")
            << u"OAuth2SAMLBearerAssertion"_s << QString() << QString() << u"needs a user token"_s;
        QTest::newRow("no refresh token")
            << u"OAuth2RefreshToken"_s << QString() << QString() << u"X-refresh-token"_s;
        QTest::newRow("no code") << u"OAuth2AuthorizationCode"_s << QString() << QString()
                                 << u"X-code"_s;
    }
    void failuresAreToldInsideWith200()
    {
        QFETCH(QString, kind);
        QFETCH(QString, property);
        QFETCH(QString, value);
        QFETCH(QString, part);
        auto &destination = addOAuth(kind);
        if (!property.isEmpty())
            destination.set(property, value);
        const auto answer = look("v1/destinations/S4", service());
        QCOMPARE(answer->response.status, 200);
        const auto token = answer->json()[u"authTokens"].elements()[0];
        QVERIFY2(token[u"error"].toString().contains(part), answer->response.body.constData());
        QCOMPARE(token[u"type"].toString(), QString());
        QVERIFY(token[u"value"].isString());
        QCOMPARE(token[u"expires_in"].toString(), u"0"_s);
    }

    void samlBearerBringsATokenOfTheForeignServer_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("backendUser"); // empty: refused
        QTest::addColumn<QString>("error");
        QTest::newRow("by logon name") << QString() << QString() << u"ALICE"_s << QString();
        QTest::newRow("by mail address")
            << u"nameIdFormat"_s << u"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"_s
            << u"ALICE"_s << QString();
        QTest::newRow("by another claim")
            << u"userIdSource"_s << u"email"_s << u"ALICE"_s << QString();
        QTest::newRow("system user")
            << u"SystemUser"_s << u"TECHUSER"_s << u"TECHUSER"_s << QString();
        QTest::newRow("claim that is not there") << u"userIdSource"_s << u"mail"_s << QString()
                                                 << u"Cannot determine user to propagate"_s;
        QTest::newRow("meant for another")
            << u"audience"_s << u"s5.example.com"_s << QString() << u"is meant for"_s;
        QTest::newRow("wrong client") << u"tokenServicePassword"_s << u"wrong"_s << QString()
                                      << u"Client authentication failed"_s;
    }
    void samlBearerBringsATokenOfTheForeignServer()
    {
        QFETCH(QString, property);
        QFETCH(QString, value);
        QFETCH(QString, backendUser);
        QFETCH(QString, error);
        auto &destination = addSaml(u"OAuth2SAMLBearerAssertion"_s);
        if (!property.isEmpty())
            destination.set(property, value);
        const auto answer = look("v1/destinations/S4", exchanged(u"alice"_s));
        const auto token = answer->json()[u"authTokens"].elements()[0];
        if (backendUser.isEmpty()) {
            QVERIFY2(token[u"error"].toString().contains(error), answer->response.body.constData());
            return;
        }
        QVERIFY2(!token.contains(u"error"), answer->response.body.constData());
        QCOMPARE(backendUserWith(token), backendUser);
    }

    void samlAssertionGoesToTheTargetItself()
    {
        addSaml(u"SAMLAssertion"_s);
        const auto answer = look("v1/destinations/S4", exchanged(u"alice"_s));
        const auto token = answer->json()[u"authTokens"].elements()[0];
        QVERIFY(token[u"http_header"][u"value"].toString().startsWith("SAML2.0 "_L1));
        QCOMPARE(backendUserWith(token), u"ALICE"_s);
    }

    void technicalUserIsForTheProxy()
    {
        auto &destination = addOAuth(u"OAuth2TechnicalUserPropagation"_s);
        destination.set(u"ProxyType"_s, u"OnPremise"_s);
        m_landscape->mapping.insert(QString::fromUtf16(test::s4Client), {u"TECHUSER"_s, true, {}});
        const auto answer = look("v1/destinations/S4", service());
        const auto header = answer->json()[u"authTokens"].elements()[0][u"http_header"];
        QCOMPARE(header[u"key"].toString(), u"SAP-Connectivity-Technical-Authentication"_s);
        http::Request request{"GET",
                              "http://s4virtual:44300/sap/opu/odata/sap/API_FUNCTIONALLOCATION/"};
        request.headers = {
            {"Host", "s4virtual:44300"},
            {"sap-client", "100"},
            {"Proxy-Authorization",
             "Bearer " + m_landscape->clientToken(QString::fromUtf16(test::connectivityClient))},
            {header[u"key"].toString().toLatin1(), header[u"value"].toString().toLatin1()}};
        auto through = ask(m_landscape->proxy, request);
        QVERIFY(QTest::qWaitFor([&] { return through->given; }, 20000));
        QCOMPARE(through->response.status, 200);
        QCOMPARE(m_landscape->last(u"backend"_s).notes[u"backendUser"].toString(), u"TECHUSER"_s);
    }

    void tenantNamesTheHostOfACommonTokenService()
    {
        auto &destination = addOAuth(u"OAuth2ClientCredentials"_s);
        destination.set(u"tokenServiceURLType"_s, u"Common"_s);
        destination.set(u"tokenServiceURL"_s, u"http://{tenant}.invalid/oauth/token"_s);
        const auto answer = look("v1/destinations/S4", service(), {}, {{"X-tenant", "subscriber"}});
        const auto error = answer->json()[u"authTokens"].elements()[0][u"error"].toString();
        QVERIFY2(error.contains("subscriber.invalid"_L1), qPrintable(error));
    }

    void instanceComesBeforeSubaccount()
    {
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s);
        m_landscape->instanceDestinations = {
            text::Json::object({{u"Name"_s, u"S4"_s}, {u"URL"_s, u"http://instance"_s}})};
        const auto found = look("v1/destinations/S4", service())->json();
        QCOMPARE(found[u"destinationConfiguration"][u"URL"].toString(), u"http://instance"_s);
        QCOMPARE(found[u"owner"][u"InstanceId"].toString(), u"instance-1"_s);
        const auto other = look("v2/destinations/S4@subaccount", service())->json();
        QVERIFY(other[u"owner"][u"InstanceId"].isNull());
    }

    void fragmentIsLaidOverTheDestination()
    {
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s);
        m_landscape->fragments.insert(
            u"DEV"_s, text::Json::object({{u"Name"_s, u"DEV"_s}, {u"sap-client"_s, u"200"_s}}));
        const auto with = look("v2/destinations/S4", service(), {}, {{"X-fragment-name", "DEV"}});
        const auto configuration = with->json()[u"destinationConfiguration"];
        QCOMPARE(configuration[u"sap-client"].toString(), u"200"_s);
        QCOMPARE(configuration[u"Name"].toString(), u"S4"_s);
        QCOMPARE(
            look("v2/destinations/S4", service(), {}, {{"X-fragment-name", "NO"}})->response.status,
            404);
        QCOMPARE(look("v2/destinations/S4",
                      service(),
                      {},
                      {{"X-fragment-name", "NO"}, {"X-fragment-optional", "true"}})
                     ->response.status,
                 200);
    }

    void keyStoreComesWithItsDestination()
    {
        m_landscape->keyStores = {text::Json::object(
            {{u"Name"_s, u"c.p12"_s}, {u"Content"_s, u"AAAA"_s}, {u"Type"_s, u"CERTIFICATE"_s}})};
        m_landscape->addDestination(u"S4"_s, u"ClientCertificateAuthentication"_s)
            .set(u"KeyStoreLocation"_s, u"c.p12"_s);
        const auto found = look("v1/destinations/S4", service())->json();
        QCOMPARE(found[u"certificates"].elements()[0][u"Name"].toString(), u"c.p12"_s);
        QCOMPARE(look("v1/subaccountCertificates/c.p12", service())->json()[u"Content"].toString(),
                 u"AAAA"_s);
        QCOMPARE(look("v1/subaccountCertificates/d.p12", service())->response.status, 404);
        QCOMPARE(look("v1/instanceCertificates/c.p12", service())->response.status, 404);
    }

    void listsBothLevels()
    {
        m_landscape->addDestination(u"A"_s, u"NoAuthentication"_s);
        m_landscape->addDestination(u"B"_s, u"PrincipalPropagation"_s);
        const auto all = look("v1/subaccountDestinations", service())->json();
        QCOMPARE(all.size(), qsizetype(2));
        QCOMPARE(all.elements()[1][u"Name"].toString(), u"B"_s);
        QCOMPARE(look("v1/instanceDestinations", service())->response.body, QByteArray("[]"));
        const auto begun =
            look("v1/subaccountDestinations?$filter=startswith(Name,'B')", service());
        QCOMPARE(begun->json().size(), qsizetype(1));
        QCOMPARE(
            look("v1/subaccountDestinations?$filter=Name%20eq%20'B'", service())->response.status,
            400);
    }

    void bothLevelsAreManagedApart()
    {
        const auto body = text::Json::object({{u"Name"_s, u"OWN"_s}, {u"Type"_s, u"HTTP"_s}});
        const auto send = [&](const QByteArray &method, const QByteArray &path) {
            http::Request request;
            request.method = method;
            request.target = "/destination-configuration/v1/" + path;
            request.headers = {{"Authorization", "Bearer " + service()}};
            request.body = method == "POST" ? body.toCompact() : QByteArray();
            return ask(m_landscape->destinationService, request);
        };
        QCOMPARE(send("POST", "instanceDestinations")->response.status, 201);
        QCOMPARE(send("POST", "instanceDestinations")->response.status, 409);
        QCOMPARE(send("GET", "instanceDestinations/OWN")->json()[u"Type"].toString(), u"HTTP"_s);
        QCOMPARE(send("GET", "subaccountDestinations/OWN")->response.status, 404);
        QCOMPARE(send("GET", "destinations/OWN?$skipTokenRetrieval=true")->response.status, 200);
        QCOMPARE(send("DELETE", "subaccountDestinations/OWN")->response.status, 404);
        QCOMPARE(send("DELETE", "instanceDestinations/OWN")->json()[u"Count"].toInteger(), 1);
        QCOMPARE(send("GET", "destinations/OWN?$skipTokenRetrieval=true")->response.status, 404);
    }

    void theSecondVersionTakesALevel()
    {
        m_landscape->addDestination(u"A"_s, u"NoAuthentication"_s);
        QCOMPARE(look("v2/destinations/A", service())->response.status, 200);
        QCOMPARE(look("v2/destinations/A@subaccount", service())->response.status, 200);
        QCOMPARE(look("v2/destinations/A@instance", service())->response.status, 404);
    }

    void itCanBeDown()
    {
        m_landscape->faults.insert(u"destination.unavailable"_s, u"on"_s);
        QCOMPARE(look("v1/destinations/A", service())->response.status, 503);
    }

private:
    QByteArray service()
    {
        return m_landscape->clientToken(QString::fromUtf16(test::destinationClient));
    }
    QByteArray exchanged(const QString &user)
    {
        return m_landscape->userToken(
            user, text::Json::object({{u"cid"_s, QString::fromUtf16(test::destinationClient)}}));
    }
    text::Json &addOAuth(const QString &kind)
    {
        auto &destination = m_landscape->addDestination(u"S4"_s, kind);
        const QString client = QString::fromUtf16(test::s4Client);
        destination.set(u"tokenServiceURL"_s,
                        QString(m_landscape->where.xsuaaUrl.toString() + u"/oauth/token"_s));
        destination.set(u"clientId"_s, client);
        destination.set(u"clientSecret"_s, QString(u"secret of "_s + client));
        return destination;
    }

    text::Json &addSaml(const QString &kind)
    {
        auto &destination = m_landscape->addDestination(u"S4"_s, kind);
        const QString client = QString::fromUtf16(test::s4Client);
        destination.set(
            u"tokenServiceURL"_s,
            QString(m_landscape->where.backendUrl.toString() + u"/sap/bc/sec/oauth2/token"_s));
        destination.set(u"audience"_s, u"s4.example.com"_s);
        destination.set(u"clientKey"_s, client);
        destination.set(u"tokenServiceUser"_s, client);
        destination.set(u"tokenServicePassword"_s, QString(u"secret of "_s + client));
        return destination;
    }
    // Whom the backend takes a call with this token for.
    QString backendUserWith(const text::Json &token)
    {
        http::Request request{"GET", "/sap/opu/odata/sap/API_FUNCTIONALLOCATION/"};
        request.headers = {
            {"Host", "backend"},
            {"sap-client", "100"},
            {"Authorization", token[u"http_header"][u"value"].toString().toLatin1()}};
        return ask(m_landscape->backend, request)->notes[u"backendUser"].toString();
    }

    std::shared_ptr<Answer> look(const QByteArray &rest,
                                 const QByteArray &token,
                                 const QByteArray &userToken = {},
                                 const http::Headers &more = {})
    {
        http::Request request{"GET", "/destination-configuration/" + rest};
        for (const auto &header : more.fields())
            request.headers.add(header.name, header.value);
        if (!token.isEmpty())
            request.headers.add("Authorization", "Bearer " + token);
        if (!userToken.isEmpty())
            request.headers.add("X-user-token", userToken);
        auto answer = ask(m_landscape->destinationService, request);
        if (!QTest::qWaitFor([&] { return answer->given; }, 20000))
            qWarning("no answer");
        return answer;
    }

    std::unique_ptr<RunningLandscape> m_landscape;
};

QTEST_GUILESS_MAIN(TestDestinationService)
#include "tst_destinationservice.moc"
