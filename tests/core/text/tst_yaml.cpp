// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/yaml.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *yaml, const char *json) {
            QTest::newRow(name) << QByteArray(yaml) << QByteArray(json);
        };
        row("nothing", "", "null");
        row("comments only", "# a\n\n  # b\n", "null");
        row("mapping", "a: 1\nb:\n  c: x\nd:\n", "{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":null}");
        row("lists", "a:\n- x\n- y\nb:\n  - z\n", "{\"a\":[\"x\",\"y\"],\"b\":[\"z\"]}");
        row("list of mappings", "- a: 1\n  b: 2\n- c: 3\n", "[{\"a\":1,\"b\":2},{\"c\":3}]");
        row("list in a list", "- - 1\n  - 2\n-\n  - 3\n", "[[1,2],[3]]");
        row("empty entries", "-\n- \n- a\n", "[null,null,\"a\"]");
        row("profile block",
            "requires:\n  auth:\n    \"[dev]\":\n      kind: basic\n",
            "{\"requires\":{\"auth\":{\"[dev]\":{\"kind\":\"basic\"}}}}");
        row("profile without quotes", "[dev]:\n  a: 1\n", "{\"[ dev ]\":{\"a\":1}}");
        row("flow",
            "a: {b: [1, 'x', \"y\"], c: , d}\n",
            "{\"a\":{\"b\":[1,\"x\",\"y\"],\"c\":null,\"d\":null}}");
        row("flow over lines", "a: [\n  1, # one\n  2,\n]\nb: 1\n", "{\"a\":[1,2],\"b\":1}");
        row("pair in a list", "[a: b, c]", "[{\"a\":\"b\"},\"c\"]");
        row("JSON",
            "{\"a\":{\"b\":[true,null]},\"c\":-1.50}",
            "{\"a\":{\"b\":[true,null]},\"c\":-1.5}");
        row("document marks", "%YAML 1.2\n---\na: 1\n...\n", "{\"a\":1}");
        row("comments",
            "a: b # c\nd: e#f\n# g\nh: 'i # j'\n",
            "{\"a\":\"b\",\"d\":\"e#f\",\"h\":\"i # j\"}");
        row("colons", "a: http://x:1/y\n", "{\"a\":\"http://x:1/y\"}");
        row("plain over lines",
            "a: one\n  two\n\n  three\nb: 1\n",
            "{\"a\":\"one two\\nthree\",\"b\":1}");
        row("single quotes", "a: 'it''s'\nb: 'x\n\n  y'\n", "{\"a\":\"it's\",\"b\":\"x\\ny\"}");
        row("double quotes",
            "a: \"q\\n\\u00e4\\x41\\/\\t \\\n  x\"\n",
            "{\"a\":\"q\\n\xc3\xa4"
            "A/\\t x\"}");
        row("literal", "a: |\n  x\n   y\n\n  z\nb: 1\n", "{\"a\":\"x\\n y\\n\\nz\\n\",\"b\":1}");
        row("literal strip", "a: |-\n  x\n\n", "{\"a\":\"x\"}");
        row("literal keep", "a: |+\n  x\n\n", "{\"a\":\"x\\n\\n\"}");
        row("literal indent", "a: |1\n  x\n", "{\"a\":\" x\\n\"}");
        row("folded",
            "a: >\n  x\n  y\n\n  z\n   more\n  w\n",
            "{\"a\":\"x y\\nz\\n more\\nw\\n\"}");
        row("Windows",
            "a: 1\r\nb:\r\n  - x\r\nc: |\r\n  t\r\n",
            "{\"a\":1,\"b\":[\"x\"],\"c\":\"t\\n\"}");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a: 1\n",
            "{\"a\":1}");
        row("odd keys",
            "1e3: a\ntrue: b\n'q k': d\n0x10: e\nnull: f\n",
            "{\"1000\":\"a\",\"true\":\"b\",\"q k\":\"d\",\"16\":\"e\",\"\":\"f\"}");
    }

    void reads()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, json);
        const auto parsed = text::parseYaml(yaml);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().toString()));
        QCOMPARE(parsed->toCompact(), json);
    }

    void scalars_data()
    {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QByteArray>("json");
        const std::pair<const char *, const char *> rows[] = {
            {"~", "null"},
            {"Null", "null"},
            {"True", "true"},
            {"FALSE", "false"},
            {"yes", "\"yes\""},
            {"no", "\"no\""},
            {"007", "7"},
            {"0x1F", "31"},
            {"0o17", "15"},
            {"+3", "3"},
            {"1e3", "1000"},
            {".5", "0.5"},
            {"5.", "5"},
            {".inf", "null"},
            {".nan", "null"},
            {"1_000", "\"1_000\""},
            {"1.2.3", "\"1.2.3\""},
            {"2020-01-01", "\"2020-01-01\""},
            {"0b1", "\"0b1\""},
            {"-", "\"-\""},
        };
        for (const auto &[plain, json] : rows)
            QTest::newRow(plain) << QString::fromUtf8(plain) << QByteArray(json);
    }

    void scalars()
    {
        QFETCH(QString, plain);
        QFETCH(QByteArray, json);
        QCOMPARE(text::yamlScalar(plain).toCompact(), json);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char *name, const char *yaml, int line, int column) {
            QTest::newRow(name) << QByteArray(yaml) << line << column;
        };
        row("key twice", "a: 1\nb: 2\na: 3\n", 3, 1);
        row("anchor", "a: &x 1\n", 1, 4);
        row("alias", "a: *x\n", 1, 4);
        row("tag", "a: !!str 1\n", 1, 4);
        row("complex key", "? a\n: b\n", 1, 1);
        row("two documents", "a: 1\n---\nb: 2\n", 2, 1);
        row("tab", "a:\n\tb: 1\n", 2, 1);
        row("second key on a line", "a: b: c\n", 1, 4);
        row("list on the line of a key", "a: - b\n", 1, 4);
        row("too deep", "a: 1\n  b: 2\n", 2, 3);
        row("no colon", "a: 1\nb\n", 2, 1);
        row("unclosed quote", "a: \"x\n", 1, 4);
        row("unclosed list", "a: [1,\n", 2, 1);
        row("no comma", "a: [\"x\" \"y\"]\n", 1, 9);
        row("reserved", "a: @x\n", 1, 4);
        row("unknown escape", "a: \"\\q\"\n", 1, 5);
        row("text after a value", "a: \"x\" y\n", 1, 8);
        row("UTF-16",
            "\xFF\xFE"
            "a",
            1,
            1);
    }

    void refuses()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto parsed = text::parseYaml(yaml, u"f.yaml"_s);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().place->toString(), u"f.yaml:%1:%2"_s.arg(line).arg(column));
    }

    void valuesKnowTheirPlaces()
    {
        const QByteArray source = "a:\n  b: text # c\n  list: [1, 'x']\n";
        const auto json = text::parseYaml(source).value();
        const auto span = json[u"a"][u"b"].span();
        QCOMPARE(source.sliced(span.begin, span.end - span.begin), QByteArray("text"));
        const auto list = json[u"a"][u"list"].span();
        QCOMPARE(source.sliced(list.begin, list.end - list.begin), QByteArray("[1, 'x']"));
        const auto name = json[u"a"].members().back().nameSpan;
        QCOMPARE(source.sliced(name.begin, name.end - name.begin), QByteArray("list"));
    }

    void garbageDoesNotCrash()
    {
        const QByteArray letters = "a:-?[]{},#&*!|>'\"% \n\t0";
        quint32 state = 7;
        const auto next = [&state] {
            return state = state * 1664525u + 1013904223u;
        };
        for (int i = 0; i < 20000; ++i) {
            QByteArray text;
            for (auto n = (next() >> 8) % 24; n > 0; --n)
                text += letters[qsizetype((next() >> 8) % quint32(letters.size()))];
            const auto parsed = text::parseYaml(text);
            if (!parsed)
                QVERIFY(parsed.error().place->line > 0);
        }
    }

    void deepNestingIsRefused()
    {
        QVERIFY(!text::parseYaml(QByteArray(100000, '[')));
        QByteArray dashes;
        for (int i = 0; i < 5000; ++i)
            dashes += "- ";
        QVERIFY(!text::parseYaml(dashes + "a"));
    }
};

QTEST_GUILESS_MAIN(TestYaml)
#include "tst_yaml.moc"
