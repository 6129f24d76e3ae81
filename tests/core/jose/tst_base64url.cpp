// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::jose;

class TestBase64Url : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNoPaddingAndItsOwnAlphabet()
    {
        QCOMPARE(toBase64Url(QByteArray("\x03\xec\xff\xe0\xc1", 5)), QByteArray("A-z_4ME"));
        QCOMPARE(toBase64Url(""), QByteArray());
    }

    void readsBackEveryLength()
    {
        QByteArray bytes;
        for (int i = 0; i < 300; ++i) {
            QCOMPARE(fromBase64Url(toBase64Url(bytes)).value(), bytes);
            QCOMPARE(fromBase64Url(toBase64Url(bytes), Base64Policy::Lenient).value(), bytes);
            bytes.append(char(i * 7));
        }
    }

    void strictRefuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("padding") << QByteArray("YQ==");
        QTest::newRow("classic alphabet") << QByteArray("-_+/");
        QTest::newRow("blank") << QByteArray("YW Jj");
        QTest::newRow("line break") << QByteArray("YWJj\n");
        QTest::newRow("one character too many") << QByteArray("YWJjZ");
        QTest::newRow("stray bits of four") << QByteArray("YR");
        QTest::newRow("stray bits of two") << QByteArray("YWF");
        QTest::newRow("zero byte") << QByteArray("YW\0j", 4);
        QTest::newRow("beyond ASCII") << QByteArray("YWJ\xc3\xa9");
    }
    void strictRefuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!fromBase64Url(text));
    }

    // What Node's Buffer.from(text, "base64") answers.
    void lenientReadsAsNode_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("ends at padding") << QByteArray("YQ==YQ==") << QByteArray("61");
        QTest::newRow("ends at padding inside") << QByteArray("YWJj=ZGVm") << QByteArray("616263");
        QTest::newRow("skips blanks") << QByteArray("YW Jj\nZGVm") << QByteArray("616263646566");
        QTest::newRow("cut off by one") << QByteArray("YWJjZ") << QByteArray("616263");
        QTest::newRow("cut off by two") << QByteArray("YWJjZG") << QByteArray("61626364");
        QTest::newRow("one character") << QByteArray("Y") << QByteArray("");
        QTest::newRow("both alphabets") << QByteArray("-_+/") << QByteArray("fbffbf");
        QTest::newRow("foreign characters") << QByteArray("\xc3\xa9YWJj") << QByteArray("616263");
        QTest::newRow("padding first") << QByteArray("=YWJj") << QByteArray("");
    }
    void lenientReadsAsNode()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hex);
        QCOMPARE(fromBase64Url(text, Base64Policy::Lenient).value().toHex(), hex);
    }
};

QTEST_GUILESS_MAIN(TestBase64Url)
#include "tst_base64url.moc"
