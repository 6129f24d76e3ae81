// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/effective.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

namespace {

using Origin = RoleAttribute::Origin;
const auto appId = u"shop!t1"_s;

Directory shop()
{
    auto app = *readApplication(R"({"xsappname":"shop",
        "scopes":[{"name":"$XSAPPNAME.edit"},{"name":"$XSAPPNAME.read"}],
        "attributes":[{"name":"country"},{"name":"level"}],
        "role-templates":[
          {"name":"editor","scope-references":["$XSAPPNAME.edit"],"attribute-references":["country"]},
          {"name":"reader","scope-references":["$XSAPPNAME.read"]},
          {"name":"boss","scope-references":["$XSAPPNAME.edit"],"attribute-references":["level"]}]})");
    app.appId = appId;
    Directory directory;
    directory.applications = {app};
    directory.roles = {{appId,
                        u"editor"_s,
                        u"DE editor"_s,
                        {},
                        {{u"country"_s, Origin::Static, {u"DE"_s}}},
                        false},
                       {appId,
                        u"editor"_s,
                        u"Free editor"_s,
                        {},
                        {{u"country"_s, Origin::Unrestricted, {}}},
                        false},
                       {appId,
                        u"editor"_s,
                        u"Home editor"_s,
                        {},
                        {{u"country"_s, Origin::IdentityProvider, {u"land"_s}}},
                        false}};
    directory.roleCollections = {
        {u"Readers"_s, {}, {{appId, u"reader"_s, u"reader"_s}}, {}, false},
        {u"DE"_s, {}, {{appId, u"editor"_s, u"DE editor"_s}}, {}, false},
        {u"Free"_s, {}, {{appId, u"editor"_s, u"Free editor"_s}}, {}, false},
        {u"Home"_s,
         {},
         {{appId, u"editor"_s, u"Home editor"_s}},
         {{u"sap.default"_s, u"Groups"_s, u"home"_s}},
         false},
        {u"Broken"_s, {}, {{appId, u"editor"_s, u"gone"_s}}, {}, false}};
    User bob;
    bob.userName = u"bob"_s;
    bob.id = u"1"_s;
    bob.email = u"bob@example.com"_s;
    bob.roleCollections = QStringList{u"Readers"_s};
    bob.attributes = {{u"land"_s, {u"AT"_s}}};
    directory.users = {bob};
    return directory;
}

EffectivePermission of(const Directory &directory, bool known = true)
{
    return effectivePermission(
        directory, directory.users.constFirst(), directory.applications.constFirst(), known);
}

QList<Trap::Kind> kindsOf(const EffectivePermission &effective)
{
    QList<Trap::Kind> kinds;
    for (const auto &trap : effective.traps)
        kinds << trap.kind;
    return kinds;
}

LoginFrame frame()
{
    return {u"https://x/oauth/token"_s, u"zone"_s, u"sb-shop!t1"_s, u"password"_s, 1000};
}

} // namespace

class TestEffective : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRoleTellsWhatItBrings()
    {
        auto directory = shop();
        directory.users[0].roleCollections << u"DE"_s;
        const auto effective = of(directory);
        QCOMPARE(effective.collections.size(), 2);
        QCOMPARE(effective.collections[0].roles[0].scopes, QStringList{u"shop!t1.read"_s});
        QCOMPARE(effective.collections[1].roles[0].scopes, QStringList{u"shop!t1.edit"_s});
        QCOMPARE(effective.collections[1].roles[0].attributes.value(u"country"_s),
                 QStringList{u"DE"_s});
        QCOMPARE(effective.authorizations.scopes,
                 (QStringList{u"shop!t1.read"_s, u"shop!t1.edit"_s}));
    }

    void aGroupIsNamedAsTheWay()
    {
        auto directory = shop();
        directory.users[0].groups = QStringList{u"home"_s};
        const auto effective = of(directory);
        QCOMPARE(effective.collections.size(), 2);
        QCOMPARE(effective.collections[1].name, u"Home"_s);
        QCOMPARE(effective.collections[1].via, u"Groups = home"_s);
        QCOMPARE(effective.authorizations.attributes.value(u"country"_s), QStringList{u"AT"_s});
    }

    void unknownAttributesAreNamed()
    {
        auto directory = shop();
        directory.users[0].roleCollections << u"Home"_s;
        directory.users[0].attributes.clear();
        QCOMPARE(of(directory, false).collections[1].roles[0].unknown, QStringList{u"country"_s});
        QVERIFY(of(directory, true).collections[1].roles[0].unknown.isEmpty());
    }

    void restrictedAndUnrestrictedIsATrap()
    {
        auto directory = shop();
        directory.users[0].roleCollections << u"Free"_s;
        QVERIFY(!kindsOf(of(directory)).contains(Trap::Kind::RestrictedAndUnrestricted));
        directory.users[0].roleCollections << u"DE"_s;
        const auto effective = of(directory);
        QVERIFY(kindsOf(effective).contains(Trap::Kind::RestrictedAndUnrestricted));
        QCOMPARE(effective.authorizations.attributes.value(u"country"_s), QStringList{u"DE"_s});
    }

    void theSameMailElsewhereIsATrap()
    {
        auto directory = shop();
        auto twin = directory.users[0];
        twin.id = u"2"_s;
        twin.userName = u"b.brown"_s;
        directory.users << twin;
        QVERIFY(!kindsOf(of(directory)).contains(Trap::Kind::SameMailElsewhere)); // one origin
        directory.users[1].origin = u"corp"_s;
        directory.users[1].email = u"Bob@Example.com"_s;
        QVERIFY(kindsOf(of(directory)).contains(Trap::Kind::SameMailElsewhere));
    }

    void templatesWithoutRoleAndMissingRolesAreTraps()
    {
        auto directory = shop();
        auto effective = of(directory);
        QCOMPARE(kindsOf(effective), QList<Trap::Kind>{Trap::Kind::NoDefaultRole});
        QCOMPARE(effective.traps[0].subject, u"boss"_s);
        QVERIFY(effective.traps[0].sentence.contains(u"level"_s));
        directory.users[0].roleCollections << u"Broken"_s;
        effective = of(directory);
        QVERIFY(kindsOf(effective).contains(Trap::Kind::RoleMissing));
        QVERIFY(!effective.collections[1].roles[0].exists);
    }

    void togglingGivesAndTakes()
    {
        auto directory = shop();
        const auto given = withToggled(directory, directory.users[0], u"DE"_s);
        QCOMPARE(of(given).authorizations.scopes.size(), 2);
        const auto taken = withToggled(given, given.users[0], u"DE"_s);
        QCOMPARE(of(taken).authorizations.scopes.size(), 1);
        directory.users[0].groups = QStringList{u"home"_s};
        const auto without = withToggled(directory, directory.users[0], u"Home"_s);
        QCOMPARE(of(without).authorizations.scopes.size(), 1);
    }

    void aTokenThatSaysTheSameDoesNotDiffer()
    {
        const auto directory = shop();
        const auto &bob = directory.users[0];
        const auto &app = directory.applications[0];
        const auto preview = previewClaims(directory, bob, app, frame());
        auto later = frame();
        later.nowSeconds = 9999;
        later.grantType = u"authorization_code"_s;
        QVERIFY(comparePreview(preview, previewClaims(directory, bob, app, later)).isEmpty());
        auto token = preview;
        token.set(u"scope"_s, text::Json::array(QStringList{u"openid"_s, u"shop!t1.other"_s}));
        token.find(u"xs.user.attributes")
            ->set(u"country"_s, text::Json::array(QStringList{u"FR"_s}));
        const auto differences = comparePreview(preview, token);
        QCOMPARE(differences.size(), 2);
        QCOMPARE(differences[0].claim, u"xs.user.attributes.country"_s);
        QCOMPARE(differences[1].claim, u"scope"_s);
        QVERIFY(differences[1].sentence.contains(u"lacks shop!t1.read"_s));
        QVERIFY(differences[1].sentence.contains(u"shop!t1.other besides"_s));
    }
};

QTEST_GUILESS_MAIN(TestEffective)
#include "tst_effective.moc"
