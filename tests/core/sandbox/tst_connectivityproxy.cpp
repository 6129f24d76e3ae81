// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/runninglandscape.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokentrail;
using test::ask;
using test::RunningLandscape;

namespace {

const QByteArray target =
    "http://s4virtual:44300/sap/opu/odata/sap/API_FUNCTIONALLOCATION/FunctionalLocation?$top=1";

} // namespace

class TestConnectivityProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_landscape = std::make_unique<RunningLandscape>(); }
    void cleanup() { m_landscape.reset(); }

    void handsThePersonToTheBackend()
    {
        const auto answer = ask(m_landscape->proxy, healthy());
        QTRY_VERIFY(answer->given);
        QCOMPARE(answer->response.status, 200);
        QCOMPARE(answer->json()[u"d"][u"results"].elements()[0][u"LastChangedByUser"].toString(),
                 u"ALICE"_s);
        QCOMPARE(answer->notes[u"virtualHost"].toString(), u"s4virtual:44300"_s);
        QCOMPARE(answer->notes[u"principal"].toString(), u"alice"_s);
        const auto arrived = m_landscape->last(u"backend"_s).request;
        QVERIFY(arrived.target.startsWith("/sap/opu/odata/sap/"));
        for (const auto &header : arrived.headers.fields()) {
            const auto name = header.name.toLower();
            QVERIFY2(!name.startsWith("proxy-") && !name.startsWith("sap-connectivity-"),
                     name.constData());
        }
        QVERIFY(arrived.headers.value("SSL_CLIENT_CERT").startsWith("CN=alice,"));
        // The Cloud Connector records its own end, since the backend cannot tell who called.
        const auto &recorded = m_landscape->journal().exchanges();
        QCOMPARE(recorded.size(), qsizetype(1));
        QCOMPARE(recorded[0].observer, u"cloud-connector"_s);
        QCOMPARE(recorded[0].callee, u"backend"_s);
        QCOMPARE(recorded[0].response.status, 200);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("change"); // header=value, or target=…, or fault=…
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("refused");
        QTest::newRow("no proxy authorization")
            << u"Proxy-Authorization="_s << 407
            << QByteArray("Missing or empty header: proxy-authorization")
            << u"proxy-authorization-missing"_s;
        const QByteArray tunnel = "There is no SAP Cloud Connector (SCC) connected to your "
                                  "subaccount matching the requested tunnel for subaccount "
                                  "'zone-dev' and SCC location ID '";
        const QByteArray tunnelEnd = "'. Check the configuration on SCC and cloud side.";
        QTest::newRow("location id")
            << u"SAP-Connectivity-SCC-Location_ID=PLANT_A"_s << 503
            << QByteArray(tunnel + "PLANT_A" + tunnelEnd) << u"location-id-unknown"_s;
        QTest::newRow("not connected")
            << u"fault=proxy.cloud-connector-down"_s << 503 << QByteArray(tunnel + tunnelEnd)
            << u"cloud-connector-not-connected"_s;
        QTest::newRow("host") << u"target=http://other:80/sap/opu/odata/sap/X"_s << 403
                              << QByteArray("Access denied to system other:80. In case this was a "
                                            "valid request, ensure to expose the system correctly "
                                            "in your cloud connector.")
                              << u"host-not-exposed"_s;
        QTest::newRow("host by fault")
            << u"fault=proxy.host-not-exposed"_s << 403
            << QByteArray("Access denied to system s4virtual:44300. In case this was a valid "
                          "request, ensure to expose the system correctly in your cloud connector.")
            << u"host-not-exposed"_s;
        const auto path = [](const QByteArray &denied) {
            return QByteArray("Access denied to resource " + denied
                              + " on system s4virtual:44300. In case this was a valid request, "
                                "ensure to expose the resource correctly in your cloud "
                                "connector.");
        };
        QTest::newRow("path") << u"target=http://s4virtual:44300/sap/bc/ping?x=1"_s << 403
                              << path("/sap/bc/ping") << u"path-not-exposed"_s;
        QTest::newRow("longer name") << u"target=http://s4virtual:44300/sap/opu/odata/sapX"_s << 403
                                     << path("/sap/opu/odata/sapX") << u"path-not-exposed"_s;
        QTest::newRow("climbing") << u"target=http://s4virtual:44300/sap/opu/odata/sap/%2e%2e/x"_s
                                  << 403 << path("/sap/opu/odata/sap/%2e%2e/x")
                                  << u"path-not-exposed"_s;
        QTest::newRow("distrust") << u"fault=proxy.cloud-connector-distrusts"_s << 401
                                  << QByteArray("SSO token validation failed (the issuer is not "
                                                "trusted)")
                                  << u"cloud-connector-refuses-token"_s;
        QTest::newRow("https") << u"target=https://s4virtual:44300/sap"_s << 405
                               << QByteArray("HTTPS proxying is not supported")
                               << u"https-not-supported"_s;
        QTest::newRow("a header of more than 8 KB")
            << QString(u"X-Long="_s + QString(8193 - 8, u'x')) << 431
            << QByteArray("Request Header Fields Too Large") << u"header-too-large"_s;
        QTest::newRow("a request line of more than 8 KB")
            << QString(u"target=http://s4virtual:44300/sap/opu/odata/sap/"_s + QString(8192, u'x'))
            << 414 << QByteArray("URI Too Long") << u"request-line-too-long"_s;
        QTest::newRow("origin form")
            << u"target=/sap/opu/odata/sap/"_s << 400
            << QByteArray("The request is not in absolute form.") << u"not-absolute-form"_s;
    }
    void refuses()
    {
        QFETCH(QString, change);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, refused);
        auto request = healthy();
        const auto name = change.section(u'=', 0, 0);
        const auto value = change.section(u'=', 1);
        if (name == u"fault")
            m_landscape->faults.insert(value, u"on"_s);
        else if (name == u"target")
            request.target = value.toUtf8();
        else if (value.isEmpty())
            request.headers.remove(name.toLatin1());
        else
            request.headers.set(name.toLatin1(), value.toUtf8());
        const auto answer = ask(m_landscape->proxy, request);
        QVERIFY(answer->given);
        QCOMPARE(answer->response.status, status);
        QCOMPARE(answer->response.body, body);
        QCOMPARE(answer->notes[u"refused"].toString(), refused);
        QVERIFY(m_landscape->hops().isEmpty());
    }

    void aHeaderOfJust8KbPasses()
    {
        auto request = healthy();
        request.headers.set("X-Long", QByteArray(8192 - 8, 'x')); // and "X-Long: "
        const auto answer = ask(m_landscape->proxy, request);
        QTRY_VERIFY(answer->given);
        QCOMPARE(answer->response.status, 200);
    }

    void aConnectionKeepsToItsFirstTunnel()
    {
        m_landscape->connector = *text::parseJson("{\"systems\":[{\"virtualHost\":\"s4virtual:"
                                                  "44300\",\"paths\":[\"/sap/opu/odata/sap\"]}],"
                                                  "\"locationIds\":[\"\",\"PLANT_A\"]}");
        const auto statusOn = [this](quint64 connectionId, const QByteArray &location) {
            auto request = healthy();
            if (!location.isEmpty())
                request.headers.set("SAP-Connectivity-SCC-Location_ID", location);
            http::Connection connection;
            connection.id = connectionId;
            const auto answer = std::make_shared<http::Response>();
            m_landscape->proxy.handle(
                request,
                connection,
                [](const QString &, const text::Json &) {},
                http::Responder([answer](const http::Response &given) { *answer = given; }));
            if (!QTest::qWaitFor([answer] { return answer->status != 0; }))
                return QByteArray("nothing");
            return answer->status == 400 ? answer->body : QByteArray::number(answer->status);
        };
        QCOMPARE(statusOn(1, {}), QByteArray("200"));
        QCOMPARE(statusOn(1, {}), QByteArray("200"));
        QCOMPARE(statusOn(1, "PLANT_A"),
                 QByteArray("One of the headers [SAP-Connectivity-ConsumerAccount, "
                            "SAP-Connectivity-SCC-Location_ID] was set with a different value "
                            "compared to the value which was already used for this connection. "
                            "Original tunnel ID: account:///zone-dev/"));
        QCOMPARE(statusOn(2, "PLANT_A"), QByteArray("200"));
    }

    void tunnelsAreNotMade()
    {
        const auto answer = ask(m_landscape->proxy, {"CONNECT", "s4virtual:44300"});
        QCOMPARE(answer->response.status, 405);
        QCOMPARE(answer->response.body, QByteArray("HTTPS proxying is not supported"));
    }

    void expiredTokensAreRefusedWithoutLeeway()
    {
        auto request = healthy();
        request.headers.set(
            "SAP-Connectivity-Authentication",
            "Bearer "
                + m_landscape->userToken(
                    u"alice"_s,
                    text::Json::object({{u"exp"_s, m_landscape->time.nowSeconds() - 10}})));
        const auto answer = ask(m_landscape->proxy, request);
        QCOMPARE(answer->response.status, 401);
        QCOMPARE(answer->response.body, QByteArray("SSO token validation failed (Token expired)"));
    }

    void tokensOfOtherClientsDoNotOpenTheProxy()
    {
        auto request = healthy();
        request.headers.set(
            "Proxy-Authorization",
            "Bearer " + m_landscape->clientToken(QString::fromUtf16(test::destinationClient)));
        const auto answer = ask(m_landscape->proxy, request);
        QCOMPARE(answer->response.status, 407);
        QCOMPARE(answer->notes[u"refused"].toString(), u"proxy-authorization-refused"_s);
    }

    void theSubjectIsTakenInTheOrderOfTheClaims()
    {
        const auto principal = [this](const text::Json &claims) {
            auto request = healthy();
            auto token = text::Json::object({{u"exp"_s, m_landscape->time.nowSeconds() + 60}});
            for (const auto &member : claims.members())
                token.set(member.name, member.value);
            request.headers.set("SAP-Connectivity-Authentication",
                                "Bearer " + m_landscape->signClaims(token));
            const auto answer = ask(m_landscape->proxy, request);
            if (!QTest::qWaitFor([&] { return answer->given; }))
                return u"no answer"_s;
            return answer->notes[u"principal"].toString();
        };
        auto claims = text::Json::object({{u"sub"_s, u"s"_s}});
        QCOMPARE(principal(claims), u"s"_s);
        claims.set(u"user_uuid"_s, u"u"_s);
        QCOMPARE(principal(claims), u"u"_s);
        claims.set(u"mail"_s, u"m"_s);
        QCOMPARE(principal(claims), u"m"_s);
        claims.set(u"email"_s, u"e"_s);
        QCOMPARE(principal(claims), u"e"_s);
        claims.set(u"user_name"_s, u"n"_s);
        QCOMPARE(principal(claims), u"n"_s);
    }

    void nobodyCanBringACertificateOfHisOwn()
    {
        auto request = healthy();
        request.headers.remove("SAP-Connectivity-Authentication");
        request.headers.add(
            "SSL_CLIENT_CERT",
            m_landscape->handover->headerFor(u"alice"_s, m_landscape->time.nowMs()));
        const auto answer = ask(m_landscape->proxy, request);
        QTRY_VERIFY(answer->given);
        QCOMPARE(answer->response.status, 401);
        QVERIFY(!m_landscape->last(u"backend"_s).request.headers.contains("SSL_CLIENT_CERT"));
    }

    void anUnreachableBackendIsABadGateway()
    {
        m_landscape->where.backendUrl = QUrl(u"http://127.0.0.1:1"_s);
        const auto answer = ask(m_landscape->proxy, healthy());
        QTRY_VERIFY(answer->given);
        QCOMPARE(answer->response.status, 502);
        QVERIFY(answer->response.body.startsWith("Cloud Connector could not reach backend"));
    }

private:
    http::Request healthy()
    {
        http::Request request{"GET", target};
        request.headers = {
            {"Host", "s4virtual:44300"},
            {"Proxy-Authorization",
             "Bearer " + m_landscape->clientToken(QString::fromUtf16(test::connectivityClient))},
            {"SAP-Connectivity-Authentication", "Bearer " + m_landscape->userToken(u"alice"_s)},
            {"sap-client", "100"}};
        return request;
    }

    std::unique_ptr<RunningLandscape> m_landscape;
};

QTEST_GUILESS_MAIN(TestConnectivityProxy)
#include "tst_connectivityproxy.moc"
