// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"
#include "core/text/reindent.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class ReindentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAsTheTreePrintsIt_data();
    void looksAsTheTreePrintsIt();
    void whatIsNoJsonStaysWhole_data();
    void whatIsNoJsonStaysWhole();
    void linesBeginAfterEachNewline();
};

void ReindentTest::looksAsTheTreePrintsIt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("members") << QByteArray(R"({"a":1,"b":[true,null,{"c":"d"}]})");
    QTest::newRow("spaced") << QByteArray(" { \"a\" :\t[ 1 , 2 ]\r\n} ");
    QTest::newRow("empty object") << QByteArray(R"({"a":{},"b":[ ],"c":{ }})");
    QTest::newRow("braces in strings") << QByteArray(R"({"a":"{[,:]}","b":"\"}"})");
    QTest::newRow("backslash before the quote") << QByteArray(R"({"a":"\\","b":"\\\"x\\"})");
    QTest::newRow("numbers as spelt") << QByteArray("[1.50,-2e+10,9007199254740993]");
    QTest::newRow("umlauts") << QByteArray("{\"stra\xc3\x9f"
                                           "e\":\"\xe2\x82\xac\"}");
    QTest::newRow("a lone value") << QByteArray("42");
}

void ReindentTest::looksAsTheTreePrintsIt()
{
    QFETCH(QByteArray, json);
    const auto tree = text::parseJson(json);
    QVERIFY(tree);
    QCOMPARE(text::reindented(json).trimmed(), tree->toIndented().trimmed());
}

void ReindentTest::whatIsNoJsonStaysWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut in a string") << QByteArray(R"({"a":"bc)");
    QTest::newRow("cut after a backslash") << QByteArray("{\"a\":\"b\\");
    QTest::newRow("too many ends") << QByteArray("]]}}");
    QTest::newRow("a zero byte") << QByteArray("[1,\0,2]", 7);
    QTest::newRow("deep") << QByteArray(5'000, '[');
    QTest::newRow("nothing") << QByteArray();
}

// Only blanks are added or taken away outside of strings.
void ReindentTest::whatIsNoJsonStaysWhole()
{
    QFETCH(QByteArray, bytes);
    auto out = text::reindented(bytes);
    for (const auto *blank : {" ", "\n"})
        out.replace(blank, "");
    QCOMPARE(out, bytes);
}

void ReindentTest::linesBeginAfterEachNewline()
{
    QCOMPARE(text::lineStarts({}), QList<qsizetype>{0});
    QCOMPARE(text::lineStarts("ab"), QList<qsizetype>{0});
    QCOMPARE(text::lineStarts("ab\nc\n"), (QList<qsizetype>{0, 3, 5}));
}

QTEST_GUILESS_MAIN(ReindentTest)
#include "tst_reindent.moc"
