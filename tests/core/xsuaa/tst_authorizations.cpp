// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/authorizations.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

namespace {

Application application(const QByteArray &descriptor, const QString &appId)
{
    auto app = readApplication(descriptor);
    if (!app)
        qFatal("%s", qPrintable(app.error().toString()));
    app->appId = appId;
    return *app;
}

// What `cds compile --to xsuaa` writes: attributes sit in a template of their own.
const QByteArray generatedByCap = R"({
  "xsappname": "bookshop",
  "scopes": [{"name": "$XSAPPNAME.admin"}, {"name": "$XSAPPNAME.viewer"}],
  "attributes": [
    {"name": "country", "valueType": "s", "valueRequired": false},
    {"name": "level", "valueType": "s", "valueRequired": true}],
  "role-templates": [
    {"name": "admin", "scope-references": ["$XSAPPNAME.admin", "uaa.user"]},
    {"name": "viewer", "scope-references": ["$XSAPPNAME.viewer"]},
    {"name": "userattributes", "default-role-name": "Attributes of a User",
     "attribute-references": ["country"]},
    {"name": "levels", "attribute-references": [{"name": "level"}]}]})";

Directory bookshop()
{
    Directory directory;
    directory.applications = {application(generatedByCap, u"bookshop!t1"_s)};
    return directory;
}

void addCollection(Directory &directory, const QString &name, const QList<RoleReference> &roles)
{
    directory.roleCollections.append({name, {}, roles, {}, false});
}

User userWith(const QStringList &collections)
{
    User user;
    user.userName = u"alice"_s;
    user.roleCollections = collections;
    user.attributes = {{u"land"_s, {u"DE"_s, u"AT"_s}}};
    return user;
}

} // namespace

class TestAuthorizations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitesScopesAndAttributesOverAllRoles()
    {
        auto directory = bookshop();
        directory.roles = {{u"bookshop!t1"_s,
                            u"userattributes"_s,
                            u"By country"_s,
                            {},
                            {{u"country"_s, RoleAttribute::Origin::IdentityProvider, {u"land"_s}}}},
                           {u"bookshop!t1"_s,
                            u"userattributes"_s,
                            u"Swiss"_s,
                            {},
                            {{u"country"_s, RoleAttribute::Origin::Static, {u"CH"_s, u"AT"_s}}}}};
        addCollection(directory, u"A"_s, {{u"bookshop!t1"_s, u"admin"_s, u"admin"_s}});
        addCollection(directory,
                      u"B"_s,
                      {{u"bookshop!t1"_s, u"viewer"_s, u"viewer"_s},
                       {u"bookshop!t1"_s, u"admin"_s, u"admin"_s},
                       {u"bookshop!t1"_s, u"userattributes"_s, u"By country"_s},
                       {u"bookshop!t1"_s, u"userattributes"_s, u"Swiss"_s}});
        const auto all = authorizationsOf(
            directory, userWith({u"A"_s, u"B"_s}), directory.applications.constFirst());
        QCOMPARE(all.scopes,
                 QStringList({u"bookshop!t1.admin"_s, u"uaa.user"_s, u"bookshop!t1.viewer"_s}));
        QCOMPARE(all.attributes.value(u"country"_s), QStringList({u"DE"_s, u"AT"_s, u"CH"_s}));
        QCOMPARE(all.roleCollections, QStringList({u"A"_s, u"B"_s}));
    }

    void defaultRoleExistsOnlyWhereEveryAttributeMayBeEmpty()
    {
        const auto directory = bookshop();
        QVERIFY(directory.role({u"bookshop!t1"_s, u"userattributes"_s, u"Attributes of a User"_s}));
        QVERIFY(!directory.role({u"bookshop!t1"_s, u"userattributes"_s, u"userattributes"_s}));
        QVERIFY(!directory.role({u"bookshop!t1"_s, u"levels"_s, u"levels"_s}));
        QCOMPARE(directory.rolesOf(directory.applications.constFirst()).size(), 3);
    }

    void unrestrictedRoleAddsNoAttribute()
    {
        auto directory = bookshop();
        addCollection(directory,
                      u"A"_s,
                      {{u"bookshop!t1"_s, u"userattributes"_s, u"Attributes of a User"_s}});
        const auto all =
            authorizationsOf(directory, userWith({u"A"_s}), directory.applications.constFirst());
        QVERIFY(all.attributes.isEmpty());
        QVERIFY(all.scopes.isEmpty());
    }

    void groupOfTheIdentityProviderBringsItsCollections()
    {
        auto directory = bookshop();
        directory.roleCollections = {{u"A"_s,
                                      {},
                                      {{u"bookshop!t1"_s, u"admin"_s, u"admin"_s}},
                                      {{u"sap.default"_s, u"Groups"_s, u"admins"_s}}}};
        auto user = userWith({});
        QVERIFY(roleCollectionsOf(directory, user).isEmpty());
        user.groups = QStringList{u"admins"_s};
        QCOMPARE(roleCollectionsOf(directory, user), QStringList{u"A"_s});
        user.origin = u"other"_s;
        QVERIFY(roleCollectionsOf(directory, user).isEmpty());
    }

    void collectionThatIsGoneGivesNothing()
    {
        const auto directory = bookshop();
        QVERIFY(roleCollectionsOf(directory, userWith({u"gone"_s})).isEmpty());
    }

    void scopesOfOthersNeedGrantAndAcceptance_data()
    {
        QTest::addColumn<QByteArray>("granted");
        QTest::addColumn<QByteArray>("accepted");
        QTest::addColumn<bool>("there");
        const QByteArray toBookshop = "$XSAPPNAME(application,bookshop)";
        QTest::newRow("granted, all accepted")
            << toBookshop << QByteArray("$ACCEPT_GRANTED_SCOPES") << true;
        QTest::newRow("granted, this accepted")
            << toBookshop << QByteArray("$XSAPPNAME(application,orders).Read") << true;
        QTest::newRow("granted, other accepted")
            << toBookshop << QByteArray("$XSAPPNAME(application,orders).Write") << false;
        QTest::newRow("not granted") << QByteArray("$XSAPPNAME(application,else)")
                                     << QByteArray("$ACCEPT_GRANTED_SCOPES") << false;
        QTest::newRow("not accepted") << toBookshop << QByteArray("uaa.user") << false;
    }

    void scopesOfOthersNeedGrantAndAcceptance()
    {
        QFETCH(QByteArray, granted);
        QFETCH(QByteArray, accepted);
        QFETCH(bool, there);
        Directory directory;
        directory.applications = {
            application(R"({"xsappname":"bookshop","foreign-scope-references":[")" + accepted
                            + R"("]})",
                        u"bookshop!t1"_s),
            application(R"({"xsappname":"orders",
                "scopes":[{"name":"$XSAPPNAME.Read","granted-apps":[")"
                            + granted + R"("]}],
                "role-templates":[{"name":"Reader","scope-references":["$XSAPPNAME.Read"]}]})",
                        u"orders!t2"_s)};
        addCollection(directory, u"A"_s, {{u"orders!t2"_s, u"Reader"_s, u"Reader"_s}});
        const auto all =
            authorizationsOf(directory, userWith({u"A"_s}), *directory.application(u"bookshop"));
        QCOMPARE(all.scopes.contains(u"orders!t2.Read"_s), there);
    }

    void authoritiesNeedGrantAndAcceptance()
    {
        Directory directory;
        directory.applications = {
            application(R"({"xsappname":"bookshop","authorities":["$ACCEPT_GRANTED_AUTHORITIES"]})",
                        u"bookshop!t1"_s),
            application(R"json({"xsappname":"orders","scopes":[
                {"name":"$XSAPPNAME.Read",
                 "grant-as-authority-to-apps":["$XSAPPNAME(application,bookshop)"]},
                {"name":"$XSAPPNAME.Write"}]})json",
                        u"orders!t2"_s)};
        QCOMPARE(authoritiesOf(directory, *directory.application(u"bookshop")).scopes,
                 QStringList{u"orders!t2.Read"_s});
        QVERIFY(authoritiesOf(directory, *directory.application(u"orders")).scopes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAuthorizations)
#include "tst_authorizations.moc"
