// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accessroles.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

constexpr auto model = R"({"definitions":{
  "S":{"kind":"service"},
  "S.Orders":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}},
    "@restrict":[{"grant":"READ","to":"viewer"},{"grant":["READ","WRITE","close"],"to":["editor","admin"]}],
    "actions":{"close":{"kind":"action","@requires":"admin"}}},
  "S.Claims":{"kind":"entity","elements":{"ID":{"key":true,"type":"cds.Integer"}},
    "@restrict":[{"grant":"CREATE","to":"clerk","where":"$user.level = 2"},{"grant":"*","to":"admin"}]},
  "S.Ledger":{"kind":"entity","@readonly":true,"elements":{"ID":{"key":true,"type":"cds.Integer"}},
    "@restrict":[{"grant":"READ","to":"auditor"}]}}})";

} // namespace

class TestAccessRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheRolesThatEndARefusal_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("held");
        QTest::addColumn<QStringList>("roles");
        const auto row = [](const char *name,
                            const QString &method,
                            const QString &url,
                            const QStringList &held,
                            const QStringList &roles) {
            QTest::newRow(name) << method << url << held << roles;
        };
        row("reading",
            u"GET"_s,
            u"/odata/v4/s/Orders"_s,
            {},
            {u"viewer"_s, u"editor"_s, u"admin"_s});
        row("writing",
            u"DELETE"_s,
            u"/odata/v4/s/Orders(1)"_s,
            {u"viewer"_s},
            {u"editor"_s, u"admin"_s});
        row("an action",
            u"POST"_s,
            u"/odata/v4/s/Orders(1)/S.close"_s,
            {u"editor"_s},
            {u"admin"_s});
        row("nothing is refused", u"GET"_s, u"/odata/v4/s/Orders"_s, {u"viewer"_s}, {});
        row("no role that grants it", u"POST"_s, u"/odata/v4/s/Claims"_s, {}, {u"admin"_s});
        row("a role is held, and its condition fails",
            u"POST"_s,
            u"/odata/v4/s/Claims"_s,
            {u"clerk"_s},
            {});
        row("no role helps", u"DELETE"_s, u"/odata/v4/s/Ledger(1)"_s, {u"auditor"_s}, {});
    }

    void namesTheRolesThatEndARefusal()
    {
        QFETCH(QString, method);
        QFETCH(QString, url);
        QFETCH(QStringList, held);
        const auto csn = cap::Csn::read(model);
        QVERIFY(csn);
        const cap::AccessModel access(*csn, {});
        cap::AccessUser user;
        user.id = u"bob"_s;
        user.roles = QSet<QString>(held.begin(), held.end());
        user.attributes =
            text::Json::object({{u"level"_s, text::Json::array(QStringList{u"1"_s})}});
        cap::AccessRequest request;
        request.method = method;
        request.url = url;
        request.body = text::Json::object({{u"ID"_s, 1}});
        request.caller.user = &user;
        QTEST(cap::rolesThatWouldDo(access, request), "roles");
    }

    void helpsNobodyWhoIsNotLoggedIn()
    {
        const auto csn = cap::Csn::read(model);
        QVERIFY(csn);
        cap::AccessOptions options;
        options.kind = cap::AuthKind::Jwt;
        const cap::AccessModel access(*csn, options);
        cap::AccessRequest request;
        request.method = u"GET"_s;
        request.url = u"/odata/v4/s/Orders"_s;
        request.caller.sendsAuthorization = true;
        request.caller.authorization = u"Bearer x"_s;
        QCOMPARE(cap::rolesThatWouldDo(access, request), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestAccessRoles)
#include "tst_accessroles.moc"
