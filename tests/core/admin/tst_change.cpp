// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/change.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::admin;
using namespace Qt::StringLiterals;

namespace {

using Origin = xsuaa::RoleAttribute::Origin;

xsuaa::Directory bookshop()
{
    const auto app = xsuaa::readApplication(R"({"xsappname":"bookshop",
        "scopes":[{"name":"$XSAPPNAME.edit"}],
        "attributes":[{"name":"country"}],
        "role-templates":[
          {"name":"editor","scope-references":["$XSAPPNAME.edit"],"attribute-references":["country"]},
          {"name":"reader","scope-references":["$XSAPPNAME.edit"]}]})");
    xsuaa::Directory directory;
    directory.applications = {*app};
    directory.applications[0].appId = u"bookshop!t1"_s;
    directory.roleCollections = {
        {u"Readers"_s, u"who read"_s, {{u"bookshop!t1"_s, u"reader"_s, u"reader"_s}}, {}, false}};
    xsuaa::User bob;
    bob.userName = u"bob"_s;
    bob.roleCollections = QStringList{u"Readers"_s};
    directory.users = {bob};
    return directory;
}

xsuaa::Role editor(const QList<xsuaa::RoleAttribute> &attributes)
{
    return {u"bookshop!t1"_s, u"editor"_s, u"DE editor"_s, {}, attributes, false};
}

QList<Change> everyKind()
{
    const auto directory = bookshop();
    const xsuaa::RoleReference role{u"bookshop!t1"_s, u"reader"_s, u"reader"_s};
    QList<Change> all{createRoleChange(editor({{u"country"_s, Origin::Static, {u"DE"_s}}})),
                      createCollectionChange(u"New"_s, u"n"_s),
                      addRoleChange(u"Readers"_s, role),
                      assignUserChange(u"Readers"_s, {u"eve"_s, u"corp"_s}),
                      assignGroupChange(u"Readers"_s, {u"corp"_s, u"Groups"_s, u"g"_s}),
                      deleteCollectionChange(directory, u"Readers"_s)};
    Change described = createCollectionChange(u"Readers"_s, u"after"_s);
    described.kind = Change::Kind::DescribeCollection;
    described.descriptionBefore = u"who read"_s;
    all << described;
    const auto count = all.size();
    for (qsizetype i = 0; i < count; ++i)
        all << inverseOf(all.at(i));
    return all;
}

} // namespace

class TestChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeSurvivesItsJson()
    {
        QVERIFY(everyKind().size() >= 14);
        for (const auto &change : everyKind()) {
            const auto json = toJson(change);
            const auto back = changeFromJson(json);
            QVERIFY2(back, qPrintable(sentenceOf(change)));
            QCOMPARE(toJson(*back), json);
            QVERIFY(sentenceOf(change).endsWith(u'.'));
        }
    }

    void theInverseLeadsBack()
    {
        const auto before = bookshop();
        for (const auto &change :
             {createRoleChange(editor({{u"country"_s, Origin::Static, {u"DE"_s}}})),
              createCollectionChange(u"New"_s, {}),
              assignGroupChange(u"Readers"_s, {u"corp"_s, u"Groups"_s, u"g"_s}),
              deleteCollectionChange(before, u"Readers"_s)}) {
            auto directory = before;
            applyTo(directory, change);
            for (const auto &back : inverseOf(change))
                applyTo(directory, back);
            QCOMPARE(directory.roles.size(), 0);
            QCOMPARE(directory.roleCollections.size(), 1);
            QCOMPARE(xsuaa::toJson(directory.roleCollections[0]),
                     xsuaa::toJson(before.roleCollections[0]));
            QCOMPARE(directory.users[0].roleCollections, QStringList{u"Readers"_s});
        }
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const Change &change, const QString &words) {
            QTest::newRow(name) << change << words;
        };
        row("no value",
            createRoleChange(editor({{u"country"_s, Origin::Static, {}}})),
            u"country"_s);
        row("strange attribute",
            createRoleChange(editor({{u"colour"_s, Origin::Static, {u"red"_s}}})),
            u"colour"_s);
        auto reader = editor({});
        reader.templateName = u"reader"_s;
        reader.name = u"reader"_s;
        row("name taken", createRoleChange(reader), u"already"_s);
        auto deletion = createRoleChange(reader);
        deletion.kind = Change::Kind::DeleteRole;
        row("default role", deletion, u"template"_s);
        row("collection taken", createCollectionChange(u"Readers"_s, {}), u"already"_s);
        row("no name", createCollectionChange(u"  "_s, {}), u"name"_s);
        row("no collection", assignUserChange(u"Nobodies"_s, {u"bob"_s}), u"Nobodies"_s);
        row("no role",
            addRoleChange(u"Readers"_s, {u"bookshop!t1"_s, u"editor"_s, u"editor"_s}),
            u"editor"_s);
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(Change, change);
        QFETCH(QString, words);
        const auto checked = checkChange(bookshop(), change);
        QVERIFY(!checked);
        QVERIFY2(checked.error().sentence.contains(words), qPrintable(checked.error().sentence));
    }

    void garbageIsNoChange()
    {
        QVERIFY(!changeFromJson(text::Json()));
        QVERIFY(!changeFromJson(text::Json::object({{u"change"_s, u"explode"_s}})));
        QVERIFY(!changeFromJson(text::Json::object({{u"change"_s, u"create-role"_s}})));
    }
};

QTEST_GUILESS_MAIN(TestChange)
#include "tst_change.moc"
