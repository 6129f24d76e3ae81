// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/document.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::admin;
using namespace Qt::StringLiterals;

namespace {

xsuaa::Directory filled()
{
    auto app = *xsuaa::readApplication(R"({"xsappname":"shop",
        "role-templates":[{"name":"reader"},{"name":"editor","attribute-references":["country"]}],
        "attributes":[{"name":"country"}]})");
    app.appId = u"shop!t1"_s;
    xsuaa::Directory directory;
    directory.applications = {app};
    using Origin = xsuaa::RoleAttribute::Origin;
    directory.roles = {{u"shop!t1"_s,
                        u"editor"_s,
                        u"DE"_s,
                        {},
                        {{u"country"_s, Origin::Static, {u"DE"_s}}},
                        false}};
    directory.roleCollections = {
        {u"Readers, all"_s,
         u"who \"read\""_s,
         {{u"shop!t1"_s, u"reader"_s, u"reader"_s}, {u"shop!t1"_s, u"editor"_s, u"DE"_s}},
         {{u"corp"_s, u"Groups"_s, u"staff"_s}},
         false}};
    xsuaa::User bob;
    bob.userName = u"bob"_s;
    bob.roleCollections = QStringList{u"Readers, all"_s};
    directory.users = {bob};
    return directory;
}

xsuaa::Directory emptied()
{
    xsuaa::Directory directory;
    directory.applications = filled().applications;
    return directory;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonBringsEverythingBack()
    {
        const auto document = toJsonDocument(filled());
        const auto plan = planFromDocument(emptied(), document);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().toString()));
        auto directory = emptied();
        for (const auto &change : *plan)
            applyTo(directory, change);
        QCOMPARE(toJsonDocument(directory), document);
        // What is there needs nothing; a part of it needs the rest alone.
        QCOMPARE(planFromDocument(directory, document)->size(), 0);
        auto half = emptied();
        for (const auto &change : plan->first(3))
            applyTo(half, change);
        QCOMPARE(planFromDocument(half, document)->size(), plan->size() - 3);
    }

    void csvBringsAssignmentsBack()
    {
        const auto csv = toCsvDocument(filled());
        QVERIFY(csv.contains("\"Readers, all\",user,bob,sap.default,\r\n"));
        const auto plan = planFromDocument(emptied(), csv);
        QVERIFY(plan);
        QCOMPARE(plan->size(), 3); // the collection, bob, the group
        QCOMPARE(planFromDocument(filled(), csv)->size(), 0);
    }

    void whatIsWrongHasAPlace_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<int>("line");
        QTest::newRow("no heading") << QByteArray("a,b,c\n") << 1;
        const QByteArray heading = "roleCollection,kind,name,origin,attribute\n";
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("kind") << QByteArray(heading + "R,user,x,,\nR,robot,y,,\n") << 3;
        QTest::newRow("name") << QByteArray(heading + "R,user,,,\n") << 2;
        QTest::newRow("quote inside") << QByteArray(heading + "R,us\"er,x,,\n") << 2;
        QTest::newRow("open quote") << QByteArray(heading + "\"R,user,x,,\n") << 2;
        QTest::newRow("broken json") << QByteArray("{\n\"roleCollections\":[}") << 2;
        QTest::newRow("other json") << QByteArray("{\"a\":1}") << 1;
        QTest::newRow("unknown role") << QByteArray(
            "{\"roleCollections\":[\n{\"name\":\"R\",\"roleReferences\":[{"
            "\"roleTemplateAppId\":\"x\",\"roleTemplateName\":\"y\",\"name\":\"z\"}]}]}")
                                      << 2;
        QTest::newRow("nameless user")
            << QByteArray("{\"roleCollections\":[\n\n{\"name\":\"R\",\"userReferences\":[{}]}]}")
            << 3;
    }
    void whatIsWrongHasAPlace()
    {
        QFETCH(QByteArray, document);
        const auto plan = planFromDocument(emptied(), document, u"f"_s);
        QVERIFY(!plan);
        QVERIFY2(plan.error().place, qPrintable(plan.error().sentence));
        QTEST(plan.error().place->line, "line");
    }

    void fieldsMayHoldLineBreaks()
    {
        const auto lines = readCsv("\"a\nb\",\"say \"\"x\"\"\"\r\nc,\n");
        QVERIFY(lines);
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->at(0).fields, (QStringList{u"a\nb"_s, u"say \"x\""_s}));
        QCOMPARE(lines->at(1).number, 3);
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
