// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/tokenfinder.h"

#include <QTest>

using namespace tokentrail;

namespace {
const QByteArray first = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";
const QByteArray second = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJib2IifQ.";
} // namespace

class TestTokenFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<QByteArray>>("tokens");
        using Tokens = QList<QByteArray>;
        QTest::newRow("none") << QByteArray("hello eyes") << Tokens{};
        QTest::newRow("alone") << first << Tokens{first};
        QTest::newRow("header") << QByteArray("Authorization: Bearer " + first) << Tokens{first};
        QTest::newRow("curl") << QByteArray("curl -H 'Authorization: Bearer " + first
                                            + "' http://h")
                              << Tokens{first};
        QTest::newRow("form field")
            << QByteArray("a=b&assertion=" + first + "&c=d") << Tokens{first};
        QTest::newRow("two in a log, one twice")
            << QByteArray(first + "\n" + second + " x\n" + first) << Tokens{first, second};
        QTest::newRow("full stop of a sentence")
            << QByteArray("got " + first + ".") << Tokens{first};
        QTest::newRow("broken: two parts") << QByteArray("eyJhbGciOiJSUzI1NiJ9.eyJzdWIi")
                                           << Tokens{"eyJhbGciOiJSUzI1NiJ9.eyJzdWIi"};
        QTest::newRow("a word that begins alike") << QByteArray("eyJoke.is.short") << Tokens{};
        QTest::newRow("inside a word") << QByteArray("xx" + first) << Tokens{};
    }

    void finds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<QByteArray>, tokens);
        QCOMPARE(jose::findTokens(text), tokens);
    }
};

QTEST_GUILESS_MAIN(TestTokenFinder)
#include "tst_tokenfinder.moc"
