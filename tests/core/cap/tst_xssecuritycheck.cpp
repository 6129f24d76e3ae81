// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritycheck.h"
#include "core/text/phrasebook.h"
#include "tests/support/englishwords.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const cap::XsSecurityProblems &problems)
{
    QStringList ids;
    for (const auto &problem : problems)
        ids << problem.id;
    return ids;
}

// Sentences that are not German where the user is.
QStringList englishOf(const std::function<cap::XsSecurityProblems()> &told)
{
    QStringList left;
    text::setLanguage(u"de"_s);
    for (const auto &problem : told()) {
        if (!test::englishIn(problem.sentence).isEmpty())
            left << problem.sentence;
    }
    text::setLanguage(u"en"_s);
    return left;
}

// moc takes slashes and stars in raw strings for comments, so they stand apart.
const QByteArray sound =
    QByteArray(R"({
  "xsappname": "bookshop",
  "tenant-mode": "dedicated",
  "scopes": [{"name": "$XSAPPNAME.admin", "description": "a"}],
  "attributes": [{"name": "country", "valueType": "s", "valueRequired": false}],
  "role-templates": [{"name": "admin", "scope-references": ["$XSAPPNAME.admin"],
                      "attribute-references": ["country"]}],
  "role-collections": [{"name": "Admins", "role-template-references": ["$XSAPPNAME.admin"]}],
  "oauth2-configuration": {"token-validity": 3600, "redirect-uris": [URIS]}
})")
        .replace("URIS", "\"https://*.shop.example.com/**\", \"http://localhost:5000/**\"");

QByteArray withRedirectUri(const QByteArray &uri)
{
    return "{\"oauth2-configuration\": {\"redirect-uris\": [\"" + uri + "\"]}}";
}

} // namespace

class TestXsSecurityCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheMemberOfAnEmptyValue()
    {
        const auto problems = cap::checkXsSecurity("{\"tenant-mode\": \"\"}");
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems[0].sentence,
                 u"tenant-mode is empty; known values are dedicated, shared, external."_s);
    }

    void aSoundDescriptorHasNoProblems()
    {
        QCOMPARE(idsOf(cap::checkXsSecurity(sound)), QStringList());
    }

    void tellsTheProblem_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char *name,
                            const QByteArray &source,
                            const QString &id,
                            int line,
                            int column) {
            QTest::newRow(name) << source << id << line << column;
        };
        row("no JSON", "{\n \"scopes\": [,]}", u"json-malformed"_s, 2, 13);
        row("byte order mark", "\xEF\xBB\xBF{}", u"encoding"_s, 1, 1);
        row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), u"encoding"_s, 1, 1);
        row("a list", "[]", u"wrong-kind"_s, 1, 1);
        row("scopes is no list", "{\"scopes\": {}}", u"wrong-kind"_s, 1, 12);
        row("unknown member", "{\n\"scope\": []}", u"member-unknown"_s, 2, 1);
        row("member twice", "{\"xsappname\":\"a\",\n\"xsappname\":\"b\"}", u"member-twice"_s, 2, 1);
        row("xsappname with a blank", "{\"xsappname\": \"a b\"}", u"name-characters"_s, 1, 15);
        row("xsappname too long",
            "{\"xsappname\": \"" + QByteArray(101, 'a') + "\"}",
            u"name-too-long"_s,
            1,
            15);
        row("tenant mode", "{\"tenant-mode\": \"both\"}", u"value-unknown"_s, 1, 17);
        row("scope without prefix", R"({"scopes": [{"name": "admin"}]})", u"scope-prefix"_s, 1, 22);
        row("scope with a blank",
            R"({"scopes": [{"name": "$XSAPPNAME.my role"}]})",
            u"name-characters"_s,
            1,
            22);
        row("scope with a leading dot",
            R"({"scopes": [{"name": "$XSAPPNAME..x"}]})",
            u"name-characters"_s,
            1,
            22);
        row("scope nobody can have",
            R"({"scopes": [{"name": "$XSAPPNAME.x"}]})",
            u"scope-without-role-template"_s,
            1,
            22);
        row("scope twice",
            R"({"scopes": [{"name": "$XSAPPNAME.x"}, {"name": "$XSAPPNAME.x"}]})",
            u"name-twice"_s,
            1,
            48);
        row("scope without name",
            R"({"scopes": [{"description": "x"}]})",
            u"name-missing"_s,
            1,
            13);
        row("attribute name",
            R"({"attributes": [{"name": "co-untry"}]})",
            u"name-characters"_s,
            1,
            26);
        row("attribute name too long",
            R"({"attributes": [{"name": ")" + QByteArray(65, 'a') + R"("}]})",
            u"name-too-long"_s,
            1,
            26);
        row("role name too long",
            R"({"role-templates": [{"default-role-name": ")" + QByteArray(256, 'a') + R"("}]})",
            u"name-too-long"_s,
            1,
            43);
        row("description too long",
            R"({"role-collections": [{"name": "c", "description": ")" + QByteArray(1001, 'a')
                + R"("}]})",
            u"text-too-long"_s,
            1,
            52);
        row("unknown member in a list with something else",
            R"({"scopes": [7, {"nam": "$XSAPPNAME.x"}]})",
            u"member-unknown"_s,
            1,
            17);
        row("unknown member of a reference",
            R"({"attributes": [{"name": "a", "valueRequired": false}],
                "role-templates": [{"name": "t", "attribute-references": [
                {"name": "a", "default": []}]}]})",
            u"member-unknown"_s,
            3,
            31);
        row("grant type",
            R"({"oauth2-configuration": {"grant-types": ["implicit"]}})",
            u"value-unknown"_s,
            1,
            43);
        row("attribute type",
            R"({"attributes": [{"name": "a", "valueType": "number"}]})",
            u"value-unknown"_s,
            1,
            44);
        row("scope reference",
            R"({"role-templates": [{"name": "t", "scope-references": ["$XSAPPNAME.x"]}]})",
            u"reference-unknown"_s,
            1,
            56);
        row("attribute reference",
            R"({"role-templates": [{"name": "t", "attribute-references": ["a"]}]})",
            u"reference-unknown"_s,
            1,
            60);
        row("template reference",
            R"({"role-collections": [{"name": "c", "role-template-references": ["$XSAPPNAME.t"]}]})",
            u"reference-unknown"_s,
            1,
            66);
        row("collection of nothing",
            R"({"role-collections": [{"name": "c"}]})",
            u"references-missing"_s,
            1,
            23);
        row("token life",
            R"({"oauth2-configuration": {"token-validity": 59}})",
            u"value-out-of-range"_s,
            1,
            45);
        row("any host", withRedirectUri("https://*/**"), u"redirect-uri-too-wide"_s, 1, 45);
        row("any host of a top domain",
            withRedirectUri("https://*.com/**"),
            u"redirect-uri-too-wide"_s,
            1,
            45);
        row("everything", withRedirectUri("**"), u"redirect-uri-too-wide"_s, 1, 45);
        row("not encrypted",
            withRedirectUri("http://a.example.com/x"),
            u"redirect-uri-not-https"_s,
            1,
            45);
        row("instance-secret",
            R"({"oauth2-configuration": {"credential-types": ["instance-secret"]}})",
            u"instance-secret"_s,
            1,
            48);
        row("system attribute",
            R"({"oauth2-configuration": {"system-attributes": ["roles"]}})",
            u"value-unknown"_s,
            1,
            49);
    }

    void tellsTheProblem()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, id);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto problems = cap::checkXsSecurity(source);
        const auto found = std::find_if(problems.begin(),
                                        problems.end(),
                                        [&id](const auto &problem) { return problem.id == id; });
        QVERIFY2(found != problems.end(), qPrintable(idsOf(problems).join(u' ')));
        QCOMPARE(found->place.line, line);
        QCOMPARE(found->place.column, column);
        QVERIFY(!found->sentence.isEmpty());
        QVERIFY(!found->sentence.contains(u'{'));
        // What the reader of JSON says is the same everywhere, and stays English.
        if (id != "json-malformed"_L1 && id != "member-twice"_L1)
            QCOMPARE(englishOf([&] { return cap::checkXsSecurity(source); }), QStringList());
    }

    // SAP's own samples give it to a template, for the exchange of tokens.
    void theScopeOfTheServiceNeedsNoApplication()
    {
        QCOMPARE(idsOf(cap::checkXsSecurity(
                     R"({"foreign-scope-references": ["uaa.user"],
                         "role-templates": [{"name": "t", "scope-references": ["uaa.user"]}]})")),
                 QStringList());
        QCOMPARE(idsOf(cap::checkXsSecurity(
                     R"({"role-templates": [{"name": "t", "scope-references": ["uaa.admin"]}]})")),
                 QStringList{u"reference-without-application"_s});
    }

    void aRequiredAttributeWithoutDefaultMakesNoDefaultRole()
    {
        const auto problems = cap::checkXsSecurity(
            R"({"attributes":[{"name":"a"}],"role-templates":[{"name":"t","attribute-references":["a"]}],
                "role-collections":[{"name":"c","role-template-references":["$XSAPPNAME.t"]}]})");
        QCOMPARE(idsOf(problems),
                 (QStringList{u"no-default-role"_s, u"collection-without-default-role"_s}));
        const auto withDefault = cap::checkXsSecurity(
            R"({"attributes":[{"name":"a"}],"role-templates":[{"name":"t","attribute-references":[
                {"name":"a","default-values":["x"]}]}],
                "role-collections":[{"name":"c","role-template-references":["$XSAPPNAME.t"]}]})");
        QCOMPARE(idsOf(withDefault), QStringList());
    }

    void tellsWhatAnUpdateMustNotChange_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name,
                            const QByteArray &from,
                            const QByteArray &to,
                            const QStringList &ids) {
            QTest::newRow(name) << from << to << ids;
        };
        row("nothing", "", "", {});
        row("name", "\"bookshop\"", "\"other\"", {u"xsappname-changed"_s});
        row("tenant mode", "\"dedicated\"", "\"shared\"", {u"tenant-mode-changed"_s});
        row("type", "\"valueType\": \"s\"", "\"valueType\": \"int\"", {u"value-type-changed"_s});
        row("same type, other spelling", "\"valueType\": \"s\"", "\"valueType\": \"string\"", {});
        row("required",
            "\"valueRequired\": false",
            "\"valueRequired\": true",
            {u"attribute-became-required"_s});
        row("reference removed", "[\"country\"]", "[]", {});
        row("reference added",
            "[\"country\"]",
            "[\"country\", \"region\"]",
            {u"attribute-reference-added"_s});
        row("default values",
            "[\"country\"]",
            "[{\"name\":\"country\",\"default-values\":[\"DE\"]}]",
            {u"default-values-changed"_s});
        row("collection renamed", "\"Admins\"", "\"Bosses\"", {u"role-collection-removed"_s});
        row("template renamed",
            "\"name\": \"admin\"",
            "\"name\": \"boss\"",
            {u"role-template-removed"_s});
    }

    void tellsWhatAnUpdateMustNotChange()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QStringList, ids);
        auto changed = sound;
        if (!from.isEmpty())
            changed.replace(from, to);
        const auto compared = [&] {
            return cap::compareXsSecurity(changed, text::parseJson(sound).value());
        };
        QCOMPARE(idsOf(compared()), ids);
        QCOMPARE(englishOf(compared), QStringList());
    }

    void countsEntries()
    {
        QByteArray attributes;
        for (int i = 0; i < 51; ++i)
            attributes +=
                (i ? "," : "") + QByteArray("{\"name\":\"a") + QByteArray::number(i) + "\"}";
        const auto problems = cap::checkXsSecurity("{\"attributes\":[" + attributes + "]}");
        QCOMPARE(idsOf(problems), QStringList{u"too-many"_s});
    }
};

QTEST_GUILESS_MAIN(TestXsSecurityCheck)
#include "tst_xssecuritycheck.moc"
