// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jws.h"
#include "core/sandbox/faults.h"
#include "tests/support/runninglandscape.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokentrail;
using test::RunningLandscape;

namespace {

http::Exchange
call(RunningLandscape &landscape, const QByteArray &target, const http::Headers &headers)
{
    http::ClientRequest request;
    request.url = QUrl::fromEncoded(landscape.where.serviceUrl.toEncoded() + target);
    request.headers = headers;
    QObject owner;
    auto *job = landscape.client().send(request, &owner);
    QSignalSpy spy(job, &http::ClientJob::finished);
    job->start();
    if (!spy.wait(20000))
        return {};
    return job->exchange();
}

http::Headers bearer(const QByteArray &token)
{
    return {{"Authorization", "Bearer " + token}};
}

text::Json bodyOf(const http::Exchange &exchange)
{
    const auto parsed = text::parseJson(exchange.response.body);
    return parsed ? *parsed : text::Json();
}

QString logOf(const RunningLandscape &landscape)
{
    return landscape.last(u"service"_s).notes[u"log"].toStringList().join(u'\n');
}

const QByteArray loadFailedBody =
    "{\"error\":{\"message\":\"Error during request to remote service: Failed to load "
    "destination.\",\"code\":\"502\",\"@Common.numericSeverity\":4}}";
const QString lostUserLog =
    u"[remote] - Error: Error during request to remote service: Failed to load destination. "
    u"Caused by: No user token (JWT) has been provided. This is strictly necessary for "
    u"'PrincipalPropagation'."_s;

} // namespace

class TestSampleService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_landscape = std::make_unique<RunningLandscape>();
        m_landscape->addDestination(u"S4_PP"_s, u"PrincipalPropagation"_s);
    }
    void cleanup() { m_landscape.reset(); }

    void aliceArrivesAsAlice()
    {
        const auto answer = call(
            *m_landscape, "/api/FunctionalLocation", bearer(m_landscape->userToken(u"alice"_s)));
        QVERIFY2(answer.response.status == 200, qPrintable(logOf(*m_landscape)));
        const auto rows = bodyOf(answer)[u"value"].elements();
        QCOMPARE(rows.size(), size_t(6));
        QCOMPARE(rows[0][u"LastChangedByUser"].toString(), u"ALICE"_s);
        QCOMPARE(rows[0][u"CreationDate"].toString(), u"2021-03-01"_s);
        QVERIFY(!rows[0].contains(u"__metadata"));
        QCOMPARE(m_landscape->hops(),
                 (QStringList{u"service /api/FunctionalLocation 200"_s,
                              u"xsuaa https keys 200"_s,
                              u"xsuaa https client_credentials sb-destination!b1 zone-dev 200"_s,
                              u"destination S4_PP skip 200"_s,
                              u"xsuaa https client_credentials sb-connectivity!b1 zone-dev 200"_s,
                              u"proxy s4virtual:44300 200"_s,
                              u"backend ALICE 200"_s}));
        QVERIFY(logOf(*m_landscape).isEmpty());
    }

    void keySetIsKeptHalfAnHourAndRenewedInTheBackground()
    {
        const auto callIt = [this] {
            call(*m_landscape,
                 "/odata/v4/customer/Orders",
                 bearer(m_landscape->userToken(u"alice"_s)));
        };
        const auto fetched = [this] {
            return m_landscape->hops().count(u"xsuaa https keys 200"_s);
        };
        callIt();
        callIt();
        QCOMPARE(fetched(), 1);
        m_landscape->time.advance(14 * 60000);
        callIt();
        QCOMPARE(fetched(), 1);
        m_landscape->time.advance(2 * 60000);
        callIt(); // answered at once, the new key set comes after it
        QTRY_COMPARE(fetched(), 2);
        callIt();
        QCOMPARE(fetched(), 2);
        m_landscape->time.advance(31 * 60000);
        callIt();
        QCOMPARE(fetched(), 3);
    }

    void theCorrelationIdReachesProxyAndBackendInBothSpellings()
    {
        auto headers = bearer(m_landscape->userToken(u"alice"_s));
        headers.add("x-correlation-id", "call-17");
        const auto answer = call(*m_landscape, "/api/FunctionalLocation", headers);
        QCOMPARE(answer.response.headers.value("X-Correlation-ID"), QByteArray("call-17"));
        for (const auto &party : {u"proxy"_s, u"backend"_s}) {
            const auto sent = m_landscape->last(party).request.headers;
            QCOMPARE(sent.value("x-correlation-id"), QByteArray("call-17"));
            QCOMPARE(sent.value("x-correlationid"), QByteArray("call-17"));
        }
        const auto lookup = m_landscape->last(u"destination"_s).request.headers;
        QVERIFY(!lookup.contains("x-correlation-id") && !lookup.contains("x-correlationid"));
    }

    void theUserIsNotAcceptedByTheBackend_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("refused");
        QTest::newRow("not mapped")
            << u"bob"_s << u"Request failed with status code 401"_s << u"backend-user-not-mapped"_s;
        QTest::newRow("not authorised")
            << u"carol"_s << u"No authorization to access Service 'API_FUNCTIONALLOCATION_0001'"_s
            << u"backend-role-missing"_s;
    }
    void theUserIsNotAcceptedByTheBackend()
    {
        QFETCH(QString, user);
        QFETCH(QString, message);
        QFETCH(QString, refused);
        const auto answer =
            call(*m_landscape, "/api/FunctionalLocation", bearer(m_landscape->userToken(user)));
        QCOMPARE(answer.response.status, 502);
        QCOMPARE(bodyOf(answer)[u"error"][u"message"].toString(),
                 QString(u"Error during request to remote service: "_s + message));
        QCOMPARE(m_landscape->last(u"backend"_s).notes[u"refused"].toString(), refused);
        QCOMPARE(m_landscape->last(u"proxy"_s).notes[u"principal"].toString(), user);
    }

    void aTechnicalCallerGetsAsFarAsTheBackend()
    {
        const auto token = m_landscape->clientToken(QString::fromUtf16(test::sampleClient));
        const auto answer = call(*m_landscape, "/api/FunctionalLocation", bearer(token));
        QCOMPARE(answer.response.status, 502);
        QCOMPARE(
            m_landscape->last(u"proxy"_s).request.headers.value("SAP-Connectivity-Authentication"),
            QByteArray("Bearer " + token));
        QCOMPARE(m_landscape->last(u"backend"_s).response.status, 401);
    }

    void losingRoutesLookUpAndThenFallSilent_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("withKeys");
        const QByteArray token = "Bearer";
        QTest::newRow("express route") << QByteArray("/ext/FunctionalLocation") << token << false;
        QTest::newRow("express route, nobody")
            << QByteArray("/ext/FunctionalLocation") << QByteArray() << false;
        QTest::newRow("open, nobody")
            << QByteArray("/open/FunctionalLocation") << QByteArray() << false;
        QTest::newRow("with middlewares, nobody")
            << QByteArray("/ext2/FunctionalLocation") << QByteArray() << false;
        QTest::newRow("mocked") << QByteArray("/basic/FunctionalLocation") << QByteArray("Basic")
                                << false;
        QTest::newRow("api key") << QByteArray("/custom/FunctionalLocation")
                                 << QByteArray("x-api-key") << false;
        QTest::newRow("job") << QByteArray("/job/FunctionalLocation") << token << true;
        QTest::newRow("stripped") << QByteArray("/stripped/FunctionalLocation") << token << true;
    }
    void losingRoutesLookUpAndThenFallSilent()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, header);
        QFETCH(bool, withKeys);
        http::Headers headers;
        if (header == "Bearer")
            headers = bearer(m_landscape->userToken(u"alice"_s));
        else if (header == "Basic")
            headers = {{"Authorization", "Basic " + QByteArray("alice:x").toBase64()}};
        else if (header == "x-api-key")
            headers = {{"x-api-key", sandbox::sampleApiKey}};
        const auto answer = call(*m_landscape, path, headers);
        QCOMPARE(answer.response.status, 502);
        QCOMPARE(answer.response.body, loadFailedBody);
        QCOMPARE(logOf(*m_landscape), lostUserLog);
        QStringList expected{QString(u"service "_s + QString::fromLatin1(path) + u" 502"_s)};
        if (withKeys)
            expected += u"xsuaa https keys 200"_s;
        expected += {u"xsuaa http client_credentials sb-destination!b1 200"_s,
                     u"destination S4_PP skip 200"_s};
        QCOMPARE(m_landscape->hops(), expected);
    }

    void withAWarmCacheALostUserLeavesNoHopAtAll()
    {
        const auto answer = call(
            *m_landscape, "/cached/FunctionalLocation", bearer(m_landscape->userToken(u"alice"_s)));
        QCOMPARE(answer.response.body, loadFailedBody);
        QCOMPARE(m_landscape->hops(), QStringList{u"service /cached/FunctionalLocation 502"_s});
        QVERIFY(logOf(*m_landscape)
                    .contains(u"Unable to create \"SAP-Connectivity-Authentication\" header: no "
                              u"JWT found on the current request."_s));
    }

    void healthyRoutesKeepTheUser_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const auto &route : sandbox::sampleRoutes()) {
            if (!route.losesUser)
                QTest::newRow(route.path) << QByteArray(route.path);
        }
        QTest::newRow("custom with a token that nobody checks")
            << QByteArray("/custom/FunctionalLocation");
    }
    void healthyRoutesKeepTheUser()
    {
        QFETCH(QByteArray, path);
        auto headers = bearer(m_landscape->userToken(u"alice"_s));
        headers.add("x-api-key", sandbox::sampleApiKey);
        const auto answer = call(*m_landscape, path, headers);
        QCOMPARE(answer.response.status, 200);
        QCOMPARE(m_landscape->hops().constLast(), u"backend ALICE 200"_s);
    }

    void refusesAsCapDoes_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("log");
        RunningLandscape landscape;
        const auto token = [&](const text::Json &more) {
            return QByteArray("Bearer " + landscape.userToken(u"alice"_s, more));
        };
        const qint64 now = landscape.time.nowSeconds();
        const QByteArray api = "/api/FunctionalLocation";
        const QByteArray orders = "/odata/v4/customer/Orders";
        const QByteArray open = "/open/FunctionalLocation";
        const QString failed = u"[auth] - Unauthenticated request: "_s;
        QTest::newRow("nobody") << api << QByteArray() << 401 << QString();
        QTest::newRow("nobody, orders") << orders << QByteArray() << 401 << QString();
        QTest::newRow("garbage") << open << QByteArray("Bearer rubbish") << 401
                                 << QString(failed + u"InvalidJwtError"_s);
        QTest::newRow("Basic") << api << QByteArray("Basic YWxpY2U6YWxpY2U=") << 401
                               << QString(failed + u"InvalidJwtError"_s);
        QTest::newRow("no second word")
            << api << QByteArray("Bearer") << 401 << QString(failed + u"MissingJwtError"_s);
        QTest::newRow("expired") << orders << token(text::Json::object({{u"exp"_s, now - 61}}))
                                 << 401
                                 << QString(failed + u"ExpiredTokenError: Token is expired."_s);
        QTest::newRow("expired, leeway")
            << orders << token(text::Json::object({{u"exp"_s, now - 30}})) << 200 << QString();
        QTest::newRow("foreign audience")
            << orders
            << token(text::Json::object({{u"aud"_s, text::Json::array({u"sb-other!t2"_s})},
                                         {u"cid"_s, u"sb-other!t2"_s}}))
            << 401 << QString(failed + u"WrongAudienceError"_s);
        QTest::newRow("any scheme")
            << orders << token({}).replace("Bearer", "Foo") << 200 << QString();
        QTest::newRow("two blanks") << orders << token({}).replace("Bearer ", "Bearer  ") << 401
                                    << QString(failed + u"MissingJwtError"_s);
    }
    void refusesAsCapDoes()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, authorization);
        QFETCH(int, status);
        QFETCH(QString, log);
        http::Headers headers;
        if (!authorization.isEmpty())
            headers.add("Authorization", authorization);
        const auto answer = call(*m_landscape, path, headers);
        QCOMPARE(answer.response.status, status);
        if (status == 401) {
            QCOMPARE(answer.response.body,
                     QByteArray("{\"error\":{\"message\":\"Unauthorized\",\"code\":\"401\","
                                "\"@Common.numericSeverity\":4}}"));
            QVERIFY(!answer.response.headers.contains("WWW-Authenticate"));
            QVERIFY(!m_landscape->hops().contains(u"xsuaa https keys 200"_s));
        }
        const auto said = logOf(*m_landscape);
        QVERIFY2(log.isEmpty() ? said.isEmpty() : said.startsWith(log), qPrintable(said));
    }

    void aTokenWithoutScopesIsAnInternalError()
    {
        auto claims = jose::parseCompact(m_landscape->userToken(u"alice"_s));
        auto json = *text::parseJson(claims->payload);
        json.remove(u"scope");
        const auto answer =
            call(*m_landscape, "/odata/v4/customer/Orders", bearer(m_landscape->signClaims(json)));
        QCOMPARE(answer.response.status, 500);
        QVERIFY(logOf(*m_landscape).contains(u"TypeError: payload.scope is not iterable"_s));
    }

    void mockedUsersAreChallenged()
    {
        const auto answer = call(*m_landscape, "/basic/FunctionalLocation", {});
        QCOMPARE(answer.response.status, 401);
        QCOMPARE(answer.response.body, QByteArray("Unauthorized"));
        QCOMPARE(answer.response.headers.value("WWW-Authenticate"),
                 QByteArray("Basic realm=\"Users\""));
    }

    void faultsOfTheBindingsAreToldInTheSdksWords_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QStringList>("hops");
        const auto first = u"xsuaa https client_credentials sb-destination!b1 zone-dev 200"_s;
        QTest::newRow("no connectivity binding")
            << u"service.no-connectivity-binding"_s
            << u"No binding to a connectivity service found! Please make sure to bind an instance "
               u"of the connectivity service to your app if you want to connect to on-premise "
               u"destinations."_s
            << QStringList{first, u"destination S4_PP skip 200"_s};
        QTest::newRow("wrong secret")
            << u"service.wrong-destination-secret"_s
            << u"Could not fetch client credentials token for service of type \"destination\"."_s
            << QStringList{u"xsuaa https client_credentials sb-destination!b1 zone-dev 401"_s,
                           u"xsuaa http client_credentials sb-destination!b1 401"_s};
    }
    void faultsOfTheBindingsAreToldInTheSdksWords()
    {
        QFETCH(QString, fault);
        QFETCH(QString, cause);
        QFETCH(QStringList, hops);
        m_landscape->faults.insert(fault, u"on"_s);
        const auto answer = call(
            *m_landscape, "/api/FunctionalLocation", bearer(m_landscape->userToken(u"alice"_s)));
        QCOMPARE(answer.response.body, loadFailedBody);
        QVERIFY2(logOf(*m_landscape)
                     .contains(QString(u"Failed to load destination. Caused by: "_s + cause)),
                 qPrintable(logOf(*m_landscape)));
        QCOMPARE(m_landscape->hops().sliced(2), hops);
    }

    void anUnknownDestinationIsLookedForTwice()
    {
        const auto answer = call(*m_landscape,
                                 "/api/FunctionalLocation?destination=NOPE",
                                 bearer(m_landscape->userToken(u"alice"_s)));
        QCOMPARE(answer.response.status, 502);
        QCOMPARE(bodyOf(answer)[u"error"][u"message"].toString(),
                 u"Error during request to remote service: Failed to resolve the destination "
                 u"'name: NOPE'."_s);
        QCOMPARE(m_landscape->hops().count(u"destination NOPE skip 404"_s), 2);
    }

    void aLoginPageIsNotTakenForAnAnswer()
    {
        m_landscape->faults.insert(u"backend.login-page"_s, u"on"_s);
        const auto answer = call(
            *m_landscape, "/api/FunctionalLocation", bearer(m_landscape->userToken(u"alice"_s)));
        QCOMPARE(answer.response.status, 502);
        QVERIFY(answer.response.body.contains("Received content-type 'text/html' which is not "
                                              "part of accepted content types"));
    }

    void everyFaultThatAPartyLooksForCanBeSet()
    {
        call(*m_landscape, "/api/FunctionalLocation", bearer(m_landscape->userToken(u"alice"_s)));
        QVERIFY(m_landscape->askedFaults.size() >= 10);
        for (const auto &name : std::as_const(m_landscape->askedFaults))
            QVERIFY2(sandbox::findFault(name), qPrintable(name));
    }

    void aHeadOfMoreThan16KilobytesIsRefusedBeforeAnybodyReadsIt()
    {
        const QByteArray large(17 * 1024, 'x');
        const auto answer = call(*m_landscape, "/open/FunctionalLocation", {{"x-large", large}});
        QCOMPARE(answer.response.status, 431);
        QVERIFY(answer.response.body.isEmpty());
        QCOMPARE(m_landscape->hops(), QStringList{u"service /open/FunctionalLocation 431"_s});
    }

    void theFrontPageListsEveryRoute()
    {
        const auto json = bodyOf(call(*m_landscape, "/", {{"Accept", "application/json"}}));
        QCOMPARE(size_t(json[u"routes"].size()), sandbox::sampleRoutes().size());
        const auto html = call(*m_landscape, "/", {{"Accept", "text/html"}}).response.body;
        for (const auto &route : sandbox::sampleRoutes())
            QVERIFY(html.contains(route.path));
    }

    void whatIsNotServedIsExpressNotFound()
    {
        const auto answer = call(*m_landscape, "/nope", {});
        QCOMPARE(answer.response.status, 404);
        QVERIFY(answer.response.body.contains("Cannot GET /nope"));
        QVERIFY(answer.response.headers.value("content-type").startsWith("text/html"));
    }

private:
    std::unique_ptr<RunningLandscape> m_landscape;
};

QTEST_GUILESS_MAIN(TestSampleService)
#include "tst_sampleservice.moc"
