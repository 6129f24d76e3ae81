// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/mockuserexchange.h"
#include "core/xsuaa/authorizations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

xsuaa::Application shop()
{
    auto application = xsuaa::readApplication(R"({
        "xsappname": "shop",
        "scopes": [{"name": "$XSAPPNAME.admin"}, {"name": "$XSAPPNAME.viewer"}],
        "attributes": [{"name": "country", "valueType": "string", "valueRequired": false}],
        "role-templates": [
            {"name": "Everything", "scope-references": ["$XSAPPNAME.viewer", "$XSAPPNAME.admin"]},
            {"name": "Administrator", "scope-references": ["$XSAPPNAME.admin"]},
            {"name": "Viewer", "scope-references": ["$XSAPPNAME.viewer"],
             "attribute-references": ["country"]}]})")
                           .value();
    application.appId = u"shop!t1"_s;
    return application;
}

cap::MockUsers usersOf(const QByteArray &users)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"package.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(R"({"cds":{"requires":{"auth":{"kind":"basic","users":)" + users + "}}}}");
    file.close();
    cap::EnvInput input;
    input.projectDir = folder.path();
    return cap::MockUsers::of(cap::effectiveEnv(input).value());
}

} // namespace

class TestMockUserExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensBecomeMockUsers()
    {
        xsuaa::Directory directory;
        directory.applications << shop();
        directory.roles << xsuaa::Role{
            u"shop!t1"_s,
            u"Viewer"_s,
            u"Viewer DE"_s,
            {},
            {{u"country"_s, xsuaa::RoleAttribute::Origin::Static, QStringList{u"DE"_s}}},
            false};
        directory.roleCollections << xsuaa::RoleCollection{
            u"Germans"_s,
            {},
            {{u"shop!t1"_s, u"Viewer"_s, u"Viewer DE"_s},
             {u"shop!t1"_s, u"Administrator"_s, u"Administrator"_s}},
            {},
            false};
        xsuaa::User alice;
        alice.userName = u"alice"_s;
        alice.roleCollections << u"Germans"_s;
        xsuaa::User dave;
        dave.userName = u"dave"_s;
        directory.users << alice << dave;
        const auto changes = cap::mockUsersFrom(directory, shop());
        QCOMPARE(changes.size(), size_t(1)); // dave may nothing
        QCOMPARE(changes.front().login, u"alice"_s);
        QCOMPARE(*changes.front().roles, (QStringList{u"viewer"_s, u"admin"_s}));
        QCOMPARE(changes.front().attributes.front().first, u"country"_s);
        QCOMPARE(changes.front().attributes.front().second, QStringList{u"DE"_s});
        QVERIFY(!changes.front().password);
    }

    void mockUsersBecomeRoleCollections()
    {
        const auto made = cap::roleCollectionsFrom(
            usersOf(R"({"zoe": {"roles": ["viewer", "admin"], "attr": {"country": ["DE", "FR"]}},
                       "otto": {"roles": ["viewer", "internal-user"]},
                       "nora": {"roles": ["editor"], "attr": {"level": ["2"]}},
                       "off": false, "*": true})"),
            shop());
        QCOMPARE(made.users.size(), 3);
        QCOMPARE(made.collections.size(), 2); // nora may nothing
        QCOMPARE(made.roles.size(), 2);
        QCOMPARE(made.roles.first().attributes.first().values, (QStringList{u"DE"_s, u"FR"_s}));
        QCOMPARE(made.roles.last().attributes.first().origin,
                 xsuaa::RoleAttribute::Origin::Unrestricted);
        QCOMPARE(made.collections.first().roles.last().templateName, u"Administrator"_s);
        QCOMPARE(made.problems.size(), 2); // the role editor, the attribute level
    }

    void thereAndBackIsTheSame()
    {
        const auto mock = usersOf(
            R"({"zoe": {"roles": ["viewer", "admin"], "attr": {"country": ["DE", "FR"]}}})");
        const auto made = cap::roleCollectionsFrom(mock, shop());
        QVERIFY(made.problems.isEmpty());
        xsuaa::Directory directory;
        directory.applications << shop();
        directory.roles = made.roles;
        directory.roleCollections = made.collections;
        directory.users = made.users;
        const auto back = cap::mockUsersFrom(directory, shop());
        QCOMPARE(back.size(), size_t(1));
        QCOMPARE(*back.front().roles, mock.users().front().roles);
        QCOMPARE(back.front().attributes.front().second, (QStringList{u"DE"_s, u"FR"_s}));
    }
};

QTEST_GUILESS_MAIN(TestMockUserExchange)
#include "tst_mockuserexchange.moc"
