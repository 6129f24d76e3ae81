// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/backend.h"
#include "tests/support/fakelandscape.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace tokentrail;
using test::ask;
using test::FakeLandscape;

namespace {

const QByteArray root = "/sap/opu/odata/sap/";
const QByteArray locations = root + "API_FUNCTIONALLOCATION/FunctionalLocation";

QByteArray basic(const QByteArray &pair)
{
    return "Basic " + pair.toBase64();
}

} // namespace

class TestBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_handover = std::make_shared<sandbox::PrincipalHandover>();
        m_backend = std::make_unique<sandbox::Backend>(m_landscape, m_handover);
        m_landscape.faults.clear();
    }

    void logsOn_data()
    {
        QTest::addColumn<QString>("how"); // certificate:NAME, basic:PAIR, user:NAME, client:ID, …
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome"); // backend user, or why not
        const QByteArray k = "100";
        QTest::newRow("certificate") << u"certificate:alice"_s << k << 200 << u"ALICE"_s;
        QTest::newRow("certificate, not mapped")
            << u"certificate:bob"_s << k << 401 << u"backend-user-not-mapped"_s;
        QTest::newRow("certificate, not authorised")
            << u"certificate:carol"_s << k << 403 << u"backend-role-missing"_s;
        QTest::newRow("certificate, no client")
            << u"certificate:alice"_s << QByteArray() << 401 << u"backend-client-missing"_s;
        QTest::newRow("certificate, other client")
            << u"certificate:alice"_s << QByteArray("200") << 401 << u"backend-client-missing"_s;
        QTest::newRow("Basic") << u"basic:TECHUSER:secret"_s << k << 200 << u"TECHUSER"_s;
        QTest::newRow("Basic, lower case")
            << u"basic:techuser:secret"_s << k << 200 << u"TECHUSER"_s;
        QTest::newRow("Basic, wrong password")
            << u"basic:TECHUSER:no"_s << k << 401 << u"backend-credentials-refused"_s;
        QTest::newRow("Basic, no password")
            << u"basic:ALICE:"_s << k << 401 << u"backend-credentials-refused"_s;
        QTest::newRow("nothing") << QString() << k << 401 << u"backend-credentials-refused"_s;
        QTest::newRow("user token") << u"user:alice"_s << k << 200 << u"ALICE"_s;
        QTest::newRow("client token") << u"client:sb-s4!t1"_s << k << 200 << u"TECHUSER"_s;
        QTest::newRow("forged certificate") << u"forged:CN=alice,O=Tokentrail Sandbox;0123"_s << k
                                            << 401 << u"backend-credentials-refused"_s;
    }
    void logsOn()
    {
        QFETCH(QString, how);
        QFETCH(QByteArray, client);
        QFETCH(int, status);
        QFETCH(QString, outcome);
        http::Request request{"GET", locations};
        const QString value = how.section(u':', 1);
        if (how.startsWith(u"certificate"_s))
            request.headers.add("SSL_CLIENT_CERT", ticketFor(value));
        else if (how.startsWith(u"forged"_s))
            request.headers.add("SSL_CLIENT_CERT", value.toUtf8());
        else if (how.startsWith(u"basic"_s))
            request.headers.add("Authorization", basic(value.toUtf8()));
        else if (how.startsWith(u"user"_s))
            request.headers.add("Authorization", "Bearer " + m_landscape.userToken(value));
        else if (how.startsWith(u"client"_s))
            request.headers.add("Authorization", "Bearer " + m_landscape.clientToken(value));
        if (!client.isEmpty())
            request.headers.add("sap-client", client);
        const auto answer = ask(*m_backend, request);
        QCOMPARE(answer->response.status, status);
        QCOMPARE(answer->notes[status == 200 ? u"backendUser" : u"refused"].toString(), outcome);
        QCOMPARE(answer->header("sap-server"), QByteArray("true"));
        if (status == 401) {
            QCOMPARE(answer->header("WWW-Authenticate"),
                     QByteArray("Basic realm=\"SAP NetWeaver Application Server [S4H/100]\""));
            QVERIFY(answer->header("Content-Type").startsWith("text/html"));
            QVERIFY(answer->response.body.contains("Logon failed"));
        }
        if (status == 403)
            QCOMPARE(answer->json()[u"error"][u"message"][u"value"].toString(),
                     u"No authorization to access Service 'API_FUNCTIONALLOCATION_0001'"_s);
        if (status == 200)
            QCOMPARE(
                answer->json()[u"d"][u"results"].elements()[0][u"LastChangedByUser"].toString(),
                outcome);
    }

    void aTicketIsGoodForOneCallAndAMinute()
    {
        const auto call = [this](const QByteArray &ticket) {
            http::Request request{"GET", locations + "?sap-client=100"};
            request.headers.add("SSL_CLIENT_CERT", ticket);
            return ask(*m_backend, request)->response.status;
        };
        const auto ticket = ticketFor(u"alice"_s);
        QCOMPARE(call(ticket), 200);
        QCOMPARE(call(ticket), 401);
        const auto late = ticketFor(u"alice"_s);
        m_landscape.time.advance(60000);
        QCOMPARE(call(late), 401);
        auto renamed = ticketFor(u"bob"_s);
        QCOMPARE(call(renamed.replace("CN=bob", "CN=alice")), 401);
    }

    void answersWhatCapAsks()
    {
        auto request = as(u"alice"_s);
        request.target = locations
            + "?$select=FunctionalLocation,FunctionalLocationName,LastChangedByUser&$top=1000";
        request.headers.add("accept", "application/json,text/plain");
        const auto json = ask(*m_backend, request)->json();
        const auto rows = json[u"d"][u"results"].elements();
        QCOMPARE(rows.size(), size_t(6));
        QCOMPARE(rows[0].size(), qsizetype(4)); // with __metadata
        QCOMPARE(rows[0][u"__metadata"][u"type"].toString(),
                 u"API_FUNCTIONALLOCATION.FunctionalLocationType"_s);
        QCOMPARE(rows[0][u"__metadata"][u"uri"].toString(),
                 u"http://s4virtual:44300/sap/opu/odata/sap/API_FUNCTIONALLOCATION/"
                 u"FunctionalLocation('1000')"_s);
    }

    void queries_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, const char *query, const QStringList &ids) {
            QTest::newRow(name) << QByteArray(query) << ids;
        };
        row("top", "$top=2", {u"1000"_s, u"1000-A"_s});
        row("skip", "$skip=4", {u"2000"_s, u"2000-B"_s});
        row("past the end", "$skip=40", {});
        row("none", "$top=0", {});
        row("eq", "$filter=MaintenancePlant%20eq%20'2000'", {u"2000"_s, u"2000-B"_s});
        row("and",
            "$filter=MaintenancePlant%20eq%20'2000'%20and%20FunctionalLocationCategory%20eq%20'M'"
            "%20and%20SuperiorFunctionalLocation%20ne%20''",
            {u"2000-B"_s});
        row("brackets and or",
            "$filter=(FunctionalLocation%20eq%20'1000'%20or%20FunctionalLocation%20eq%20'2000')"
            "%20and%20not%20(MaintenancePlant%20eq%20'1000')",
            {u"2000"_s});
        row("substringof",
            "$filter=substringof('Pump%20',FunctionalLocationName)%20eq%20true",
            {u"1000-A-01"_s, u"1000-A-02"_s});
        row("date",
            "$filter=CreationDate%20eq%20datetime'2021-03-01T00:00:00'&$top=1",
            {u"1000"_s});
        row("order", "$orderby=FunctionalLocation%20desc&$top=1", {u"2000-B"_s});
        row("who looks", "$filter=LastChangedByUser%20eq%20'ALICE'&$top=1", {u"1000"_s});
    }
    void queries()
    {
        QFETCH(QByteArray, query);
        QFETCH(QStringList, ids);
        auto request = as(u"alice"_s);
        request.target = locations + "?" + query;
        const auto answer = ask(*m_backend, request);
        QCOMPARE(answer->response.status, 200);
        QStringList found;
        const auto json = answer->json();
        for (const auto &row : json[u"d"][u"results"].elements())
            found += row[u"FunctionalLocation"].toString();
        QCOMPARE(found, ids);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &target, int status) {
            QTest::newRow(name) << target << status;
        };
        row("top", locations + "?$top=x", 400);
        row("negative top", locations + "?$top=-1", 400);
        row("column", locations + "?$select=Nope", 400);
        row("filter column", locations + "?$filter=Nope%20eq%201", 400);
        row("filter half", locations + "?$filter=FunctionalLocation%20eq", 400);
        row("filter brackets", locations + "?$filter=(" + QByteArray(5000, '('), 400);
        row("filter quote", locations + "?$filter=FunctionalLocation%20eq%20'a", 400);
        row("format", locations + "?$format=xml", 400);
        row("unknown service", root + "API_NOPE/X", 404);
        row("unknown set", root + "API_FUNCTIONALLOCATION/Nope", 404);
        row("unknown key", locations + "('nope')", 404);
        row("odd key", locations + "(Nope='1')", 400);
        row("open key", locations + "('1000'", 404);
        row("below a set", locations + "/Nope", 404);
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        auto request = as(u"alice"_s);
        request.target = target;
        const auto answer = ask(*m_backend, request);
        QCOMPARE(answer->response.status, status);
        const auto error = answer->json()[u"error"];
        QVERIFY(!error[u"code"].toString().isEmpty());
        QVERIFY(!error[u"message"][u"value"].toString().isEmpty());
    }

    void countsInBothWays()
    {
        auto request = as(u"alice"_s);
        request.target = locations + "/$count?$filter=MaintenancePlant%20eq%20'2000'";
        QCOMPARE(ask(*m_backend, request)->response.body, QByteArray("2"));
        request = as(u"alice"_s);
        request.target = locations + "?$inlinecount=allpages&$top=1";
        QCOMPARE(ask(*m_backend, request)->json()[u"d"][u"__count"].toString(), u"6"_s);
    }

    void describesItself()
    {
        for (const auto &service : {"API_FUNCTIONALLOCATION", "API_EQUIPMENT"}) {
            auto request = as(u"alice"_s);
            request.target = root + service + "/$metadata";
            const auto answer = ask(*m_backend, request);
            QCOMPARE(answer->header("Content-Type"), QByteArray("application/xml"));
            QXmlStreamReader xml(answer->response.body);
            int properties = 0;
            while (!xml.atEnd()) {
                xml.readNext();
                properties += xml.isStartElement() && xml.name() == u"Property" ? 1 : 0;
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(properties > 5);
            request = as(u"alice"_s);
            request.target = root + service + "/";
            QCOMPARE(ask(*m_backend, request)->json()[u"d"][u"EntitySets"].size(), qsizetype(1));
        }
    }

    void readsOneByKey()
    {
        auto request = as(u"alice"_s);
        request.target = locations + "('1000-A')";
        QCOMPARE(ask(*m_backend, request)->json()[u"d"][u"FunctionalLocationName"].toString(),
                 u"Pumping Station A"_s);
        request = as(u"alice"_s);
        request.target = root
            + "API_EQUIPMENT/Equipment(Equipment='10000001',"
              "ValidityEndDate=datetime'9999-12-31T00:00:00')";
        QCOMPARE(ask(*m_backend, request)->json()[u"d"][u"Equipment"].toString(), u"10000001"_s);
    }

    void writesNeedTheCsrfTokenOfTheSession()
    {
        auto post = as(u"alice"_s);
        post.method = "POST";
        post.target = locations;
        post.body = "{\"FunctionalLocation\":\"3000\",\"FunctionalLocationName\":\"New\"}";
        const auto refused = ask(*m_backend, post);
        QCOMPARE(refused->response.status, 403);
        QCOMPARE(refused->response.body, QByteArray("CSRF token validation failed"));
        QCOMPARE(refused->header("x-csrf-token"), QByteArray("Required"));
        QCOMPARE(refused->notes[u"refused"].toString(), u"backend-csrf-token-missing"_s);

        auto fetch = as(u"alice"_s);
        fetch.method = "HEAD";
        fetch.target = root + "API_FUNCTIONALLOCATION/";
        fetch.headers.add("x-csrf-token", "Fetch");
        const auto fetched = ask(*m_backend, fetch);
        QCOMPARE(fetched->response.status, 200);
        QVERIFY(fetched->response.body.isEmpty());
        const auto token = fetched->header("x-csrf-token");
        const auto cookie = fetched->header("set-cookie").split(';').constFirst();

        const auto send = [&](const QString &user,
                              const QByteArray &method,
                              const QByteArray &target,
                              const QByteArray &body) {
            auto request = as(user);
            request.method = method;
            request.target = target;
            request.body = body;
            request.headers.add("x-csrf-token", token);
            request.headers.add("cookie", "other=1; " + cookie);
            return ask(*m_backend, request);
        };
        m_landscape.mapping.insert(u"erin"_s, {u"ERIN"_s, true, {}});
        QCOMPARE(send(u"erin"_s, "POST", locations, post.body)->response.status, 403);
        const auto created = send(u"alice"_s, "POST", locations, post.body);
        QCOMPARE(created->response.status, 201);
        QVERIFY(created->header("Location").endsWith("FunctionalLocation('3000')"));
        QCOMPARE(created->json()[u"d"][u"CreatedByUser"].toString(), u"ALICE"_s);
        QCOMPARE(send(u"alice"_s, "POST", locations, post.body)->response.status, 400);
        QCOMPARE(send(u"alice"_s, "POST", locations, "{")->response.status, 400);
        QCOMPARE(send(u"alice"_s, "POST", locations, "{\"Nope\":1}")->response.status, 400);
        for (const auto &method : {"PATCH", "MERGE", "PUT"})
            QCOMPARE(send(u"alice"_s,
                          method,
                          locations + "('3000')",
                          QByteArray("{\"FunctionalLocationName\":\"") + method + "\"}")
                         ->response.status,
                     204);
        auto read = as(u"alice"_s);
        read.target = locations + "('3000')";
        QCOMPARE(ask(*m_backend, read)->json()[u"d"][u"FunctionalLocationName"].toString(),
                 u"PUT"_s);
        QCOMPARE(send(u"alice"_s, "DELETE", locations + "('3000')", {})->response.status, 204);
        QCOMPARE(send(u"alice"_s, "DELETE", locations + "('3000')", {})->response.status, 404);
    }

private:
    QByteArray ticketFor(const QString &user)
    {
        return m_handover->headerFor(user, m_landscape.time.nowMs());
    }

    http::Request as(const QString &user)
    {
        http::Request request;
        request.headers = {{"Host", "s4virtual:44300"},
                           {"SSL_CLIENT_CERT", ticketFor(user)},
                           {"sap-client", "100"}};
        return request;
    }

    FakeLandscape m_landscape;
    std::shared_ptr<sandbox::PrincipalHandover> m_handover;
    std::unique_ptr<sandbox::Backend> m_backend;
};

QTEST_GUILESS_MAIN(TestBackend)
#include "tst_backend.moc"
