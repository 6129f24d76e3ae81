// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/chain.h"
#include "core/sandbox/answers.h"
#include "core/sandbox/boundkey.h"
#include "tests/support/runninglandscape.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokentrail;
using destination::Chain;
using destination::ChainInput;
using test::RunningLandscape;

namespace {

const QString subscriberToken = u"xsuaa https client_credentials sb-destination!b1 zone-dev 200"_s;
const QString providerToken = u"xsuaa http client_credentials sb-destination!b1 200"_s;
const QString connectivityToken =
    u"xsuaa https client_credentials sb-connectivity!b1 zone-dev 200"_s;
const QString exchange = u"xsuaa https jwt-bearer sb-destination!b1 zone-dev 200"_s;

// JSON with the quotes that moc can read.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_landscape = std::make_unique<RunningLandscape>(); }
    void cleanup()
    {
        m_chain.reset();
        m_landscape.reset();
    }

    void principalPropagation()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        const auto token = m_landscape->userToken(u"alice"_s);
        auto input = inputFor(u"S4"_s, token);
        input.correlationId = u"call-1"_s;
        run(std::move(input));
        QVERIFY(!m_chain->error());
        QCOMPARE(m_landscape->hops(),
                 (QStringList{subscriberToken,
                              u"destination S4 skip 200"_s,
                              connectivityToken,
                              u"proxy s4virtual:44300 200"_s,
                              u"backend ALICE 200"_s}));
        const auto sent = m_landscape->last(u"proxy"_s).request;
        QVERIFY(sent.target.startsWith("http://s4virtual:44300/sap/opu/odata/sap/"));
        QCOMPARE(sent.headers.value("SAP-Connectivity-Authentication"),
                 QByteArray("Bearer " + token));
        QVERIFY(sent.headers.value("Proxy-Authorization").startsWith("Bearer ey"));
        QVERIFY(!sent.headers.contains("Authorization"));
        QVERIFY(!sent.headers.contains("SAP-Connectivity-SCC-Location_ID"));
        QCOMPARE(sent.headers.value("sap-client"), QByteArray("100"));
        QCOMPARE(sent.headers.value("x-correlation-id"), QByteArray("call-1"));
        QCOMPARE(m_chain->exchanges().size(), qsizetype(4));
        QCOMPARE(m_chain->exchanges().constLast().response.status, 200);
    }

    void aLostUserIsNoticedAfterTheLookup_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto &kind : {u"PrincipalPropagation"_s,
                                 u"OAuth2UserTokenExchange"_s,
                                 u"OAuth2JWTBearer"_s,
                                 u"OAuth2SAMLBearerAssertion"_s,
                                 u"SAMLAssertion"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void aLostUserIsNoticedAfterTheLookup()
    {
        QFETCH(QString, kind);
        m_landscape->addDestination(u"S4"_s, kind);
        run(inputFor(u"S4"_s, {}));
        QCOMPARE(m_landscape->hops(), (QStringList{providerToken, u"destination S4 skip 200"_s}));
        QCOMPARE(m_chain->messages(),
                 (QStringList{u"Failed to load destination."_s,
                              QString(u"No user token (JWT) has been provided. This is strictly "
                                      u"necessary for '"_s
                                      + kind + u"'."_s)}));
        QCOMPARE(m_chain->error()->sentence, m_chain->messages().join(u" Caused by: "_s));
    }

    void userTokenExchange()
    {
        addOAuth(u"OAuth2UserTokenExchange"_s);
        run(inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        QVERIFY2(!m_chain->error(), qPrintable(m_chain->messages().join(u'\n')));
        QCOMPARE(m_landscape->hops(),
                 (QStringList{subscriberToken,
                              u"destination S4 skip 200"_s,
                              exchange,
                              u"destination S4 tokens 200"_s,
                              u"xsuaa https jwt-bearer sb-s4!t1 200"_s,
                              u"backend ALICE 200"_s}));
        const auto lookup = m_landscape->last(u"destination"_s).request.headers;
        QVERIFY(!lookup.contains("X-user-token"));
    }

    void technicalCallersCannotBeExchanged()
    {
        addOAuth(u"OAuth2UserTokenExchange"_s);
        run(inputFor(u"S4"_s, m_landscape->clientToken(QString::fromUtf16(test::sampleClient))));
        QCOMPARE(m_chain->messages().constFirst(), u"Failed to load destination."_s);
        QVERIFY2(m_chain->messages().constLast().startsWith(
                     u"Could not fetch JWT bearer token for service of type destination: HTTP "
                     u"response from https://"_s),
                 qPrintable(m_chain->messages().constLast()));
        QVERIFY(m_chain->messages().constLast().contains(u" was 401: {\"error\":"_s));
    }

    void clientCredentials()
    {
        addOAuth(u"OAuth2ClientCredentials"_s);
        run(inputFor(u"S4"_s, {}));
        QVERIFY(!m_chain->error());
        QCOMPARE(m_landscape->hops(),
                 (QStringList{providerToken,
                              u"destination S4 skip 200"_s,
                              u"destination S4 tokens 200"_s,
                              u"xsuaa https client_credentials sb-s4!t1 200"_s,
                              u"backend TECHUSER 200"_s}));
    }

    void whatTheTokenServiceSaysIsToldFromAuthTokens()
    {
        addOAuth(u"OAuth2ClientCredentials"_s).set(u"clientSecret"_s, u"wrong"_s);
        run(inputFor(u"S4"_s, {}));
        QCOMPARE(m_chain->messages().constFirst(), u"Failed to build headers."_s);
        QVERIFY(m_chain->messages().constLast().startsWith(
            u"The destination tried to provide authorization tokens but failed in all cases. This "
            u"is most likely due to misconfiguration.\nOriginal error messages:\n"_s));
        QVERIFY(m_chain->messages().constLast().contains(u"Bad credentials"_s));
        QCOMPARE(m_landscape->hops().constLast(), u"xsuaa https client_credentials sb-s4!t1 401"_s);
    }

    void basicOverTheInternetAndOnPremise()
    {
        auto &direct = m_landscape->addDestination(u"S4"_s, u"BasicAuthentication"_s);
        direct.set(u"User"_s, u"TECHUSER"_s);
        direct.set(u"Password"_s, u"secret"_s);
        run(inputFor(u"S4"_s, {}));
        QCOMPARE(
            m_landscape->hops(),
            (QStringList{providerToken, u"destination S4 skip 200"_s, u"backend TECHUSER 200"_s}));

        m_landscape->forget();
        auto &onPremise = m_landscape->knownDestinations.last();
        onPremise.set(u"ProxyType"_s, u"OnPremise"_s);
        onPremise.set(u"URL"_s, u"http://s4virtual:44300"_s);
        run(inputFor(u"S4"_s, {}));
        QCOMPARE(m_landscape->hops(),
                 (QStringList{providerToken,
                              u"destination S4 skip 200"_s,
                              u"xsuaa http client_credentials sb-connectivity!b1 200"_s,
                              u"proxy s4virtual:44300 200"_s,
                              u"backend TECHUSER 200"_s}));
    }

    void forwardAuthTokenSendsTheTokenAsItIs()
    {
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s)
            .set(u"forwardAuthToken"_s, u"true"_s);
        const auto token = m_landscape->userToken(u"alice"_s);
        run(inputFor(u"S4"_s, token));
        QCOMPARE(m_landscape->last(u"backend"_s).request.headers.value("Authorization"),
                 QByteArray("Bearer " + token));
        QCOMPARE(m_landscape->hops().constLast(), u"backend ALICE 200"_s);

        run(inputFor(u"S4"_s, {})); // only a warning to the SDK
        QVERIFY(!m_chain->error());
        QVERIFY(!m_landscape->last(u"backend"_s).request.headers.contains("Authorization"));
    }

    void theDestinationAddsHeadersAndQueries()
    {
        auto &destination = m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s);
        destination.set(u"URL"_s, QString(m_landscape->where.backendUrl.toString() + u"/base/"_s));
        destination.set(u"URL.headers.x-key"_s, u"from destination"_s);
        destination.set(u"URL.headers.accept"_s, u"text/plain"_s);
        destination.set(u"URL.queries.sap-language"_s, u"a b"_s);
        auto input = inputFor(u"S4"_s, {});
        input.pathAndQuery = "/path?$top=1";
        input.headers = {{"Accept", "application/json"}};
        run(std::move(input));
        const auto sent = m_landscape->last(u"backend"_s).request;
        QCOMPARE(sent.target, QByteArray("/base/path?$top=1&sap-language=a%20b"));
        QCOMPARE(sent.headers.value("x-key"), QByteArray("from destination"));
        QCOMPARE(sent.headers.values("accept"), QList<QByteArray>{"application/json"});
    }

    void locationIdTravelsWithTheCall()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s)
            .set(u"CloudConnectorLocationId"_s, u"PLANT_A"_s);
        run(inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        QCOMPARE(
            m_landscape->last(u"proxy"_s).request.headers.value("SAP-Connectivity-SCC-Location_ID"),
            QByteArray("PLANT_A"));
        QCOMPARE(m_chain->exchanges().constLast().response.status, 503);
    }

    void anHttpsVirtualHostIsAskedForByConnectWithoutCredentials()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s)
            .set(u"URL"_s, u"https://s4virtual:44300"_s);
        run(inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        const auto sent = m_landscape->last(u"proxy"_s).request;
        QCOMPARE(sent.method, QByteArray("CONNECT"));
        QVERIFY(!sent.headers.contains("Proxy-Authorization"));
        QVERIFY(!sent.headers.contains("SAP-Connectivity-Authentication"));
        QCOMPARE(m_landscape->last(u"proxy"_s).response.status, 405);
    }

    void anotherZoneLooksAtItsOwnLevelFirst()
    {
        addOAuth(u"OAuth2UserTokenExchange"_s);
        const auto token =
            m_landscape->userToken(u"alice"_s, text::Json::object({{u"zid"_s, u"zone-sub"_s}}));
        run(inputFor(u"S4"_s, token));
        QCOMPARE(m_landscape->hops().first(5),
                 (QStringList{u"xsuaa https client_credentials sb-destination!b1 zone-sub 200"_s,
                              providerToken,
                              u"destination S4 skip 404"_s,
                              u"destination S4 skip 200"_s,
                              u"destination S4 tokens x-user-token 200"_s}));
        QCOMPARE(m_landscape->last(u"destination"_s).request.headers.value("X-user-token"), token);
    }

    void aWarmCacheSkipsTokenAndLookup()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        auto input = inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s));
        input.cached = destination::destinationFromJson(m_landscape->knownDestinations[0]).value();
        run(input);
        QCOMPARE(m_landscape->hops(),
                 (QStringList{
                     connectivityToken, u"proxy s4virtual:44300 200"_s, u"backend ALICE 200"_s}));
        m_landscape->forget();
        input.userToken = {};
        run(input);
        QVERIFY(m_landscape->hops().isEmpty());
        QVERIFY(m_chain->messages().constLast().startsWith(
            u"Unable to create \"SAP-Connectivity-Authentication\" header: no JWT found on the "
            u"current request."_s));
    }

    void wrongConfigurationsAreToldInTheSdksWords_data()
    {
        QTest::addColumn<QByteArray>("properties"); // over those of a healthy S4_PP
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("code");
        const auto refused = int(ErrorCode::InvalidInput);
        QTest::newRow("PrincipalPropagation over the Internet")
            << quoted("{'ProxyType':'Internet'}")
            << u"Failed to build headers. Caused by: Principal propagation was selected in "
               u"destination, but no SAP-Connectivity-Authentication bearer header was added by "
               u"connectivity service."_s
            << refused;
        QTest::newRow("proxy type misspelt")
            << quoted("{'ProxyType':'onpremise'}")
            << u"Failed to build headers. Caused by: Principal propagation was selected in "
               u"destination, but no SAP-Connectivity-Authentication bearer header was added by "
               u"connectivity service."_s
            << refused;
        QTest::newRow("Basic without a password")
            << quoted("{'Authentication':'BasicAuthentication','User':'u'}")
            << u"Failed to build headers. Caused by: AuthenticationType is "
               u"\"BasicAuthentication\", but \"username\" and / or \"password\" are missing!"_s
            << refused;
        QTest::newRow("unknown type")
            << quoted("{'Authentication':'Kerberos'}")
            << u"Failed to build headers. Caused by: The destination used \"Kerberos\" as "
               u"authentication type which is not supported by the SAP Cloud SDK."_s
            << int(ErrorCode::Unsupported);
        QTest::newRow("refresh token")
            << quoted("{'Authentication':'OAuth2RefreshToken'}")
            << u"Failed to load destination. Caused by: No refresh token has been provided. This "
               u"is strictly necessary for 'OAuth2RefreshToken'."_s
            << refused;
        QTest::newRow("no URL") << quoted("{'URL':''}")
                                << u"The 'url' property is not set for destination S4 which is "
                                   u"mandatory if you use it as an 'HTTP destination"_s
                                << refused;
    }
    void wrongConfigurationsAreToldInTheSdksWords()
    {
        QFETCH(QByteArray, properties);
        QFETCH(QString, message);
        QFETCH(int, code);
        auto &destination = m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        const auto json = text::parseJson(properties).value();
        for (const auto &member : json.members())
            destination.set(member.name, member.value);
        run(inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        QVERIFY(m_chain->error());
        QCOMPARE(m_chain->error()->sentence, message);
        QCOMPARE(int(m_chain->error()->code), code);
    }

    void brokenBindingsAreToldInTheSdksWords()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        const auto token = m_landscape->userToken(u"alice"_s);

        auto withoutConnectivity = inputFor(u"S4"_s, token);
        withoutConnectivity.connectivityKey.reset();
        run(std::move(withoutConnectivity));
        QVERIFY(m_chain->messages().constLast().startsWith(
            u"No binding to a connectivity service found! Please make sure to bind"_s));

        auto wrongSecret = inputFor(u"S4"_s, token);
        wrongSecret.connectivityKey->client.clientSecret = Secret(QByteArray("wrong"));
        run(std::move(wrongSecret));
        QCOMPARE(m_chain->messages().first(3),
                 (QStringList{u"Failed to load destination."_s,
                              u"Failed to add proxy authorization header - client credentials "
                              u"grant failed!"_s,
                              u"Could not fetch client credentials token for service of type "
                              u"\"connectivity\"."_s}));

        auto unbound = inputFor(u"S4"_s, {});
        unbound.destinationKey = {};
        run(std::move(unbound));
        QCOMPARE(m_chain->messages().constLast(),
                 u"Could not find service binding of type 'destination'."_s);

        run(inputFor(u"S4"_s, "no token at all"));
        QCOMPARE(m_chain->messages().constLast(),
                 u"JwtError: The given jwt payload does not encode valid JSON."_s);
    }

    void oddAnswersOfTheDestinationService_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("sentence");
        const QString failed =
            u"Failed to load destination. Caused by: Failed to fetch destination."_s;
        const QString unresolved = u"Failed to resolve the destination 'name: S4'."_s;
        QTest::newRow("not found, to the letter")
            << 404
            << quoted("{'ErrorMessage':'Configuration with the specified name was not found'}")
            << unresolved;
        QTest::newRow("not found, other words")
            << 404 << quoted("{'ErrorMessage':'Not found'}")
            << QString(failed + u" Not found Caused by: Request failed with status code 404"_s);
        QTest::newRow("no owner")
            << 200 << quoted("{'destinationConfiguration':{'Name':'S4','URL':'http://h'}}")
            << unresolved;
        QTest::newRow("owner null")
            << 200
            << quoted("{'owner':{'SubaccountId':null,'InstanceId':null},'destinationConfiguration':"
                      "{'Name':'S4','URL':'http://h'}}")
            << unresolved;
        QTest::newRow("no name")
            << 200
            << quoted(
                   "{'owner':{'SubaccountId':'z'},'destinationConfiguration':{'URL':'http://h'}}")
            << unresolved;
        QTest::newRow("unavailable")
            << 503 << QByteArray("down")
            << QString(failed + u" Caused by: Request failed with status code 503"_s);
        QTest::newRow("no JSON")
            << 200 << QByteArray("<html>")
            << QString(failed
                       + u" Caused by: The Destination service answered something that is no "
                         u"destination."_s);
    }
    void oddAnswersOfTheDestinationService()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, sentence);
        http::Server odd([&](const http::Request &, const http::Connection &, const auto &respond) {
            respond(sandbox::answer(status, "application/json", body));
        });
        auto input = inputFor(u"S4"_s, {});
        input.destinationKey.destinationUri =
            QUrl(u"http://127.0.0.1:%1"_s.arg(odd.listen({}).value()));
        run(std::move(input));
        QVERIFY(m_chain->error());
        QCOMPARE(m_chain->error()->sentence, sentence);
    }

    void aRefreshTokenGoesAlongToTheSecondLookup()
    {
        m_landscape->addDestination(u"S4"_s, u"OAuth2RefreshToken"_s);
        auto input = inputFor(u"S4"_s, {});
        input.refreshToken = Secret("r-1"_ba);
        run(std::move(input));
        QCOMPARE(m_landscape->last(u"destination"_s).request.headers.value("X-refresh-token"),
                 "r-1"_ba);
        QVERIFY(!m_landscape->last(u"destination"_s).request.target.contains("skipTokenRetrieval"));
    }

    void anUnreachableTargetIsANetworkError()
    {
        m_landscape->addDestination(u"S4"_s, u"NoAuthentication"_s)
            .set(u"URL"_s, u"http://127.0.0.1:1"_s);
        run(inputFor(u"S4"_s, {}));
        QVERIFY(m_chain->error());
        QCOMPARE(m_chain->error()->code, ErrorCode::Network);
    }

    void cancelEndsItOnce()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        Chain chain(m_landscape->client(), inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        QSignalSpy finished(&chain, &Chain::finished);
        QSignalSpy steps(&chain, &Chain::stepStarted);
        chain.start();
        QVERIFY(steps.wait());
        chain.cancel();
        chain.cancel();
        QVERIFY(finished.isEmpty()); // never from within cancel()
        QVERIFY(finished.wait());
        QCOMPARE(chain.error()->code, ErrorCode::Cancelled);
        QTest::qWait(0);
        QCOMPARE(finished.size(), qsizetype(1));
    }

    void theChainCanDieUnderWay()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        auto chain = std::make_unique<Chain>(m_landscape->client(),
                                             inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        QSignalSpy steps(chain.get(), &Chain::stepStarted);
        chain->start();
        QVERIFY(steps.wait());
        chain.reset();
        run(inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        QVERIFY(!m_chain->error());
    }

    void saysInWordsWhatItWillDo()
    {
        const auto pp =
            destination::destinationFromJson(
                text::parseJson(
                    quoted("{'Name':'S4','URL':'http://"
                           "h','ProxyType':'OnPremise','Authentication':'PrincipalPropagation'}"))
                    .value())
                .value();
        const auto healthy = Chain::plan(pp, true);
        QCOMPARE(healthy.size(), qsizetype(4));
        QVERIFY(healthy[1].contains(u"S4"_s));
        QVERIFY(healthy.constLast().contains(u"through the connectivity proxy"_s));
        const auto lost = Chain::plan(pp, false);
        QCOMPARE(lost.size(), qsizetype(3));
        QVERIFY(lost.constLast().startsWith(u"Stop"_s));
        QCOMPARE(Chain::plan({}, false).size(), qsizetype(4));
    }

    void theStepsThatRunAreThoseOfThePlan()
    {
        m_landscape->addDestination(u"S4"_s, u"PrincipalPropagation"_s);
        Chain chain(m_landscape->client(), inputFor(u"S4"_s, m_landscape->userToken(u"alice"_s)));
        QSignalSpy steps(&chain, &Chain::stepStarted);
        QSignalSpy finished(&chain, &Chain::finished);
        chain.start();
        QVERIFY(finished.wait());
        QStringList said;
        for (const auto &arguments : steps)
            said += arguments[0].toString();
        QCOMPARE(said, Chain::plan(chain.destination(), true));
    }

private:
    ChainInput inputFor(const QString &name, const QByteArray &token)
    {
        ChainInput input;
        input.destinationName = name;
        input.destinationKey = sandbox::boundKey(xsuaa::ServiceKind::Destination,
                                                 m_landscape->destinationCredentials())
                                   .value();
        input.connectivityKey = sandbox::boundKey(xsuaa::ServiceKind::Connectivity,
                                                  m_landscape->connectivityCredentials())
                                    .value();
        input.userToken = Secret(token);
        input.pathAndQuery = "/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=1";
        input.tls = m_landscape->tls();
        return input;
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

    void run(ChainInput input)
    {
        m_chain = std::make_unique<Chain>(m_landscape->client(), std::move(input));
        QSignalSpy finished(m_chain.get(), &Chain::finished);
        m_chain->start();
        QVERIFY(finished.isEmpty());
        QVERIFY(finished.wait(20000));
        QCOMPARE(finished.size(), qsizetype(1));
    }

    std::unique_ptr<RunningLandscape> m_landscape;
    std::unique_ptr<Chain> m_chain;
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
