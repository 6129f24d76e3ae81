// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecurityedit.h"
#include "core/cap/xssecurityoutcome.h"
#include "core/text/jsonplace.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

// In the texts of this test ' stands for a double quote.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

// With odd blanks, a number that others would respell, and members that nobody knows.
const auto shop = quoted("{ 'xsappname':'shop', 'x-own' : [ 1.50,  2 ],\n"
                         "  'scopes': [\n"
                         "    {'name': '$XSAPPNAME.View', 'description': 'reads'},\n"
                         "    { 'name' : '$XSAPPNAME.Edit' }\n"
                         "  ],\n"
                         "  'attributes': [{'name': 'country', 'valueRequired': false}],\n"
                         "  'role-templates': [\n"
                         "    {'name': 'Viewer', 'scope-references': ['$XSAPPNAME.View'],\n"
                         "     'attribute-references': ['country'], 'note':  null},\n"
                         "    {'name': 'Editor', 'scope-references': ['$XSAPPNAME.View', "
                         "'$XSAPPNAME.Edit'],\n"
                         "     'attribute-references': [{'name': 'country', 'default-values': "
                         "['DE']}]}\n"
                         "  ],\n"
                         "  'role-collections': [{'name': 'All', 'role-template-references': [\n"
                         "    '$XSAPPNAME.Viewer',\n"
                         "    '$XSAPPNAME(application,other).Viewer'\n"
                         "  ]}],\n"
                         "  'authorities': ['$XSAPPNAME.View']\n"
                         "}\n");

using Change = std::function<Result<void>(cap::XsSecurityEdit &)>;

struct Outcome
{
    QByteArray text;
    QString error;
};

Outcome after(const QByteArray &before, const Change &change)
{
    auto edit = cap::XsSecurityEdit::open(before);
    if (!edit)
        return {{}, edit.error().sentence};
    const auto done = change(*edit);
    return {edit->text(), done ? QString() : done.error().sentence};
}

// What stands in the place of what, as one looks for it: the rest is the same, byte for byte.
QByteArray shopWith(const QList<std::pair<QByteArray, QByteArray>> &replaced)
{
    auto text = shop;
    for (const auto &[from, to] : replaced)
        text.replace(quoted(from), quoted(to));
    return text;
}

Change renaming(const QStringList &entry, const QString &name)
{
    return [=](cap::XsSecurityEdit &edit) -> Result<void> {
        const auto done = edit.rename(entry, name);
        return done ? Result<void>() : Result<void>(done.error());
    };
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestXsSecurityEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesThatPlaceAlone_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const Change &change, const QByteArray &expected) {
            QTest::newRow(name) << change << expected;
        };
        using Edit = cap::XsSecurityEdit;
        row(
            "a text",
            [](Edit &edit) {
                return edit.set({u"scopes"_s, u"0"_s, u"description"_s}, u"sees"_s);
            },
            shopWith({{"'reads'", "'sees'"}}));
        row(
            "a text that was not there",
            [](Edit &edit) {
                return edit.set({u"scopes"_s, u"1"_s, u"description"_s}, u"e"_s);
            },
            shopWith({{"'$XSAPPNAME.Edit' }", "'$XSAPPNAME.Edit', 'description' : 'e' }"}}));
        row(
            "a text goes",
            [](Edit &edit) {
                return edit.remove({u"scopes"_s, u"0"_s, u"description"_s});
            },
            shopWith({{", 'description': 'reads'", ""}}));
        row(
            "what is not there goes",
            [](Edit &edit) {
                return edit.remove({u"scopes"_s, u"1"_s, u"description"_s});
            },
            shop);
        row("a scope renamed, with its references",
            renaming({u"scopes"_s, u"0"_s}, u"$XSAPPNAME.Read"_s),
            shopWith({{"'$XSAPPNAME.View'", "'$XSAPPNAME.Read'"}}));
        row("a role template renamed, and none of another application",
            renaming({u"role-templates"_s, u"0"_s}, u"Reader"_s),
            shopWith({{"'Viewer'", "'Reader'"}, {"'$XSAPPNAME.Viewer'", "'$XSAPPNAME.Reader'"}}));
        row("an attribute renamed, as a name and as an object",
            renaming({u"attributes"_s, u"0"_s}, u"land"_s),
            shopWith({{"'country'", "'land'"}}));
        row(
            "listed",
            [](Edit &edit) {
                return edit.setListed({u"role-templates"_s, u"0"_s, u"scope-references"_s},
                                      u"$XSAPPNAME.Edit"_s,
                                      true);
            },
            shopWith({{"['$XSAPPNAME.View'],", "['$XSAPPNAME.View', '$XSAPPNAME.Edit'],"}}));
        row(
            "listed already",
            [](Edit &edit) {
                return edit.setListed({u"role-templates"_s, u"0"_s, u"scope-references"_s},
                                      u"$XSAPPNAME.View"_s,
                                      true);
            },
            shop);
        row(
            "no longer listed",
            [](Edit &edit) {
                return edit.setListed(
                    {u"role-templates"_s, u"1"_s, u"attribute-references"_s}, u"country"_s, false);
            },
            shopWith({{"[{'name': 'country', 'default-values': ['DE']}]", "[]"}}));
        row(
            "default values of a mere name",
            [](Edit &edit) {
                return edit.setDefaultValues(
                    {u"role-templates"_s, u"0"_s, u"attribute-references"_s},
                    u"country"_s,
                    {u"AT"_s});
            },
            shopWith({{"'attribute-references': ['country']",
                       "'attribute-references': [{ 'name': 'country', "
                       "'default-values': ['AT'] }]"}}));
        row(
            "default values of an object",
            [](Edit &edit) {
                return edit.setDefaultValues(
                    {u"role-templates"_s, u"1"_s, u"attribute-references"_s},
                    u"country"_s,
                    {u"DE"_s, u"AT"_s});
            },
            shopWith({{"['DE']", "['DE', 'AT']"}}));
        row(
            "no default values: the mere name",
            [](Edit &edit) {
                return edit.setDefaultValues(
                    {u"role-templates"_s, u"1"_s, u"attribute-references"_s}, u"country"_s, {});
            },
            shopWith({{"[{'name': 'country', 'default-values': ['DE']}]", "['country']"}}));
    }
    void changesThatPlaceAlone()
    {
        QFETCH(Change, change);
        QFETCH(QByteArray, expected);
        const auto outcome = after(shop, change);
        QCOMPARE(outcome.error, QString());
        QCOMPARE(outcome.text, expected);
    }

    void listsKeepTheElementsThatStay_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name,
                            const QByteArray &list,
                            const QStringList &texts,
                            const QByteArray &expected) {
            QTest::newRow(name) << list << texts << expected;
        };
        row("the same", "[ 'a','b' ]", {u"a"_s, u"b"_s}, "[ 'a','b' ]");
        row("one more", "['a', 'b']", {u"a"_s, u"b"_s, u"c"_s}, "['a', 'b', 'c']");
        row("one between", "['a', 'b']", {u"a"_s, u"c"_s, u"b"_s}, "['a', 'c', 'b']");
        row("one before", "['a', 'b']", {u"c"_s, u"a"_s, u"b"_s}, "['c', 'a', 'b']");
        row("one less", "['a', 'b',  'c']", {u"a"_s, u"c"_s}, "['a', 'c']");
        row("another", "['a',  'b', 'c']", {u"a"_s, u"x"_s, u"c"_s}, "['a',  'x', 'c']");
        row("another and one less", "['a', 'b', 'c', 'd']", {u"x"_s, u"d"_s}, "['x', 'd']");
        row("twice the same", "['a', 'a']", {u"a"_s}, "['a']");
        row("none", "['a', 'b']", {}, "[]");
        row("on lines", "[\n 'a',\n 'b'\n]", {u"a"_s, u"b"_s, u"c"_s}, "[\n 'a',\n 'b',\n 'c'\n]");
    }
    void listsKeepTheElementsThatStay()
    {
        QFETCH(QByteArray, list);
        QFETCH(QStringList, texts);
        QFETCH(QByteArray, expected);
        const QByteArray head = "{\n 'authorities': ";
        const auto outcome = after(quoted(head + list + "\n}"), [&](cap::XsSecurityEdit &edit) {
            return edit.setTexts({u"authorities"_s}, texts);
        });
        QCOMPARE(outcome.error, QString());
        QCOMPARE(outcome.text, quoted(head + expected + "\n}"));
    }

    void makesWhatIsMissingOnTheWay()
    {
        const auto outcome = after("{\n}\n", [](cap::XsSecurityEdit &edit) {
            return edit.setTexts({u"oauth2-configuration"_s, u"redirect-uris"_s},
                                 {u"https://a.b.c/**"_s});
        });
        QCOMPARE(outcome.text,
                 quoted("{\n  'oauth2-configuration': {\n    'redirect-uris': "
                        "['https://a.b.c/**']\n  }\n}\n"));
    }

    void addsEntriesUnderFreeNames()
    {
        auto edit = cap::XsSecurityEdit::open("{\n}\n");
        QVERIFY(edit);
        QCOMPARE(*edit->addEntry(u"scopes"_s), (QStringList{u"scopes"_s, u"0"_s}));
        QCOMPARE(*edit->addEntry(u"scopes"_s), (QStringList{u"scopes"_s, u"1"_s}));
        QCOMPARE(*edit->addEntry(u"role-collections"_s),
                 (QStringList{u"role-collections"_s, u"0"_s}));
        QCOMPARE(edit->json()[u"scopes"].elements()[1][u"name"].toString(),
                 u"$XSAPPNAME.NewScope2"_s);
        QVERIFY(!cap::XsSecurityEdit::open(quoted("{'scopes': 7}"))->addEntry(u"scopes"_s));
    }

    void tellsHowManyReferencesFollow()
    {
        auto edit = cap::XsSecurityEdit::open(shop);
        QVERIFY(edit);
        QCOMPARE(edit->referencesTo({u"scopes"_s, u"0"_s}),
                 (QList<QStringList>{
                     {u"role-templates"_s, u"0"_s, u"scope-references"_s, u"0"_s},
                     {u"role-templates"_s, u"1"_s, u"scope-references"_s, u"0"_s},
                     {u"authorities"_s, u"0"_s},
                 }));
        QCOMPARE(*edit->rename({u"scopes"_s, u"0"_s}, u"$XSAPPNAME.Read"_s), 3);
        QCOMPARE(*edit->rename({u"scopes"_s, u"0"_s}, u"$XSAPPNAME.Read"_s), 0);
    }

    void aNameThatIsTakenOrEmptyIsNoName()
    {
        for (const auto &name : {u"$XSAPPNAME.Edit"_s, QString()}) {
            const auto outcome = after(shop, renaming({u"scopes"_s, u"0"_s}, name));
            QVERIFY(!outcome.error.isEmpty());
            QCOMPARE(outcome.text, shop);
        }
    }

    void ofTwoWithOneNameTheOtherKeepsTheReferences()
    {
        const auto twice = quoted("{'scopes': [{'name': 'a'}, {'name': 'a'}],\n"
                                  " 'authorities': ['a']}");
        auto expected = twice;
        expected.replace(quoted("{'name': 'a'}]"), quoted("{'name': 'b'}]"));
        QCOMPARE(after(twice, renaming({u"scopes"_s, u"1"_s}, u"b"_s)).text, expected);
    }

    void findsThePathOfAPlace()
    {
        const auto json = text::parseJson(shop);
        QVERIFY(json);
        const auto pathOf = [&](const QByteArray &what) {
            return text::pathAt(*json, shop.indexOf(quoted(what))).join(u'/');
        };
        QCOMPARE(pathOf("'reads'"), u"scopes/0/description"_s);
        QCOMPARE(pathOf("'description'"), u"scopes/0/description"_s);
        QCOMPARE(pathOf("{ 'name' :"), u"scopes/1"_s);
        QCOMPARE(pathOf("'DE'"), u"role-templates/1/attribute-references/0/default-values/0"_s);
        QCOMPARE(text::pathAt(*json, 0), QStringList());
        QCOMPARE(text::offsetOf(shop, 3, 5), shop.indexOf(quoted("{'name': '$XSAPPNAME.View'")));
        QCOMPARE(text::offsetOf(shop, 99, 1), shop.size());
    }

    void findsWhereTwoDocumentsDiffer()
    {
        const auto path = [](const QByteArray &one, const QByteArray &other) {
            return text::pathOfDifference(*text::parseJson(quoted(one)),
                                          *text::parseJson(quoted(other)))
                .join(u'/');
        };
        QCOMPARE(path("{'a': 1, 'b': {'c': 2}}", "{ 'a' : 1, 'b':{'c':2} }"), QString());
        QCOMPARE(path("{'a': 1, 'b': {'c': 2}}", "{'a': 1, 'b': {'c': 3}}"), u"b/c"_s);
        QCOMPARE(path("{'a': 1, 'b': {'c': 2}}", "{'a': 1}"), u"b"_s);
        QCOMPARE(path("{'a': 1}", "{'a': 1, 'b': {'c': 2}}"), u"b"_s);
        QCOMPARE(path("{'a': [1, 2]}", "{'a': [1, 2, 3]}"), u"a/2"_s);
        QCOMPARE(path("{'a': [{'n': 1}, {'n': 2}]}", "{'a': [{'n': 1}, {'n': 4}]}"), u"a/1/n"_s);
        QCOMPARE(path("{'a': [1]}", "{'a': {'b': 1}}"), u"a"_s);
    }

    void saysWhatXsuaaMakesOfIt()
    {
        const auto made = cap::outcomeOfXsSecurity(quoted(
            "{'attributes': [{'name': 'country', 'valueRequired': false}, {'name': 'level'}],"
            "'role-templates': [{'name': 'Viewer', 'default-role-name': 'Reads it all',"
            "'scope-references': ['$XSAPPNAME.View'], 'attribute-references': ['country',"
            "{'name': 'level', 'default-values': ['1', '2']}]},"
            "{'name': 'Boss', 'attribute-references': ['country', 'level']}],"
            "'role-collections': [{'name': 'All', 'role-template-references':"
            "['$XSAPPNAME.Viewer', '$XSAPPNAME.Boss', '$XSAPPNAME.Nobody']}]}"));
        QVERIFY(made);
        QCOMPARE(made->templates.size(), 2U);
        QVERIFY(made->templates[0].yieldsRole);
        QCOMPARE(made->templates[0].role.name, u"Reads it all"_s);
        QCOMPARE(made->templates[0].scopes, QStringList{u"$XSAPPNAME.View"_s});
        QCOMPARE(cap::attributesInWords(made->templates[0].role),
                 u"country unrestricted; level = 1, 2"_s);
        QVERIFY(!made->templates[1].yieldsRole);
        QCOMPARE(made->templates[1].missing, u"level"_s);
        QCOMPARE(made->collections[0].roles, QStringList{u"Reads it all"_s});
        QCOMPARE(made->collections[0].without,
                 (QStringList{u"$XSAPPNAME.Boss"_s, u"$XSAPPNAME.Nobody"_s}));
        QVERIFY(!cap::outcomeOfXsSecurity(quoted("{'scopes': 7}")));
    }
};

QTEST_GUILESS_MAIN(TestXsSecurityEdit)
#include "tst_xssecurityedit.moc"
