// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/customerservice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokentrail;
using sandbox::CustomerService;

namespace {

xsuaa::CapUser userOf(const QString &id, const QStringList &roles, const QString &level)
{
    xsuaa::CapUser user;
    user.id = id;
    user.roles = roles;
    if (!level.isNull())
        user.attributes.set(u"level"_s, text::Json::array(level.split(u',', Qt::SkipEmptyParts)));
    return user;
}

} // namespace

// The rows that cds 9 answered on SQLite (kind xsuaa, so attributes are lists of texts).
class TestCustomerService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersAreFilteredByBuyer_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("admin") << u"alice"_s << QStringList{u"admin"_s}
                               << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s};
        QTest::newRow("own") << u"alice"_s << QStringList{u"viewer"_s}
                             << QStringList{u"1"_s, u"4"_s};
        QTest::newRow("nothing") << u"dave"_s << QStringList() << QStringList();
        QTest::newRow("other case")
            << u"alice"_s << QStringList{u"Admin"_s} << QStringList{u"1"_s, u"4"_s};
    }
    void ordersAreFilteredByBuyer()
    {
        QFETCH(QString, user);
        QFETCH(QStringList, roles);
        QFETCH(QStringList, ids);
        CustomerService service;
        const auto who = userOf(user, roles, {});
        const auto answer = service.answer({"GET", "/odata/v4/customer/Orders?$select=ID"}, who);
        QCOMPARE(answer.status, 200);
        QStringList found;
        const auto json = text::parseJson(answer.body).value();
        for (const auto &row : json[u"value"].elements())
            found += QString::fromLatin1(row[u"ID"].numberSpelling());
        QCOMPARE(found, ids);
        const auto one = service.answer({"GET", "/odata/v4/customer/Orders(2)"}, who);
        QCOMPARE(one.status, ids.contains(u"2"_s) ? 200 : 404);
        const auto count = service.answer({"GET", "/odata/v4/customer/Orders/$count"}, who);
        QCOMPARE(count.body, QByteArray::number(ids.size()));
    }

    void writes_data()
    {
        QTest::addColumn<QStringList>("roles");
        QTest::addColumn<QString>("level"); // null: no such attribute; "": an empty list
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QStringList none;
        const QStringList admin{u"admin"_s};
        const auto row = [](const char *name,
                            const QStringList &roles,
                            const QString &level,
                            const char *method,
                            const char *path,
                            const char *body,
                            int status) {
            QTest::newRow(name) << roles << level << QByteArray(method) << QByteArray(path)
                                << QByteArray(body) << status;
        };
        const char *order = "{\"ID\":99,\"buyer\":\"new\",\"amount\":1}";
        row("admin creates", admin, {}, "POST", "Orders", order, 201);
        row("admin creates twice", admin, {}, "POST", "Orders", "{\"ID\":1}", 400);
        row("admin changes", admin, {}, "PATCH", "Orders(1)", "{\"amount\":9}", 200);
        row("admin changes none", admin, {}, "PATCH", "Orders(77)", "{\"amount\":9}", 404);
        row("admin puts anew", admin, {}, "PUT", "Orders(98)", "{\"amount\":9}", 201);
        row("admin puts", admin, {}, "PUT", "Orders(1)", "{\"amount\":9}", 200);
        row("admin deletes", admin, {}, "DELETE", "Orders(1)", "", 204);
        row("unknown property", admin, {}, "PATCH", "Orders(1)", "{\"nope\":9}", 400);
        row("no JSON", admin, {}, "POST", "Orders", "x", 400);
        row("user creates", none, {}, "POST", "Orders", order, 403);
        row("user changes", none, {}, "PATCH", "Orders(1)", "{\"amount\":9}", 403);
        row("user deletes", none, {}, "DELETE", "Orders(1)", "", 403);

        row("read approval, admin", admin, u"3"_s, "GET", "Approval", "", 403);
        row("read one approval", admin, u"3"_s, "GET", "Approval(1)", "", 403);
        const char *approval = "{\"ID\":99}";
        row("no level", admin, {}, "POST", "Approval", approval, 403);
        row("level 3", none, u"3"_s, "POST", "Approval", approval, 204);
        row("level 2", none, u"2"_s, "POST", "Approval", approval, 403);
        row("level empty", none, u""_s, "POST", "Approval", approval, 204);
        row("two levels", none, u"1,5"_s, "POST", "Approval", approval, 500);
        row("change, no level", none, {}, "PATCH", "Approval(1)", "{\"note\":\"x\"}", 403);
        row("change, level 3", none, u"3"_s, "PATCH", "Approval(1)", "{\"note\":\"x\"}", 204);
        row("change, text beats number",
            none,
            u"1"_s,
            "PATCH",
            "Approval(1)",
            "{\"note\":\"x\"}",
            204);
        row("change, level empty", none, u""_s, "PATCH", "Approval(1)", "{\"note\":\"x\"}", 403);
        row("change none", none, {}, "PATCH", "Approval(77)", "{\"note\":\"x\"}", 404);
        row("put anew, no level", none, {}, "PUT", "Approval(98)", "{\"note\":\"x\"}", 403);
        row("put anew, level 3", none, u"3"_s, "PUT", "Approval(98)", "{\"note\":\"x\"}", 204);
        row("delete, no level", none, {}, "DELETE", "Approval(1)", "", 403);
        row("delete, level 3", none, u"3"_s, "DELETE", "Approval(1)", "", 204);
    }
    void writes()
    {
        QFETCH(QStringList, roles);
        QFETCH(QString, level);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        CustomerService service;
        const auto answer = service.answer({method, "/odata/v4/customer/" + path, {}, body},
                                           userOf(u"bob"_s, roles, level));
        QCOMPARE(answer.status, status);
        if (status == 403)
            QCOMPARE(answer.body,
                     QByteArray("{\"error\":{\"message\":\"Forbidden\",\"code\":\"403\","
                                "\"@Common.numericSeverity\":4}}"));
        if (status == 500)
            QVERIFY(answer.body.contains("user attribute array must be used with operator"));
    }

    void changesStay()
    {
        CustomerService service;
        const auto admin = userOf(u"alice"_s, {u"admin"_s}, {});
        service.answer({"PATCH", "/odata/v4/customer/Orders(2)", {}, "{\"amount\":7}"}, admin);
        const auto answer = service.answer({"GET", "/odata/v4/customer/Orders(ID=2)"}, admin);
        QCOMPARE(answer.body,
                 QByteArray("{\"@odata.context\":\"$metadata#Orders/$entity\",\"ID\":2,"
                            "\"buyer\":\"bob\",\"amount\":7}"));
    }

    void describesItself()
    {
        CustomerService service;
        const auto nobody = userOf(u"x"_s, {}, {});
        const auto root = service.answer({"GET", "/odata/v4/customer/"}, nobody);
        QCOMPARE(root.status, 200);
        QVERIFY(root.body.contains("Orders") && root.body.contains("Approval"));
        QVERIFY(service.answer({"GET", "/odata/v4/customer/$metadata"}, nobody)
                    .body.contains("EntityType=\"CustomerService.Orders\""));
        const auto unknown = service.answer({"GET", "/odata/v4/customer/Nope"}, nobody);
        QCOMPARE(unknown.status, 404);
        QVERIFY(unknown.body.contains("Invalid resource path \\\"CustomerService.Nope\\\""));
    }
};

QTEST_GUILESS_MAIN(TestCustomerService)
#include "tst_customerservice.moc"
