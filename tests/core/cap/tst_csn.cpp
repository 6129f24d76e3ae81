// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesscase.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

cap::Csn model(const QByteArray &definitions)
{
    return cap::Csn::read("{\"definitions\":" + definitions + "}").value();
}

cap::AccessUser userWith(const QStringList &roles)
{
    auto user = cap::mockUser(u"u"_s, Json::object({{u"roles"_s, Json::array(roles)}}));
    return user;
}

} // namespace

class TestCsn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditionsReadAsTheCompilerReadsThem_data()
    {
        QTest::addColumn<QString>("cdl");
        QTest::addColumn<QByteArray>("xpr");
        const auto row = [](const char *cdl, const QByteArray &xpr) {
            QTest::newRow(cdl) << QString::fromUtf8(cdl) << xpr;
        };
        row("owner = $user", R"([{"ref":["owner"]},"=",{"ref":["$user"]}])");
        row("$user.level > 2", R"([{"ref":["$user","level"]},">",{"val":2}])");
        row("a = 'it''s' AND b <> -1.5", // an apostrophe in a raw string makes moc stumble
            QByteArray(
                R"([{"ref":["a"]},"=",{"val":"it@s"},"and",{"ref":["b"]},"<>",{"val":-1.5}])")
                .replace('@', "'"));
        row("country in ('DE','FR')",
            R"([{"ref":["country"]},"in",{"list":[{"val":"DE"},{"val":"FR"}]}])");
        row("not (num = 1)", R"(["not",{"xpr":[{"ref":["num"]},"=",{"val":1}]}])");
        row("x is not null", R"([{"ref":["x"]},"is","not","null"])");
        row("x = null", R"([{"ref":["x"]},"=",{"val":null}])");
        row("flag = true", R"([{"ref":["flag"]},"=",{"val":true}])");
        row("tolower(owner) = $user",
            R"([{"func":"tolower","args":[{"ref":["owner"]}]},"=",{"ref":["$user"]}])");
        row("exists author[country = $user.country]",
            R"(["exists",{"ref":[{"id":"author","where":[{"ref":["country"]},"=",{"ref":["$user","country"]}]}]}])");
        row("a.b.c between 1 and 2",
            R"([{"ref":["a","b","c"]},"between",{"val":1},"and",{"val":2}])");
        row("![co-untry] like 'z%'", R"([{"ref":["co-untry"]},"like",{"val":"z%"}])");
    }

    void conditionsReadAsTheCompilerReadsThem()
    {
        QFETCH(QString, cdl);
        QFETCH(QByteArray, xpr);
        const auto tokens = cap::parseCondition(cdl);
        QVERIFY(tokens);
        QVERIFY(*tokens == cap::readTokens(text::parseJson(xpr).value()));
    }

    void brokenConditionsAreToldNotGuessed_data()
    {
        QTest::addColumn<QString>("cdl");
        for (const auto *cdl : {"",
                                "a = 'open",
                                "(a = 1",
                                "a = 1)",
                                "a[b = 1",
                                "![x = 1",
                                "a, b",
                                "a = 1.2.3",
                                "a # b",
                                "a = = b",
                                "= a"})
            QTest::newRow(cdl) << QString::fromUtf8(cdl);
        QTest::newRow("deep") << QString(5000, u'(');
    }

    void brokenConditionsAreToldNotGuessed()
    {
        QFETCH(QString, cdl);
        QVERIFY(!cap::parseCondition(cdl));
    }

    void servicesAnswerWhereAnnotationsSay()
    {
        const auto csn =
            model(R"({"my.CatalogService":{"kind":"service"},"AdminUI":{"kind":"service"},
            "A_b":{"kind":"service","@path":"/x/"},"R":{"kind":"service","@rest":true},
            "P":{"kind":"service","@protocol":[{"kind":"rest","path":"/p"},"odata"]},
            "N":{"kind":"service","@protocol":"none"},"E":{"kind":"service","@cds.external":true}})");
        QStringList paths;
        for (const auto &endpoint : cap::endpointsOf(csn))
            paths << endpoint.path;
        QCOMPARE(paths,
                 (QStringList{u"/odata/v4/catalog"_s,
                              u"/odata/v4/admin-ui"_s,
                              u"/x"_s,
                              u"/rest/r"_s,
                              u"/p"_s,
                              u"/odata/v4/p"_s}));
    }

    void whatIsNoModelIsTold()
    {
        QVERIFY(!cap::Csn::read("{}"));
        QVERIFY(!cap::Csn::read("[1]"));
        const auto broken = cap::Csn::read("{\n,", u"csn.json"_s);
        QCOMPARE(broken.error().place->line, 2);
    }

    void oddAnnotationsDoNotStopTheReader()
    {
        const auto csn =
            model(R"({"S":{"kind":"service"},"S.E":{"kind":"entity","elements":{"ID":{"key":true}},
            "@restrict":{"grant":"READ"}},"S.F":{"kind":"entity","@restrict":[1,null,{"to":7}],"@requires":{}},
            "S.G":{"kind":"entity","projection":{"from":{"ref":["S.G"]}}}})");
        const cap::AccessModel access(csn, {});
        const auto user = userWith({});
        QCOMPARE(access.decide(user, u"S"_s, u"E"_s, u"READ"_s).status,
                 500); // CAP calls forEach on it
        QCOMPARE(access.decide(user, u"S"_s, u"G"_s, u"READ"_s).status, 200);
        QVERIFY(!access.rows().of(*csn.find(u"S.G"_s)).isKnown);
    }

    void cellsOfTheMatrixSayUnderWhichCondition()
    {
        const auto csn = model(R"({"S":{"kind":"service","@requires":"authenticated-user"},
            "S.E":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"},"owner":{"type":"cds.String"}},
            "@restrict":[{"grant":"READ","to":"viewer","where":"owner = $user"},{"grant":"CREATE","to":"viewer"}],
            "actions":{"close":{"kind":"action","@restrict":[{"to":"boss"}]}}}})");
        const cap::AccessModel access(csn, {});
        const auto viewer = userWith({u"viewer"_s});
        const auto read = access.decide(viewer, u"S"_s, u"E"_s, u"READ"_s);
        QCOMPARE(read.decision(), u"ok"_s);
        QCOMPARE(read.where, u"owner = $user"_s);
        QVERIFY(read.because.contains(u"S.E/@restrict/0"_s));
        QCOMPARE(access.decide(viewer, u"S"_s, u"E"_s, u"CREATE"_s).decision(), u"ok"_s);
        QCOMPARE(access.decide(viewer, u"S"_s, u"E"_s, u"DELETE"_s).decision(), u"forbidden"_s);
        QCOMPARE(access.decide(viewer, u"S"_s, u"E"_s, u"UPSERT"_s).decision(), u"forbidden"_s);
        QCOMPARE(access.decide(viewer, u"S"_s, u"E"_s, u"close"_s).decision(), u"forbidden"_s);
        QCOMPARE(access.decide(userWith({u"boss"_s}), u"S"_s, u"E"_s, u"close"_s).decision(),
                 u"ok"_s);
        QCOMPARE(access.decide(cap::AccessUser::anonymous(), u"S"_s, {}, {}).decision(),
                 u"unauthenticated"_s);
        QCOMPARE(access.decide(viewer, u"S"_s, u"X"_s, u"READ"_s).decision(), u"not-found"_s);
    }

    void aCellForReadingTellsTheRowsThatAreKnown()
    {
        const auto csn = model(R"({"S":{"kind":"service"},"S.E":{"kind":"entity",
            "elements":{"ID":{"key":true,"type":"cds.Integer"},"owner":{"type":"cds.String"}},
            "@restrict":[{"grant":"READ","where":"owner = $user"}]}})");
        const auto data =
            text::parseJson(R"({"S.E":[{"ID":1,"owner":"alice"},{"ID":2,"owner":"bob"}]})").value();
        const cap::AccessModel access(csn, {}, nullptr, &data);
        const auto cases =
            text::parseJson(R"([{"user":"alice","service":"S","entity":"E","event":"READ"},
            {"user":"bob","service":"S","entity":"S.E","event":"READ"},
            {"user":"bob","service":"S","entity":"S.E","event":"DELETE"}])")
                .value();
        const auto decisions = cap::decideCases(access, cases);
        QCOMPARE(cap::toJson(decisions[0])[u"ids"].toCompact(), QByteArray("[1]"));
        QCOMPARE(decisions[0].where, u"owner = $user"_s);
        QCOMPARE(cap::toJson(decisions[1])[u"ids"].toCompact(), QByteArray("[2]"));
        QCOMPARE(decisions[2].decision(), u"forbidden"_s);
    }

    void rowsThatNobodyGaveStayOpen()
    {
        const auto csn = model(R"({"S":{"kind":"service"},"S.E":{"kind":"entity",
            "elements":{"ID":{"key":true,"type":"cds.Integer"},"owner":{"type":"cds.String"}},
            "@restrict":[{"grant":"*","where":"owner = $user"}]}})");
        const cap::AccessModel access(csn, {});
        const auto row =
            text::parseJson(R"({"user":"alice","method":"GET","url":"/odata/v4/s/E"})").value();
        const auto decision = access.decide(cap::AccessCase::read(row).request);
        QCOMPARE(decision.status, 200);
        QVERIFY(!decision.ids);
        QCOMPARE(decision.where, u"owner = $user"_s);
        QVERIFY(decision.because.contains(u"not known"_s));
    }

    void aCustomAuthenticationIsNotGuessed()
    {
        const auto csn = model(R"({"S":{"kind":"service"}})");
        cap::AccessOptions options;
        options.kind = cap::AuthKind::Custom;
        const cap::AccessModel access(csn, options);
        const auto row = text::parseJson(R"({"user":"alice","url":"/odata/v4/s/"})").value();
        QCOMPARE(access.decide(cap::AccessCase::read(row).request).decision(), u"unknown"_s);
    }

    void rolesThatAreNoListStopTheServer()
    {
        const auto csn = model(R"({"S":{"kind":"service","@requires":"admin"}})");
        const auto users =
            text::parseJson(R"({"bob":{"roles":"admin"},"eve":{"roles":{"admin":false}}})").value();
        const cap::AccessModel access(csn, {}, &users);
        const auto bob = text::parseJson(R"({"user":"bob","url":"/odata/v4/s/"})").value();
        QCOMPARE(access.decide(cap::AccessCase::read(bob).request).status, 500);
        const auto eve = text::parseJson(R"({"user":"eve","url":"/odata/v4/s/"})").value();
        QCOMPARE(access.decide(cap::AccessCase::read(eve).request).status, 200); // presence counts
    }
};

QTEST_GUILESS_MAIN(TestCsn)
#include "tst_csn.moc"
