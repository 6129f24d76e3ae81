// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/dotenv.h"
#include "core/text/jsvalue.h"

#include <QTest>

#include <limits>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestDotenv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row =
            [](const char *title, const char *source, const char *name, const char *value) {
                QTest::newRow(title)
                    << QByteArray(source) << QString::fromUtf8(name) << QString::fromUtf8(value);
            };
        row("plain", "A=b", "A", "b");
        row("blanks around", "  A =  b c  ", "A", "b c");
        row("equals sign in the value", "A=b=c", "A", "b=c");
        row("no comment inside", "A=b # c", "A", "b # c");
        row("export belongs to the name", "export A=b", "export A", "b");
        row("double quotes", "A=\"b c\"", "A", "b c");
        row("single quotes", "A='b c'", "A", "b c");
        row("doubled single quote", "A=it''s", "A", "it's");
        row("lone quote stays", "A=\"b", "A", "\"b");
        row("continued line", "A=b\\\nc", "A", "bc");
        row("continued line of Windows", "A=b\\\r\nc", "A", "bc");
        row("unicode escape", "A=\\u00e4x", "A", "äx");
        row("number is normalised", "A=1e3", "A", "1000");
        row("hexadecimal", "A=0x10", "A", "16");
        row("leading zeros", "A=007", "A", "7");
        row("zero", "A=0", "A", "0");
        row("zero with digits stays", "A=0.0", "A", "0.0");
        row("infinity has no JSON", "A=Infinity", "A", "null");
        row("true", "A=true", "A", "true");
        row("empty", "A=", "A", "");
        row("no equals sign", "A", "A", "");
        row("line ends of Windows", "B=1\r\nA=b\r\n", "A", "b");
        row("the last of two", "A=1\nA=2", "A", "2");
        row("JSON", "  {\"A\": \"b\", \"C\": {\"d\": 1.50}}", "C", "{\"d\":1.5}");
        row("JSON text", "{\"A\": \"b\"}", "A", "b");
        row("JSON number", "{\"A\": 5.0}", "A", "5");
        row("JSON null", "{\"A\": null}", "A", "null");
        row("JSON below cds", "{\"cds\": {\"A\": true}}", "A", "true");
    }

    void reads()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto entries = text::parseDotenv(source);
        QVERIFY(entries);
        const auto found = std::find_if(entries->begin(),
                                        entries->end(),
                                        [&name](const auto &entry) { return entry.name == name; });
        QVERIFY(found != entries->end());
        QCOMPARE(found->value, value);
    }

    void leavesOutCommentsAndEmptyLines()
    {
        const auto entries = text::parseDotenv("# A=1\n\n  ; B=2\n=3\nC=4\n");
        QCOMPARE(entries->size(), size_t(1));
        QCOMPARE(entries->front().name, u"C"_s);
        QCOMPARE(entries->front().offset, 18);
    }

    void brokenJsonIsTold()
    {
        const auto entries = text::parseDotenv("{\n\"A\": 1,\n}", u".env"_s);
        QVERIFY(!entries);
        QCOMPARE(entries.error().place->line, 2);
    }

    void numbersAreSpeltAsJavaScriptDoes_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("spelling");
        const std::pair<double, const char *> rows[] = {
            {0, "0"},
            {-0.0, "0"},
            {1.5, "1.5"},
            {100, "100"},
            {1e21, "1e+21"},
            {123456789012345680000.0, "123456789012345680000"},
            {1e-6, "0.000001"},
            {1e-7, "1e-7"},
            {1.5e-7, "1.5e-7"},
            {-2.5e22, "-2.5e+22"},
            {0.1 + 0.2, "0.30000000000000004"},
            {5e-324, "5e-324"},
            {1.7976931348623157e308, "1.7976931348623157e+308"},
            {std::numeric_limits<double>::quiet_NaN(), "null"},
        };
        for (const auto &[value, spelling] : rows)
            QTest::newRow(spelling) << value << QByteArray(spelling);
    }

    void numbersAreSpeltAsJavaScriptDoes()
    {
        QFETCH(double, value);
        QFETCH(QByteArray, spelling);
        QCOMPARE(text::jsNumberSpelling(value), spelling);
    }

    void textsAreNumbersAsInJavaScript()
    {
        for (const auto &number : {u"5"_s,
                                   u" 5 "_s,
                                   u"+.5"_s,
                                   u"5."_s,
                                   u"0x1f"_s,
                                   u"0b11"_s,
                                   u""_s,
                                   u"1e3"_s,
                                   u"-Infinity"_s})
            QVERIFY2(text::jsNumber(number), qPrintable(number));
        for (const auto &other :
             {u"5x"_s, u"."_s, u"1_0"_s, u"-0x1"_s, u"0x"_s, u"e3"_s, u"1e"_s, u"NaN"_s, u"+"_s})
            QVERIFY2(!text::jsNumber(other), qPrintable(other));
        QCOMPARE(text::jsParseFloat(u"0x10"), 0.0);
        QCOMPARE(text::jsParseFloat(u" 12.5abc"), 12.5);
        QVERIFY(std::isnan(text::jsParseFloat(u"")));
    }
};

QTEST_GUILESS_MAIN(TestDotenv)
#include "tst_dotenv.moc"
