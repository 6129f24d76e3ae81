// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/logtext.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestLogText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // As PowerShell's > writes it; letters and lines fall apart between the pieces.
    void readsUtf16InPieces_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<int>("size");
        const auto text = u"[error] - 401 für 😀\n[info] - next\n"_s;
        for (const auto encoding :
             {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
            const QByteArray encoded = encoder(text);
            for (const int size : {1, 2, 3, 5, 1000})
                QTest::addRow("%s by %d", QStringConverter::nameForEncoding(encoding), size)
                    << encoded << size;
        }
    }

    void readsUtf16InPieces()
    {
        QFETCH(QByteArray, encoded);
        QFETCH(int, size);
        evidence::LogReader reader;
        for (qsizetype at = 0; at < encoded.size(); at += size)
            reader.add(
                QByteArrayView(encoded).sliced(at, std::min<qsizetype>(size, encoded.size() - at)));
        reader.finish();
        QCOMPARE(reader.messages(), QStringList({u"[error] - 401 für 😀"_s, u"[info] - next"_s}));
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("messages");
        QTest::newRow("nothing") << QByteArray("\n\n") << QStringList{};
        QTest::newRow("plain") << QByteArray("[auth] - a\r\n[remote] - b\n")
                               << QStringList{u"[auth] - a"_s, u"[remote] - b"_s};
        QTest::newRow("cf logs") << QByteArray(
            "   2026-11-22T07:16:03.58+0100 [APP/PROC/WEB/0] ERR [auth] - a\n   "
            "2026-11-22T07:16:03.58+0100 [RTR/1] OUT b")
                                 << QStringList{u"[auth] - a"_s, u"b"_s};
        QTest::newRow("kubectl --prefix --timestamps") << QByteArray(
            "[pod/shop-srv-7c9f8b6d5-x2x4z/srv] 2026-11-22T07:16:03.123456789Z [auth] - "
            "a\n[pod/shop-srv-7c9f8b6d5-x2x4z/srv] 2026-11-22T07:16:03.123456790Z     "
            "at run (client.js:1)") << QStringList{u"[auth] - a\n    at run (client.js:1)"_s};
        QTest::newRow("stern") << QByteArray("shop-srv-7c9f8b6d5-x2x4z srv [auth] - a")
                               << QStringList{u"[auth] - a"_s};
        QTest::newRow("file of a node")
            << QByteArray("2026-11-22T07:16:03.123456789+01:00 stderr F {\"msg\":\"Failed\"}")
            << QStringList{u"Failed"_s};
        QTest::newRow("a time of the program's own stays")
            << QByteArray("2026-11-22T07:16:03.580Z  INFO a")
            << QStringList{u"2026-11-22T07:16:03.580Z  INFO a"_s};
        QTest::newRow("colours") << QByteArray("\x1b[33mWARN\x1b[39m careful")
                                 << QStringList{u"WARN careful"_s};
        QTest::newRow("stack frames stay with their message")
            << QByteArray("[remote] - Error: no\n    at run (client.js:1)\nCaused by: why\nnext")
            << QStringList{u"[remote] - Error: no\n    at run (client.js:1)\nCaused by: why"_s,
                           u"next"_s};
        QTest::newRow("JSON envelope") << QByteArray(
            "{\"level\":\"error\",\"msg\":\"Failed\",\"reason\":{\"message\":\"No user token\"}}")
                                       << QStringList{u"Failed\nNo user token"_s};
        QTest::newRow("JSON that is no envelope")
            << QByteArray("{\"a\":1}") << QStringList{u"{\"a\":1}"_s};
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, messages);
        QCOMPARE(evidence::readLog(text), messages);
    }

    // Of one kind three are kept; those that were mended are not among them.
    void whatWasMendedLeavesRoomForWhatFails()
    {
        const auto isAbout = [](const char *word) {
            return [word](QByteArrayView message) {
                return message.contains(word);
            };
        };
        const evidence::LogReader::Mending mending{
            isAbout("worked"), [](const QByteArray &, const QByteArray &, bool nearest) {
                return nearest;
            }};
        evidence::LogReader reader(isAbout("failed"), isAbout("worked"), mending);
        for (int i = 0; i < 3; ++i)
            reader.add("[remote] - failed\n[remote] - worked\n");
        reader.add("[remote] - failed\n");
        reader.finish();
        QCOMPARE(reader.messages(), QStringList{u"[remote] - failed"_s});
    }

    void takesSecretsOut()
    {
        const auto messages = evidence::readLog(
            "jwt: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl client_secret=hunter2");
        QVERIFY2(!messages.join(u' ').contains("c2lnbmF0dXJl"_L1)
                     && !messages.join(u' ').contains("hunter2"_L1),
                 qPrintable(messages.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestLogText)
#include "tst_logtext.moc"
