// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QTest>

using namespace tokentrail;
using text::Json;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // At every place of a string, so that no place escapes for being copied with its neighbours.
    void whatMustBeEscapedIsEscapedAtEveryPlace()
    {
        const std::pair<QString, QByteArray> specials[] = {{QString(u'"'), "\\\""},
                                                           {QString(u'\\'), "\\\\"},
                                                           {QString(QChar(0x1f)), "\\u001f"},
                                                           {QString(QChar(0x7f)), "\x7f"},
                                                           {QString(QChar(0xe9)), "\xc3\xa9"},
                                                           {QString(QChar(0x2122)), "\xe2\x84\xa2"},
                                                           {QString(QChar(0xd800)), "\\ud800"}};
        for (const auto &[special, written] : specials) {
            for (qsizetype before = 0; before < 40; ++before) {
                const QString ahead(before, u'a');
                const QString after(40 - before, u'b');
                QCOMPARE(text::Json(QString(ahead + special + after)).toCompact(),
                         QByteArray('"' + ahead.toLatin1() + written + after.toLatin1() + '"'));
            }
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("nothing") << QByteArray("") << 1 << 1;
        QTest::newRow("blanks") << QByteArray(" \n ") << 2 << 2;
        QTest::newRow("line comment") << QByteArray("{\n  // no\n}") << 2 << 3;
        QTest::newRow("block comment at the end") << QByteArray("{} /* no */") << 1 << 4;
        QTest::newRow("trailing comma in object") << QByteArray("{\"a\":1,\n}") << 1 << 7;
        QTest::newRow("trailing comma in array") << QByteArray("[1,]") << 1 << 3;
        QTest::newRow("missing comma") << QByteArray("{\"a\":1\n\"b\":2}") << 2 << 1;
        QTest::newRow("missing colon") << QByteArray("{\"a\" 1}") << 1 << 6;
        QTest::newRow("single quotes") << QByteArray("{'a':1}") << 1 << 2;
        QTest::newRow("leading zero") << QByteArray("[01]") << 1 << 2;
        QTest::newRow("plus") << QByteArray("[+1]") << 1 << 2;
        QTest::newRow("no digit after point") << QByteArray("[1.]") << 1 << 4;
        QTest::newRow("no digit in exponent") << QByteArray("[1e]") << 1 << 4;
        QTest::newRow("lone minus") << QByteArray("[-]") << 1 << 2;
        QTest::newRow("NaN") << QByteArray("[NaN]") << 1 << 2;
        QTest::newRow("word") << QByteArray("[nul]") << 1 << 2;
        QTest::newRow("line break in text") << QByteArray("[\"a\nb\"]") << 1 << 4;
        QTest::newRow("bad escape") << QByteArray(R"(["\x41"])") << 1 << 3;
        QTest::newRow("short unicode escape") << QByteArray(R"(["\u12"])") << 1 << 3;
        QTest::newRow("unclosed text") << QByteArray("[\"a") << 1 << 2;
        QTest::newRow("unclosed object") << QByteArray("{\"a\":1") << 1 << 1;
        QTest::newRow("more text") << QByteArray("{}x") << 1 << 3;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << 1 << 1;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << 1 << 1;
        QTest::newRow("lone byte") << QByteArray("[\"\xE4\"]") << 1 << 3;
        QTest::newRow("overlong") << QByteArray("[\"\xC0\xAF\"]") << 1 << 3;
        QTest::newRow("encoded surrogate") << QByteArray("[\"\xED\xA0\x80\"]") << 1 << 3;
        QTest::newRow("null byte") << QByteArray("[1]\0", 4) << 1 << 4;
        QTest::newRow("100000 brackets") << QByteArray(100000, '[') << 1 << 513;
    }

    void refuses()
    {
        QFETCH(QByteArray, source);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto parsed = text::parseJson(source, QStringLiteral("f.json"));
        QVERIFY(!parsed);
        const auto place = parsed.error().place.value();
        QCOMPARE(place.line, line);
        QCOMPARE(place.column, column);
        QCOMPARE(place.file, QStringLiteral("f.json"));
    }

    void keepsOrderSpellingAndPlaces()
    {
        const QByteArray source =
            R"({"z": 1e3, "a": [12345678901234567890123, -0.0], "ä": "\u00e9\/"})";
        const auto json = text::parseJson(source).value();
        QCOMPARE(json.members().at(0).name, QStringLiteral("z"));
        QCOMPARE(json[u"z"].numberSpelling(), QByteArray("1e3"));
        QCOMPARE(json[u"z"].toInteger(), 1000);
        QCOMPARE(json[u"a"].toCompact(), QByteArray("[12345678901234567890123,-0.0]"));
        QCOMPARE(json[u"ä"].toString(), QStringLiteral("é/"));
        const auto span = json[u"a"].span();
        QCOMPARE(source.sliced(span.begin, span.end - span.begin),
                 QByteArray("[12345678901234567890123, -0.0]"));
    }

    void lastOfTwoMembersCountsAndIsTold()
    {
        const QByteArray source = "{\"a\":1,\n\"a\":2}";
        const auto json = text::parseJson(source).value();
        QCOMPARE(json[u"a"].toInteger(), 2);
        const auto twice = text::duplicateNames(source, json);
        QCOMPARE(twice.size(), size_t(1));
        QCOMPARE(twice[0].place->line, 2);
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QByteArray>("compact");
        for (const char *text : {"null",
                                 "true",
                                 "[]",
                                 "{}",
                                 "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"]",
                                 R"({"a":{"b":[1,2.5,-3e-7]},"":""})",
                                 "[\"\xF0\x9F\x98\x80\"]",
                                 "[\"\xEF\xBB\xBF\"]",
                                 "{\"\xEF\xBB\xBF\xEF\xBB\xBF\":1}",
                                 "[\"a\\ud83d\"]",
                                 "[\"\\ude00\\ud83d\xC3\xA4\"]"})
            QTest::newRow(text) << QByteArray(text);
    }

    void writesWhatItReads()
    {
        QFETCH(QByteArray, compact);
        const auto json = text::parseJson(compact).value();
        QCOMPARE(json.toCompact(), compact);
        QCOMPARE(text::parseJson(json.toIndented()).value(), json);
    }

    void indentsAsJavaScriptDoes()
    {
        const auto json = text::parseJson(R"({"a":[1,{}],"b":[]})").value();
        QCOMPARE(json.toIndented(),
                 QByteArray("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}"));
    }

    void errorsQuoteNothing()
    {
        const auto parsed = text::parseJson("{\"clientsecret\":\"hunter2\" hunter2}");
        QVERIFY(!parsed.error().sentence.contains(QStringLiteral("hunter2")));
    }

    void equalityLooksAtMeaning()
    {
        QCOMPARE(text::parseJson(R"({"a":1.0,"b":2})").value(),
                 text::parseJson(R"({"b":2,"a":1})").value());
        QVERIFY(!(text::parseJson("[1,2]").value() == text::parseJson("[2,1]").value()));
        const auto twice = text::parseJson(R"({"a":1,"a":2})").value();
        QCOMPARE(twice, twice);
        QCOMPARE(twice, text::parseJson(R"({"a":2})").value()); // the last one counts
        QVERIFY(!(twice == text::parseJson(R"({"a":2,"b":1})").value()));
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
