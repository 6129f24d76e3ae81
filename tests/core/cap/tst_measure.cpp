// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/measurereport.h"
#include "core/cap/runningserver.h"
#include "core/http/client.h"
#include "core/http/server.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using cap::MeasuredCell;
using text::Json;

namespace {

const char *const shopModel = R"({"definitions":{
  "Shop":{"kind":"service"},
  "Shop.Books":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.UUID"}},
    "actions":{"order":{"kind":"action"},"stock":{"kind":"function","returns":{"type":"cds.Integer"}}}},
  "Shop.Orders":{"kind":"entity","@restrict":[{"grant":"*","to":"admin"}],
    "@odata.draft.enabled":true,
    "elements":{"ID":{"key":true,"type":"cds.Integer"},"kind":{"key":true,"type":"Code"}}},
  "Shop.Bag":{"kind":"entity","@open":true,"elements":{"ID":{"key":true,"type":"cds.Integer"}}},
  "Shop.Blobs":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Binary"}}},
  "Shop.Setting":{"kind":"entity","@odata.singleton":true,"elements":{"x":{"type":"cds.String"}}},
  "Shop.View":{"kind":"entity","params":{"p":{"type":"cds.Integer"}},"elements":{"ID":{"key":true,"type":"cds.Integer"}}},
  "Shop.ping":{"kind":"function","returns":{"type":"cds.String"}},
  "Shop.add":{"kind":"function","params":{"a":{"type":"cds.Integer"}},"returns":{"type":"cds.Integer"}},
  "Shop.reset":{"kind":"action"},
  "Code":{"kind":"type","type":"cds.String"},
  "Api":{"kind":"service","@protocol":"rest"},
  "Api.Rows":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.String"}}},
  "Api.run":{"kind":"action"}}})";

const char *const twoUsers = R"({"alice":{"password":"geheim","roles":["admin"]},"bob":true})";

} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT

    std::optional<cap::Csn> m_csn;
    Json m_users;
    std::unique_ptr<cap::AccessModel> m_model;
    std::unique_ptr<cap::AccessTable> m_table;

    QHash<QString, cap::Probe> plan(const QString &caller, bool writes) const
    {
        cap::MeasureOptions options;
        options.withWrites = writes;
        options.authorizations = cap::mockAuthorizations(m_users);
        QHash<QString, cap::Probe> found;
        for (const auto &probe : cap::planProbes(*m_model, *m_table, options)) {
            if (m_table->columns()[probe.column].name == caller)
                found[m_table->rows()[probe.row].name()] = probe;
        }
        return found;
    }

    static QString requestOf(const cap::Probe &probe)
    {
        return QString::fromLatin1(probe.method) + u' ' + probe.target;
    }

private Q_SLOTS:
    void init()
    {
        auto csn = cap::Csn::read(shopModel);
        QVERIFY(csn);
        m_csn.emplace(*std::move(csn));
        m_users = text::parseJson(twoUsers).value();
        m_model = std::make_unique<cap::AccessModel>(*m_csn, cap::AccessOptions(), &m_users);
        m_table = std::make_unique<cap::AccessTable>(*m_model, &m_users);
    }

    void findsTheServerOfAProject()
    {
        QTemporaryDir home;
        const QDir dir(home.path());
        QVERIFY(dir.mkpath(u"shop"_s) && dir.mkpath(u"other"_s));
        QVERIFY(!cap::findRunningServer(home.path(), dir.filePath(u"shop"_s)));
        QFile file(dir.filePath(u".cds-services.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"cds\":{\"provides\":{\"Shop\":{\"endpoints\":{\"odata\":\"/odata/v4/"
                   "shop\"},\"server\":11}},\"servers\":{\"7\":{\"root\":\"file://"
                   + dir.filePath(u"other"_s).toUtf8()
                   + "\",\"url\":\"http://localhost:4005\"},\"11\":{\"root\":\"file://"
                   + dir.filePath(u"shop"_s).toUtf8()
                   + "\",\"url\":\"http://localhost:4004\"},\"12\":{\"root\":\"file://"
                   + dir.filePath(u"shop"_s).toUtf8() + "\",\"url\":\"nonsense\"}}}}");
        file.close();
        const auto found = cap::findRunningServer(home.path(), dir.filePath(u"shop/"_s));
        QVERIFY(found);
        QCOMPARE(found->toString(), u"http://localhost:4004"_s);
        QVERIFY(!cap::findRunningServer(home.path(), home.path()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\"cds\":");
        file.close();
        const auto broken = cap::findRunningServer(home.path(), dir.filePath(u"shop"_s));
        QVERIFY(!broken && broken.error().place);
    }

    void writesAreNeverSentWithoutAWord()
    {
        for (const auto &caller : {u"anonymous"_s, u"alice"_s, u"bob"_s}) {
            const auto probes = plan(caller, false);
            QVERIFY(probes.size() > 20);
            for (const auto &probe : probes)
                QVERIFY2(probe.method.isEmpty() || probe.method == "GET", probe.method.constData());
        }
        const auto probes = plan(u"alice"_s, false);
        QCOMPARE(requestOf(probes[u"Shop SERVICE"_s]), u"GET /odata/v4/shop/"_s);
        QCOMPARE(requestOf(probes[u"Shop.Books READ"_s]), u"GET /odata/v4/shop/Books?$top=1"_s);
        QCOMPARE(requestOf(probes[u"Shop.Setting READ"_s]), u"GET /odata/v4/shop/Setting"_s);
        QCOMPARE(requestOf(probes[u"Shop ping"_s]), u"GET /odata/v4/shop/ping()"_s);
        QVERIFY(requestOf(probes[u"Shop.Books stock"_s]).endsWith("/Shop.stock()"_L1));
        for (const auto &name : {u"Shop.Books CREATE"_s,
                                 u"Shop.Books order"_s,
                                 u"Shop reset"_s,
                                 u"Shop add"_s,
                                 u"Shop.View READ"_s})
            QVERIFY2(!probes[name].notSent.isEmpty(), qPrintable(name));
    }

    // CAP decides on access first, and refuses the property that no model has afterwards.
    void writesCannotSucceed()
    {
        const auto probes = plan(u"alice"_s, true);
        for (const auto &probe : probes) {
            if (probe.method == "POST" || probe.method == "PATCH")
                QCOMPARE(probe.body, QByteArray("{\"tokentrail_probe\":1}"));
            if (probe.method == "DELETE" || probe.method == "PATCH")
                QVERIFY2(probe.target.contains(u'(') || probe.target.contains("/rows/"_L1)
                             || probe.target.endsWith("probe"_L1)
                             || probe.target.endsWith("Setting"_L1),
                         qPrintable(probe.target));
        }
        QCOMPARE(requestOf(probes[u"Shop.Books CREATE"_s]), u"POST /odata/v4/shop/Books"_s);
        QCOMPARE(requestOf(probes[u"Shop.Orders DELETE"_s]),
                 u"DELETE /odata/v4/shop/"
                 "Orders(ID=2147480001,kind='tokentrail-probe',IsActiveEntity=true)"_s);
        QCOMPARE(requestOf(probes[u"Api.Rows UPDATE"_s]),
                 u"PATCH /rest/api/Rows/tokentrail-probe"_s);
        for (const auto &name : {u"Shop.Bag CREATE"_s,
                                 u"Shop.Bag UPDATE"_s,
                                 u"Shop.Blobs DELETE"_s,
                                 u"Shop.Setting DELETE"_s,
                                 u"Shop.Setting CREATE"_s,
                                 u"Api run"_s}) {
            QVERIFY2(probes.contains(name), qPrintable(name));
            QVERIFY2(probes[name].method.isEmpty(), qPrintable(name));
        }
    }

    void unboundOperationsMayHaveDotsInTheirNames()
    {
        const auto csn = cap::Csn::read(R"({"definitions":{"S":{"kind":"service"},
          "S.inner.ping":{"kind":"function","returns":{"type":"cds.String"}}}})");
        QVERIFY(csn);
        const cap::AccessModel model(*csn, cap::AccessOptions(), &m_users);
        const cap::AccessTable table(model, &m_users);
        cap::MeasureOptions options;
        options.authorizations = cap::mockAuthorizations(m_users);
        int found = 0;
        for (const auto &probe : cap::planProbes(model, table, options)) {
            if (table.rows()[probe.row].name() != "S inner.ping"_L1)
                continue;
            ++found;
            QCOMPARE(requestOf(probe), u"GET /odata/v4/s/inner_ping()"_s);
            QCOMPARE(table.cell(probe.row, probe.column).decision(), u"ok"_s);
        }
        QCOMPARE(found, 3);
    }

    void callersWithoutCredentialsAreNotAsked()
    {
        cap::MeasureOptions options;
        for (const auto &probe : cap::planProbes(*m_model, *m_table, options)) {
            if (m_table->columns()[probe.column].name != "anonymous"_L1)
                QVERIFY(probe.method.isEmpty() && !probe.notSent.isEmpty());
        }
    }

    void readsWhatAStatusSaysOfAccess_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("list") << QByteArray("GET") << u"/s/E?$top=1"_s << 200 << u"ok"_s;
        QTest::newRow("no such list")
            << QByteArray("GET") << u"/s/E?$top=1"_s << 404 << u"not-found"_s;
        QTest::newRow("bad list") << QByteArray("GET") << u"/s/E?$top=1"_s << 400
                                  << u"bad-request"_s;
        QTest::newRow("empty singleton") << QByteArray("GET") << u"/s/One"_s << 404 << u"ok"_s;
        QTest::newRow("no service") << QByteArray("GET") << u"/s/"_s << 404 << u"not-found"_s;
        QTest::newRow("strange property") << QByteArray("POST") << u"/s/E"_s << 400 << u"ok"_s;
        QTest::newRow("no such row") << QByteArray("DELETE") << u"/s/E(1)"_s << 404 << u"ok"_s;
        QTest::newRow("401") << QByteArray("POST") << u"/s/E"_s << 401 << u"unauthenticated"_s;
        QTest::newRow("403") << QByteArray("PATCH") << u"/s/E(1)"_s << 403 << u"forbidden"_s;
        QTest::newRow("405") << QByteArray("DELETE") << u"/s/E(1)"_s << 405
                             << u"method-not-allowed"_s;
        QTest::newRow("500") << QByteArray("POST") << u"/s/E"_s << 500 << u"error"_s;
    }

    void readsWhatAStatusSaysOfAccess()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, target);
        QFETCH(int, status);
        cap::Probe probe;
        probe.method = method;
        probe.target = target;
        QTEST(cap::meaningOf(probe, status), "meaning");
    }

    void showsEveryDifference()
    {
        QStringList seen;
        http::Server server([&seen](const http::Request &request,
                                    const http::Connection &,
                                    const http::Responder &respond) {
            const auto who = QByteArray::fromBase64(request.headers.value("authorization").mid(6));
            seen << QString::fromLatin1(who + ' ' + request.method + ' ' + request.target);
            http::Response response;
            response.status = 200;
            if (request.target.startsWith("/odata/v4/shop/Orders"))
                response.status = who.isEmpty() ? 401 : 200; // bob, too: the model says 403
            if (request.target.startsWith("/odata/v4/shop/ping"))
                return respond.drop();
            respond(response);
        });
        const auto port = server.listen({});
        QVERIFY(port);
        cap::MeasureOptions options;
        options.authorizations = cap::mockAuthorizations(m_users);
        http::Client client;
        cap::MeasureJob job(client,
                            QUrl(u"http://127.0.0.1:%1/ignored"_s.arg(*port)),
                            *m_table,
                            cap::planProbes(*m_model, *m_table, options),
                            options);
        QSignalSpy progress(&job, &cap::MeasureJob::progressed);
        QSignalSpy done(&job, &cap::MeasureJob::finished);
        job.start();
        QCOMPARE(done.count(), 0);
        QTRY_COMPARE(done.count(), 1);
        const auto &result = job.measurement();
        QCOMPARE(progress.count(), result.sent());
        QVERIFY(seen.contains("alice:geheim GET /odata/v4/shop/Orders?$top=1"_L1));
        QVERIFY(seen.contains("bob: GET /odata/v4/shop/Books?$top=1"_L1));
        QCOMPARE(result.count(MeasuredCell::Agreement::Differs), 1);
        QCOMPARE(result.count(MeasuredCell::Agreement::Failed), 3); // ping of each caller
        const auto told = cap::differences(*m_table, result);
        QCOMPARE(told.size(), 4);
        QVERIFY2(
            told.join(u'\n').contains("Shop.Orders READ for bob: predicted forbidden, but GET "
                                      "/odata/v4/shop/Orders?$top=1 was answered 200 (ok)."_L1),
            qPrintable(told.join(u'\n')));

        const auto csv = cap::toCsv(*m_table, result);
        QVERIFY(csv.contains("Shop.Orders READ,bob,forbidden,ok,200,differs,"));
        QCOMPARE(csv.count("\r\n"), qsizetype(result.cells.size()) + 1);
        const auto junit = cap::toJunit(*m_table, result);
        QVERIFY(junit.contains("failures=\"1\" errors=\"3\""));
        QVERIFY(junit.contains("<testcase classname=\"Shop.Orders READ\" name=\"bob\">"));
        QCOMPARE(junit.count("<failure"), 1);
        const auto markdown = cap::toMarkdown(*m_table, result);
        QVERIFY(markdown.contains("| Shop.Orders READ | bob | forbidden | **ok (200)** |"));
        QCOMPARE(cap::toJson(*m_table, result)[u"differ"].toInteger(), 1);
        for (const auto &report : {csv, junit, markdown})
            QVERIFY(!report.contains("geheim") && !report.contains("Basic"));
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
