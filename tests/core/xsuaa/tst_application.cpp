// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/application.h"
#include "core/xsuaa/directory.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::xsuaa;
using namespace Qt::StringLiterals;

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryMember()
    {
        auto read = readApplication(R"json({
          "xsappname": "bookshop", "tenant-mode": "shared", "description": "Books",
          "scopes": [{"name": "$XSAPPNAME.admin", "description": "d",
                      "granted-apps": ["$XSAPPNAME(application,a)"]}],
          "attributes": [{"name": "country", "valueType": "s", "valueRequired": false}],
          "role-templates": [{"name": "admin", "scope-references": ["$XSAPPNAME.admin"],
             "attribute-references": ["country", {"name": "level", "default-values": ["1"]}]}],
          "role-collections": [{"name": "Admins",
             "role-template-references": ["$XSAPPNAME.admin"]}],
          "authorities": ["$ACCEPT_GRANTED_AUTHORITIES"],
          "foreign-scope-references": ["uaa.user"],
          "oauth2-configuration": {"token-validity": 900, "refresh-token-validity": 1000,
             "redirect-uris": ["here", "there"], "system-attributes": ["groups"]}})json");
        QVERIFY(read);
        QCOMPARE(read->tenantMode, u"shared"_s);
        QCOMPARE(read->scopes.constFirst().grantedApps.size(), 1);
        QVERIFY(!read->attributes.constFirst().valueRequired);
        const auto &references = read->roleTemplates.constFirst().attributeReferences;
        QCOMPARE(references.at(0).name, u"country"_s);
        QVERIFY(!references.at(0).defaultValues);
        QCOMPARE(*references.at(1).defaultValues, QStringList{u"1"_s});
        QCOMPARE(read->roleCollections.constFirst().name, u"Admins"_s);
        QCOMPARE(read->oauth.tokenValidity, 900);
        QCOMPARE(read->oauth.redirectUris.size(), 2);
        QCOMPARE(read->oauth.systemAttributes, QStringList{u"groups"_s});
        read->appId = u"bookshop!t7"_s;
        QCOMPARE(read->resolved(u"$XSAPPNAME.admin"_s), u"bookshop!t7.admin"_s);
        QCOMPARE(read->resolved(u"uaa.user"_s), u"uaa.user"_s);
    }

    void defaultsAreThoseOfTheService()
    {
        const auto read = readApplication(R"({"xsappname": "x"})");
        QVERIFY(read);
        QCOMPARE(read->tenantMode, u"dedicated"_s);
        QCOMPARE(read->oauth.tokenValidity, 43200);
        QCOMPARE(read->oauth.systemAttributes, QStringList({u"groups"_s, u"rolecollections"_s}));
    }

    void mistakesAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("word");
        QTest::newRow("not JSON") << QByteArray("{\n\"a\": }") << 2 << QString();
        QTest::newRow("not an object") << QByteArray("[]") << 1 << u"object"_s;
        QTest::newRow("scopes no list") << QByteArray("{\n\"scopes\": {}}") << 2 << u"scopes"_s;
        QTest::newRow("scope without name")
            << QByteArray("{\"scopes\": [\n\n{\"description\": \"\"}]}") << 3 << u"name"_s;
        QTest::newRow("name no string")
            << QByteArray("{\n\"xsappname\": 7}") << 2 << u"xsappname"_s;
        QTest::newRow("reference no string")
            << QByteArray("{\"role-templates\":[{\"name\":\"a\",\n\"scope-references\":[1]}]}") << 2
            << u"scope-references"_s;
        QTest::newRow("validity negative")
            << QByteArray("{\"oauth2-configuration\":\n{\"token-validity\": -1}}") << 2
            << u"token-validity"_s;
    }

    void mistakesAreNamedWithTheirPlace()
    {
        QFETCH(QByteArray, source);
        QFETCH(int, line);
        QFETCH(QString, word);
        const auto read = readApplication(source, u"xs-security.json"_s);
        QVERIFY(!read);
        QVERIFY(read.error().place);
        QCOMPARE(read.error().place->line, line);
        QCOMPARE(read.error().place->file, u"xs-security.json"_s);
        QVERIFY2(read.error().sentence.contains(word), qPrintable(read.error().sentence));
    }

    // Names of templates may have dots; templates of other applications are not ours.
    void collectionsHoldTheDefaultRolesOfTheirOwnTemplates()
    {
        const auto read = readApplication(R"json({
          "attributes": [{"name": "country"}],
          "role-templates": [{"name": "view.all", "default-role-name": "All"}, {"name": "all"},
             {"name": "some", "attribute-references": ["country"]},
             {"name": "none", "attribute-references": [{"name": "country", "default-values": []}]}],
          "role-collections": [{"name": "Everybody", "role-template-references": [
             "$XSAPPNAME.view.all", "$XSAPPNAME(application,other).all", "$XSAPPNAME.some",
             "$XSAPPNAME.none"]}]})json");
        QVERIFY(read);
        const auto collections = declaredCollections(*read);
        QCOMPARE(collections.size(), 1);
        QCOMPARE(collections.constFirst().roles.size(), 1);
        QCOMPARE(collections.constFirst().roles.constFirst().roleName, u"All"_s);
    }

    void directoryValuesSurviveTheirJson()
    {
        User user;
        user.userName = u"alice"_s;
        user.id = u"1"_s;
        user.attributes = {{u"country"_s, {u"DE"_s, u"AT"_s}}};
        user.groups = QStringList{u"g"_s};
        user.roleCollections = QStringList{u"A"_s};
        const auto read = userFromJson(toJson(user));
        QVERIFY(read);
        QCOMPARE(toJson(*read), toJson(user));

        const RoleCollection collection{u"A"_s,
                                        u"d"_s,
                                        {{u"x!t1"_s, u"t"_s, u"r"_s}},
                                        {{u"sap.default"_s, u"Groups"_s, u"g"_s}},
                                        true};
        const auto again = roleCollectionFromJson(toJson(collection));
        QVERIFY(again);
        QCOMPARE(toJson(*again), toJson(collection));
    }

    void roleReferenceMayBringItsAttributes()
    {
        const auto json = text::parseJson(R"({"name":"A","roleReferences":[
            {"roleTemplateAppId":"x!t1","roleTemplateName":"t","name":"Germans",
             "attributeList":[{"attributeName":"country","attributeValues":["DE"]}]}]})");
        QList<Role> roles;
        const auto collection = roleCollectionFromJson(*json, &roles);
        QVERIFY(collection);
        QCOMPARE(roles.size(), 1);
        QCOMPARE(roles.constFirst().name, u"Germans"_s);
        QCOMPARE(roles.constFirst().attributes.constFirst().values, QStringList{u"DE"_s});
        const auto read = roleFromJson(toJson(roles.constFirst()));
        QVERIFY(read);
        QCOMPARE(toJson(*read), toJson(roles.constFirst()));
    }
};

QTEST_GUILESS_MAIN(TestApplication)
#include "tst_application.moc"
