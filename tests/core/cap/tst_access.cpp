// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesscase.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

QByteArray read(const QString &name)
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/cap/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json readJson(const QString &name)
{
    return text::parseJson(read(name), name).value_or({});
}

QByteArray sorted(const Json &list)
{
    QByteArrayList items;
    for (const auto &item : list.elements())
        items << item.toCompact();
    std::sort(items.begin(), items.end());
    return items.join(',');
}

} // namespace

// What running services of @sap/cds 9.9 and 10.1 answered; tests/data/cap/authz/README.md.
class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheServiceDid_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("cds");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("open");
        QTest::addColumn<QString>("folder");
        for (const int cds : {9, 10})
            QTest::addRow("sales, cds %d", cds)
                << u"dev"_s << cds << 1478 << 0 << u"authz-sales/"_s;
        for (const int cds : {9, 10})
            QTest::addRow("requests, cds %d", cds)
                << u"dev"_s << cds << 569 << 0 << u"authz-requests/"_s;
        const QList<std::tuple<QString, int, int>> modes = {{u"dev"_s, 3176, 11},
                                                            {u"drafts"_s, 119, 0},
                                                            {u"dummy"_s, 439, 0},
                                                            {u"prod-mocked"_s, 608, 0},
                                                            {u"prod-basic"_s, 417, 0},
                                                            {u"prod-basic-open"_s, 122, 0},
                                                            {u"basic"_s, 195, 0},
                                                            {u"login-required"_s, 92, 0}};
        for (const auto &[mode, rows, open] : modes) {
            for (const int cds : {9, 10})
                QTest::addRow("%s, cds %d", qPrintable(mode), cds)
                    << mode << cds << rows << open << u"authz/"_s;
        }
    }

    void answersAsTheServiceDid()
    {
        QFETCH(QString, mode);
        QFETCH(int, cds);
        QFETCH(int, rows);
        QFETCH(int, open);
        QFETCH(QString, folder);
        const auto csn = cap::Csn::read(read(folder + u"csn.cds%1.json"_s.arg(cds)));
        QVERIFY(csn);
        const auto data = readJson(folder + u"data.json"_s);
        const auto document = readJson(folder + mode + u".json"_s);
        const auto users = usersOf(document, folder);
        const cap::AccessModel model(*csn, optionsOf(document, cds), &users, &data);

        const auto &cases = cap::casesIn(document);
        QCOMPARE(int(cases.size()), rows);
        const auto decisions = cap::decideCases(model, cases);
        int matches = 0;
        int unknown = 0;
        QStringList wrong;
        for (size_t i = 0; i < decisions.size(); ++i) {
            const auto &row = cases.elements()[i];
            const auto &expected =
                cds == 10 && row.contains(u"expect10") ? row[u"expect10"] : row[u"expect"];
            if (decisions[i].status == 0 && row[u"group"].toString() == "draft"_L1)
                ++unknown;
            else if (fits(decisions[i], expected))
                ++matches;
            else
                wrong << lineOf(row, expected, decisions[i]);
        }
        qInfo("%s: %d of %d as observed, %d not decidable",
              QTest::currentDataTag(),
              matches,
              rows,
              unknown);
        QVERIFY2(wrong.isEmpty(), wrong.mid(0, 40).join(u'\n').toUtf8().constData());
        QCOMPARE(unknown, open);
        QCOMPARE(matches + unknown, rows);
    }

    // As cds 9.9.3 and 10.1.1 answered to a mock user that is only true, and so has no id.
    void nobodysRowsAreNotThoseOfAUserWithoutId_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QByteArray>("ids");
        QTest::addColumn<int>("created");
        QTest::newRow("=") << u"owner = $user"_s << QByteArray("[]") << 204;
        QTest::newRow("<>") << u"owner <> $user"_s << QByteArray("[]") << 204;
        QTest::newRow("!=") << u"owner != $user"_s << QByteArray("[1]") << 204;
        QTest::newRow("a text") << u"$user = 'zoe'"_s << QByteArray("[]") << 204;
        QTest::newRow("in") << u"$user in ('zoe','alice')"_s << QByteArray("[]") << 204;
    }

    void nobodysRowsAreNotThoseOfAUserWithoutId()
    {
        QFETCH(QString, condition);
        auto document = text::parseJson(R"({"definitions":{"S":{"kind":"service"},
            "S.E":{"kind":"entity","@restrict":[{"grant":"*","where":""}],"elements":{
                "ID":{"key":true,"type":"cds.Integer"},"owner":{"type":"cds.String"}}}}})")
                            .value();
        document.find(u"definitions")
            ->find(u"S.E")
            ->find(u"@restrict")
            ->elements()
            .front()
            .set(u"where"_s, condition);
        const auto csn = cap::Csn::of(std::move(document));
        QVERIFY(csn);
        const auto users = text::parseJson(R"({"ghost":true})").value();
        const auto data =
            text::parseJson(R"({"S.E":[{"ID":1,"owner":"zoe"},{"ID":2,"owner":null}]})").value();
        const cap::AccessModel model(*csn, {}, &users, &data);
        const auto cases = text::parseJson(R"([{"user":"ghost","url":"/odata/v4/s/E"},
            {"user":"ghost","method":"POST","url":"/odata/v4/s/E","body":{"ID":9}}])")
                               .value();
        const auto decisions = cap::decideCases(model, cases);
        QTEST(cap::toJson(decisions[0])[u"ids"].toCompact(), "ids");
        QTEST(decisions[1].status, "created");
    }

    void deepNestingIsToldAndNotFollowed()
    {
        const auto csn = cap::Csn::read(R"({"definitions":{"S":{"kind":"service"},
            "S.E":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}}}}})");
        QVERIFY(csn);
        const cap::AccessModel model(*csn, {}, nullptr);
        for (const auto *option : {"$filter=", "$filter=length", "$compute=", "$apply=concat"}) {
            cap::AccessRequest request;
            request.method = u"GET"_s;
            request.url = u"/odata/v4/s/E?"_s + QString::fromLatin1(option) + QString(50000, u'(');
            QCOMPARE(model.decide(request).status, 400);
        }
    }

    // As cds 9.9.3 answered.
    void aBatchThatCannotBeReadIsRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("requests");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("last"); // of the last part
        QTest::newRow("parts") << QByteArray(R"([{"id":"1","method":"GET","url":"E"}])") << 200
                               << 200;
        QTest::newRow("no id") << QByteArray(R"([{"method":"GET","url":"E"}])") << 400 << 0;
        QTest::newRow("no part") << QByteArray("[5]") << 400 << 0;
        QTest::newRow("none") << QByteArray("[]") << 400 << 0;
        QTest::newRow("changeset twice")
            << QByteArray(R"([{"id":"1","method":"GET","url":"E","atomicityGroup":"g"},
                {"id":"2","method":"GET","url":"E"},
                {"id":"3","method":"GET","url":"E","atomicityGroup":"g"}])")
            << 400 << 0;
        QTest::newRow("depends on nothing")
            << QByteArray(R"([{"id":"1","method":"GET","url":"E","dependsOn":["9"]}])") << 400 << 0;
        QTest::newRow("depends on a refused part")
            << QByteArray(R"([{"id":"1","method":"GET","url":"Nosuch"},
                {"id":"2","method":"GET","url":"E","dependsOn":["1"]}])")
            << 200 << 424;
    }

    void aBatchThatCannotBeReadIsRefusedAsAWhole()
    {
        QFETCH(QByteArray, requests);
        QFETCH(int, last);
        const auto csn = cap::Csn::read(R"({"definitions":{"S":{"kind":"service"},
            "S.E":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}}}}})");
        QVERIFY(csn);
        const cap::AccessModel model(*csn, {}, nullptr);
        cap::AccessRequest request;
        request.method = u"POST"_s;
        request.url = u"/odata/v4/s/$batch"_s;
        request.body = Json::object({{u"requests"_s, text::parseJson(requests).value()}});
        const auto decision = model.decide(request);
        QTEST(decision.status, "status");
        QCOMPARE(decision.parts.empty() ? 0 : decision.parts.back().second, last);
    }

    // As cds 9.9.3 answered.
    void anIdThatIsNullHasNobodysRows()
    {
        const auto csn = cap::Csn::read(R"({"definitions":{"S":{"kind":"service"},
            "S.E":{"kind":"entity","@restrict":[{"grant":"*","where":"owner = $user"}],"elements":{
                "ID":{"key":true,"type":"cds.Integer"},"owner":{"type":"cds.String"}}}}})");
        QVERIFY(csn);
        const auto users = text::parseJson(R"({"ghost":{"id":null}})").value();
        const auto data =
            text::parseJson(R"({"S.E":[{"ID":1,"owner":"zoe"},{"ID":2,"owner":null}]})").value();
        const cap::AccessModel model(*csn, {}, &users, &data);
        const auto cases = text::parseJson(R"([{"user":"ghost","url":"/odata/v4/s/E"}])").value();
        QCOMPARE(cap::toJson(cap::decideCases(model, cases)[0])[u"ids"].toCompact(), "[2]");
    }

    // As cds 9.9.3 and 10.1.1 answered.
    void joinsAreNotWrittenTo()
    {
        const auto csn = cap::Csn::read(R"({"definitions":{
            "db.T":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}}},
            "S":{"kind":"service"},
            "S.J":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}},
                "query":{"SELECT":{"from":{"join":"inner","args":[{"ref":["db.T"],"as":"a"},
                    {"ref":["db.T"],"as":"b"}],"on":[{"ref":["a","ID"]},"=",{"ref":["b","ID"]}]},
                    "columns":[{"key":true,"ref":["a","ID"]}]}}}}})");
        QVERIFY(csn);
        const cap::AccessModel model(*csn, {}, nullptr);
        const auto cases = text::parseJson(R"json([
            {"user":"-","method":"GET","url":"/odata/v4/s/J"},
            {"user":"-","method":"POST","url":"/odata/v4/s/J","body":{"ID":9}},
            {"user":"-","method":"PATCH","url":"/odata/v4/s/J(1)","body":{}},
            {"user":"-","method":"PUT","url":"/odata/v4/s/J(1)","body":{}},
            {"user":"-","method":"DELETE","url":"/odata/v4/s/J(1)"}])json");
        QVERIFY(cases);
        QList<int> statuses;
        for (const auto &decision : cap::decideCases(model, *cases))
            statuses << decision.status;
        QCOMPARE(statuses, (QList<int>{200, 501, 501, 501, 501}));
    }

    void answersWhatRunningServicesAnswered_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("request"); // METHOD URL [BODY]
        QTest::addColumn<int>("by9");
        QTest::addColumn<int>("by10");
        const QList<std::tuple<const char *, const char *, int, int>> rows = {
            // $count counts lists
            {"-", "GET Books/$count", 200, 200},
            {"-", "GET Books(1)/$count", 200, 400},
            {"-", "GET Books(1)/author/$count", 200, 400},
            {"-", "GET Books(1)/chapters/$count", 200, 200},
            {"-", "GET Secret(1)/$count", 401, 400},
            // options are read before anybody is asked for a role, or the method looked at
            {"-", "GET f()?$top=1", 200, 200},
            {"-", "GET f()?$select=*", 200, 200},
            {"-", "GET f()?$select=a", 400, 400},
            {"-", "GET f()?$filter=1%20eq%201", 400, 200},
            {"-", "GET f()?$foo=1", 400, 400},
            {"-", "GET f()?foo=1", 200, 200},
            {"zoe", "GET fr()", 403, 403},
            {"zoe", "GET fr()?$select=a", 400, 400},
            {"zoe", "GET fr()?$top=1", 403, 403},
            {"-", "GET a?$select=a", 400, 400},
            {"-", "GET a", 405, 405},
            {"-", "POST none?$select=a {}", 204, 400},
            {"-", "GET fe()?$select=name&$orderby=ID%20desc", 200, 200},
            {"-", "GET fe()?$select=nix", 400, 400},
            {"-", "GET fe()?$expand=nix", 400, 400},
            {"-", "GET fe()?$apply=groupby((nix))", 400, 400},
            {"-", "GET fm()?$filter=nix%20eq%20'A'", 400, 400},
            {"-", "GET fm()?$filter=name%20eq%20'A'", 200, 200},
            {"zoe", "POST Authors(1)/S.bound?$select=nix {}", 400, 400},
            {"zoe", "POST Authors(1)/S.bound {}", 403, 403},
            {"zoe", "GET Secret?$foo=1", 400, 400},
            {"-", "GET Books?$TOP=1", 400, 400},
            {"-", "GET Books?$top=x", 400, 400},
            {"-", "GET Books?$top=-1", 200, 200},
            {"-", "GET Books?$count=x", 400, 400},
            {"-", "GET Books?$select=", 400, 400},
            {"-", "GET Books?$expand=", 200, 200},
            {"-", "GET Books?$format=xml", 501, 501},
            {"-", "GET $metadata?$foo=1", 200, 200},
            // a key without its name, below another entity
            {"-", "GET Books(1)/chapters(ID=1,pos=2)", 200, 200},
            {"-", "GET Books(1)/chapters(1)", 500, 500},
            {"-", "GET Books(1)/chapters(foo=1)", 500, 500},
            {"-", "DELETE Books(1)/chapters(1)", 500, 500},
            {"-", "GET Chapters(1)", 400, 400},
            // a singleton that is not there is made by PUT
            {"-", "GET One", 404, 404},
            {"-", "PATCH One {\"x\":\"a\"}", 404, 404},
            {"-", "PUT One {\"ID\":1}", 201, 201},
            {"-", "PUT NoCreate {\"ID\":1}", 401, 401},
            {"alice", "PUT NoCreate {\"ID\":1}", 403, 403},
            // PUT keeps what the body does not name
            {"zoe", "PUT Mine(1) {\"owner\":\"q\"}", 200, 200},
            {"zoe", "PUT Mine(2) {\"owner\":\"q\"}", 403, 403},
            {"zoe", "PUT Mine(9) {\"owner\":\"q\"}", 204, 204},
            {"zoe", "PUT Mine(19) {\"country\":\"DE\"}", 201, 201},
        };
        for (const auto &[user, request, by9, by10] : rows)
            QTest::addRow("%s %s", user, request)
                << QString::fromUtf8(user) << QString::fromUtf8(request) << by9 << by10;
    }

    // cds 9.9.3 and 10.1.1 serving tests/data/cap/authz/small.json
    void answersWhatRunningServicesAnswered()
    {
        QFETCH(QString, user);
        QFETCH(QString, request);
        const auto document = readJson(u"authz/small.json"_s);
        const auto csn = cap::Csn::of(document[u"csn"]);
        QVERIFY(csn);
        auto row = Json::object(
            {{u"user"_s, Json(user)}, {u"method"_s, Json(request.section(u' ', 0, 0))}});
        const auto path = request.section(u' ', 1, 1);
        row.set(u"url"_s, Json(u"/odata/v4/s/"_s + path));
        if (const auto body = request.section(u' ', 2); !body.isEmpty())
            row.set(u"body"_s, *text::parseJson(body.toUtf8()));
        for (const int cds : {9, 10}) {
            cap::AccessOptions options;
            options.cds = cds;
            const cap::AccessModel model(*csn, options, &document[u"users"], &document[u"data"]);
            auto rows = Json::array();
            rows.append(row);
            const auto made = cap::decideCases(model, rows).front();
            QFETCH(int, by9);
            QFETCH(int, by10);
            QVERIFY2(made.status == (cds == 9 ? by9 : by10),
                     qPrintable(u"cds %1: %2 %3"_s.arg(cds).arg(made.status).arg(made.because)));
        }
    }

private:
    static Json usersOf(const Json &mode, const QString &folder)
    {
        const auto users = readJson(folder + u"users.json"_s);
        return mode[u"auth"].toString() == "basic"_L1 ? cap::withoutBuiltInUsers(users) : users;
    }

    static cap::AccessOptions optionsOf(const Json &mode, int cds)
    {
        cap::AccessOptions options;
        options.kind = cap::authKindOf(mode[u"auth"].toString()).value();
        options.production = mode[u"NODE_ENV"].toString() == "production"_L1;
        options.loginRequired = mode[u"login_required"].toBool();
        if (mode[u"restrict_all_services"].isBool())
            options.restrictAllServices = mode[u"restrict_all_services"].toBool();
        options.cds = cds;
        return options;
    }

    static bool fits(const cap::AccessDecision &decision, const Json &expected)
    {
        if (decision.status != expected[u"status"].toInteger())
            return false;
        const auto json = cap::toJson(decision);
        for (qsizetype i = 0; i < expected[u"parts"].size(); ++i) {
            if (decision.parts.at(size_t(i)).second
                != expected[u"parts"].elements()[size_t(i)].toInteger())
                return false;
        }
        if (!expected.contains(u"ids"))
            return true;
        return json.contains(u"ids") && sorted(json[u"ids"]) == sorted(expected[u"ids"]);
    }

    static QString
    lineOf(const Json &row, const Json &expected, const cap::AccessDecision &decision)
    {
        return QString::fromUtf8(row.toCompact() + "\n    expected " + expected.toCompact()
                                 + "\n    but      " + cap::toJson(decision).toCompact());
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
