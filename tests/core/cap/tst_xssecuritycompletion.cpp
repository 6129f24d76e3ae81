// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/xssecuritycompletion.h"
#include "core/cap/xssecuritymembers.h"
#include "core/text/json.h"

#include <QTest>

#include <algorithm>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

// In the texts of this test ' stands for a double quote and | for the caret.
QString quoted(const QString &text)
{
    return QString(text).replace(u'\'', u'"');
}

cap::Completions at(const QString &marked)
{
    const auto caret = marked.indexOf(u'|');
    return cap::completionsAt(quoted(marked).remove(caret, 1), caret);
}

QStringList wordsOf(const cap::Completions &completions)
{
    QStringList words;
    for (const auto &item : completions.items)
        words << item.word;
    return words;
}

// The text after a choice, with the caret as a bar.
QString after(const QString &marked, const QString &word)
{
    const auto caret = marked.indexOf(u'|');
    auto text = quoted(marked).remove(caret, 1);
    const auto completions = cap::completionsAt(text, caret);
    for (const auto &item : completions.items) {
        if (item.word != word)
            continue;
        text.replace(completions.begin, completions.end - completions.begin, item.insert);
        return text.insert(completions.begin + item.insert.size() - item.back, u'|')
            .replace(u'"', u'\'');
    }
    return u"not offered"_s;
}

const auto shop =
    u"{\n"
    u"  'xsappname': 'shop',\n"
    u"  'scopes': [{'name': '$XSAPPNAME.Viewer', 'description': 'reads'}, {'name': "
    u"'$XSAPPNAME.Admin'}],\n"
    u"  'attributes': [{'name': 'country'}, {'name': 'level'}],\n"
    u"  'role-templates': [\n"
    u"    {'name': 'Viewer', 'scope-references': [SCOPES], 'attribute-references': [ATTRIBUTES]},\n"
    u"    {'name': 'Admin'}\n"
    u"  ],\n"
    u"  'role-collections': [{'name': 'All', 'role-template-references': [TEMPLATES]}]\n"
    u"}"_s;

} // namespace

class TestXsSecurityCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatBelongsThere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const QString &text, const QStringList &words) {
            QTest::newRow(name) << text << words;
        };
        row("not before the document", u"| {}"_s, {});
        row("not behind it", u"{} |"_s, {});
        row("not in an empty text", u"|"_s, {});
        row("members of a scope",
            u"{'scopes': [{|}]}"_s,
            {u"name"_s, u"description"_s, u"granted-apps"_s, u"grant-as-authority-to-apps"_s});
        row("without those that are there, before and behind",
            u"{'scopes': [{'name': 'x', | 'granted-apps': []}]}"_s,
            {u"description"_s, u"grant-as-authority-to-apps"_s});
        row("the one that is being typed",
            u"{'scopes': [{'na|', 'description': '', 'granted-apps': []}]}"_s,
            {u"name"_s, u"grant-as-authority-to-apps"_s});
        row("without its closing quote",
            u"{'scopes': [{'gr|\n 'name': 'x', 'description': 'y'}]}"_s,
            {u"granted-apps"_s, u"grant-as-authority-to-apps"_s});
        row("before another text on the line",
            u"{'attributes': [{'val| 'name': 'x', 'description': ''}]}"_s,
            {u"valueType"_s, u"valueRequired"_s});
        row("without any quote",
            u"{'attributes': [{val|, 'name': 'x', 'description': ''}]}"_s,
            {u"valueType"_s, u"valueRequired"_s});
        row("nothing is closed",
            u"{'role-collections': [{'name': 'x', '|"_s,
            {u"description"_s, u"role-template-references"_s});
        row("values of the tenant mode",
            u"{'tenant-mode': '|'}"_s,
            {u"dedicated"_s, u"shared"_s, u"external"_s});
        row("without quotes",
            u"{'tenant-mode': |}"_s,
            {u"dedicated"_s, u"shared"_s, u"external"_s});
        row("a value without its end",
            u"{'tenant-mode': 'sh|\n'scopes': []}"_s,
            {u"dedicated"_s, u"shared"_s, u"external"_s});
        row("a value that is missing before the next member",
            u"{'tenant-mode': |\n'scopes': []}"_s,
            {u"dedicated"_s, u"shared"_s, u"external"_s});
        row("no value of a free text", u"{'xsappname': '|'}"_s, {});
        row("nor of what is not documented", u"{'x': '|'}"_s, {});
        row("nor inside of it", u"{'x': {'|'}}"_s, {});
        row("types",
            u"{'attributes': [{'valueType': '|'}]}"_s,
            {u"string"_s, u"s"_s, u"int"_s, u"date"_s});
        row("true or false", u"{'attributes': [{'valueRequired': |}]}"_s, {u"true"_s, u"false"_s});
        row("true or false, begun",
            u"{'attributes': [{'valueRequired': fa|}]}"_s,
            {u"true"_s, u"false"_s});
        row("true or false as texts", u"{'xsenableasyncservice': '|'}"_s, {u"true"_s, u"false"_s});
        row("no texts where they are no flags", u"{'authorities-inheritance': '|'}"_s, {});
        row("credential types without the one that is refused",
            u"{'oauth2-configuration': {'credential-types': ['|']}}"_s,
            {u"binding-secret"_s, u"x509"_s});
        row("without those of the list",
            u"{'oauth2-configuration': {'credential-types': ['x509', '|']}}"_s,
            {u"binding-secret"_s});
        row("system attributes",
            u"{'oauth2-configuration': {'system-attributes': [|]}}"_s,
            {u"groups"_s, u"rolecollections"_s, u"ias-token"_s, u"ias-corporate-idp-token"_s});
        row("grant types",
            u"{'oauth2-configuration': {'grant-types': ['password', 'client_credentials', 'user|']}}"_s,
            {u"authorization_code"_s,
             u"refresh_token"_s,
             u"user_token"_s,
             u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s,
             u"urn:ietf:params:oauth:grant-type:saml2-bearer"_s});
        row("authorities", u"{'authorities': ['|']}"_s, {u"$ACCEPT_GRANTED_AUTHORITIES"_s});
        row("scopes that there are",
            QString(shop).replace(u"SCOPES"_s, u"'$XSAPPNAME.Viewer', '|'"_s),
            {u"uaa.user"_s, u"$XSAPPNAME.Admin"_s});
        row("scopes, with the text broken behind",
            QString(shop).replace(u"SCOPES"_s, u"'$|"_s),
            {u"uaa.user"_s, u"$XSAPPNAME.Viewer"_s, u"$XSAPPNAME.Admin"_s});
        row("attributes",
            QString(shop).replace(u"ATTRIBUTES"_s, u"|"_s).remove(u"SCOPES"_s),
            {u"country"_s, u"level"_s});
        row("attributes as objects",
            QString(shop).replace(u"ATTRIBUTES"_s, u"{'name': '|'}"_s),
            {u"country"_s, u"level"_s});
        row("members of a reference",
            QString(shop).replace(u"ATTRIBUTES"_s, u"{'name': 'country', '|'}"_s),
            {u"default-values"_s});
        row("role templates",
            QString(shop).replace(u"TEMPLATES"_s, u"'|'"_s),
            {u"$XSAPPNAME.Viewer"_s, u"$XSAPPNAME.Admin"_s});
        row("applications",
            u"{'scopes': [{'granted-apps': ['|']}]}"_s,
            {u"$XSAPPNAME(application,)"_s});
        row("an entry", u"{'scopes': [|]}"_s, {u"{\"name\": \"$XSAPPNAME.\"}"_s});
        row("no entry where something has begun", u"{'scopes': [na|]}"_s, {});
        row("a list in the wrong place", u"{'scopes': ['|']}"_s, {});
    }
    void offersWhatBelongsThere()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QCOMPARE(wordsOf(at(text)), words);
    }

    void theDocumentHasAllItsMembers()
    {
        QStringList names;
        for (const auto *member : cap::xsSecurityMembersOf(u""))
            names << member->name.toString();
        QCOMPARE(names.size(), 12);
        QCOMPARE(wordsOf(at(u"{|}"_s)), names);
    }

    void puts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("result");
        const auto row =
            [](const char *name, QStringView text, QStringView word, QStringView result) {
                QTest::newRow(name) << text.toString() << word.toString() << result.toString();
            };
        row("a member", u"{|}", u"xsappname", u"{'xsappname': '|'}");
        row("a list", u"{'sc|'}", u"scopes", u"{'scopes': [|]}");
        row("an object", u"{|}", u"oauth2-configuration", u"{'oauth2-configuration': {|}}");
        row("a flag", u"{|}", u"authorities-inheritance", u"{'authorities-inheritance': |}");
        row("before others",
            u"{'de|\n 'scopes': []}",
            u"description",
            u"{'description': '|',\n 'scopes': []}");
        row("behind others",
            u"{'scopes': [] |}",
            u"description",
            u"{'scopes': [] , 'description': '|'}");
        row("behind a comma",
            u"{'scopes': [], '|}",
            u"description",
            u"{'scopes': [], 'description': '|'}");
        row("another name for a member", u"{'scop|e': []}", u"scopes", u"{'scopes'|: []}");
        row("a value", u"{'tenant-mode': 'sh|ar'}", u"shared", u"{'tenant-mode': 'shared'|}");
        row("a value without end",
            u"{'tenant-mode': 'sh|, 'scopes': []}",
            u"shared",
            u"{'tenant-mode': 'shared'|, 'scopes': []}");
        row("a word",
            u"{'attributes': [{'valueRequired': fa|}]}",
            u"false",
            u"{'attributes': [{'valueRequired': false|}]}");
        row("in a list",
            u"{'authorities': ['a' |]}",
            u"$ACCEPT_GRANTED_AUTHORITIES",
            u"{'authorities': ['a' , '$ACCEPT_GRANTED_AUTHORITIES'|]}");
        row("an entry",
            u"{'scopes': [|]}",
            u"{\"name\": \"$XSAPPNAME.\"}",
            u"{'scopes': [{'name': '$XSAPPNAME.|'}]}");
        row("an entry before another",
            u"{'attributes': [| {'name': 'x'}]}",
            u"{\"name\": \"\"}",
            u"{'attributes': [{'name': '|'}, {'name': 'x'}]}");
        row("an application",
            u"{'scopes': [{'granted-apps': [|]}]}",
            u"$XSAPPNAME(application,)",
            u"{'scopes': [{'granted-apps': ['$XSAPPNAME(application,|)']}]}");
    }
    void puts()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QTEST(after(text, word), "result");
    }

    void whatIsPutStillParses()
    {
        const auto put =
            after(u"{\n  'xsappname': 'x',\n  |\n  'tenant-mode': 'shared'\n}"_s, u"description"_s);
        QVERIFY(text::parseJson(quoted(put).remove(u'|').toUtf8()));
    }

    void tellsWhatIsBeingTyped()
    {
        auto completions = at(u"{'tenant-mode': 'sh|'}"_s);
        QCOMPARE(completions.typed, u"sh"_s);
        QVERIFY(completions.inQuotes);
        completions = at(u"{'attributes': [{'valueRequired': fa|}]}"_s);
        QCOMPARE(completions.typed, u"fa"_s);
        QVERIFY(!completions.inQuotes);
    }

    void explainsWhatItOffers()
    {
        for (const auto &item : at(u"{|}"_s).items)
            QVERIFY2(item.help.endsWith(u'.'), qPrintable(item.word));
        const auto scopes = at(QString(shop).replace(u"SCOPES"_s, u"|"_s)).items;
        QCOMPARE(scopes.value(1).word, u"$XSAPPNAME.Viewer"_s);
        QCOMPARE(scopes.value(1).help, u"reads"_s);
    }

    // Whatever is cut off, and wherever the caret is: an answer, whose part lies in the text.
    void standsEveryCut()
    {
        const auto whole = quoted(shop)
                               .replace(u"SCOPES"_s, u"'$XSAPPNAME.Viewer'"_s)
                               .replace(u"ATTRIBUTES"_s, u"{'name': 'country'}"_s)
                               .replace(u"TEMPLATES"_s, u"'\\''"_s)
                               .replace(u'\'', u'"');
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            const QString text = whole.left(cut) + whole.mid(cut + cut % 5);
            const auto completions = cap::completionsAt(text, cut);
            QVERIFY(completions.begin >= 0 && completions.begin <= cut);
            QVERIFY(completions.end >= cut && completions.end <= text.size());
        }
        QVERIFY(cap::completionsAt(QString(100'000, u'['), 50'000).items.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestXsSecurityCompletion)
#include "tst_xssecuritycompletion.moc"
