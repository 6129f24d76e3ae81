// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/loosejson.h"

#include <QTest>

using namespace tokentrail::text;
using namespace Qt::StringLiterals;

namespace {

// What was understood, in a notation of its own: {a:'x' b:[w] c}; an open end is "…".
QString told(const LooseJson &node)
{
    QString inside;
    for (const auto &child : node.children)
        inside += (inside.isEmpty() ? u""_s : u" "_s)
            + (child.name.isEmpty() ? told(child) : child.name + u':' + told(child));
    const auto end = node.closed ? QString() : u"…"_s;
    switch (node.kind) {
    case LooseJson::Kind::Nothing:
        return u"?"_s;
    case LooseJson::Kind::Text:
        return u'\'' + node.text + u'\'' + end;
    case LooseJson::Kind::Word:
        return node.text;
    case LooseJson::Kind::Array:
        return u'[' + inside + (node.closed ? u"]"_s : end);
    case LooseJson::Kind::Object:
        return u'{' + inside + (node.closed ? u"}"_s : end);
    }
    return {};
}

} // namespace

class TestLooseJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatIsThere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("understood");
        const auto row = [](const char *name, const QString &text, const QString &understood) {
            QTest::newRow(name) << text << understood;
        };
        row("nothing", {}, u"?"_s);
        row("sound", u"{'a': 'x', 'b': [1, true]}"_s, u"{a:'x' b:[1 true]}"_s);
        row("no commas", u"{'a': 'x' 'b': ['y' 'z']}"_s, u"{a:'x' b:['y' 'z']}"_s);
        row("nothing closed", u"{'a': [{'b"_s, u"{a:[{b:?…"_s + u"……"_s);
        row("a value is missing", u"{'a': , 'b': 'x'}"_s, u"{a:? b:'x'}"_s);
        row("and the comma, too", u"{'a':\n 'b': 'x'}"_s, u"{a:? b:'x'}"_s);
        row("a name without quotes", u"{a, 'b': 1}"_s, u"{a:? b:1}"_s);
        row("a quote is missing", u"{'a': 'x\n, 'b': 'y'}"_s, u"{a:'x'… b:'y'}"_s);
        row("on one line", u"{'a': 'x, 'b': 'y'}"_s, u"{a:'x'… b:'y'}"_s);
        row("an empty text before another", u"['' 'b']"_s, u"['' 'b']"_s);
        row("a bracket too many", u"{'a': 1]}"_s, u"{a:1}"_s);
        row("an array that is open", u"{'a': [1, 'b': 2}"_s, u"{a:[1 'b' 2…}"_s);
        row("escapes", u"{'a': 'x\\'y\\\\'}"_s, u"{a:'x\"y\\'}"_s);
    }
    void understandsWhatIsThere() // ' stands for a double quote
    {
        QFETCH(QString, text);
        QTEST(told(readLoosely(text.replace(u'\'', u'"'))), "understood");
    }

    void depthHasAnEnd() { QVERIFY(!told(readLoosely(QString(100'000, u'['))).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestLooseJson)
#include "tst_loosejson.moc"
