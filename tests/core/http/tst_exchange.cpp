// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/exchange.h"
#include "core/http/journal.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::http;
using namespace Qt::StringLiterals;

class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesJsonWithoutLoss()
    {
        Exchange exchange;
        exchange.id = u"x17"_s;
        exchange.observer = u"console"_s;
        exchange.caller = u"console"_s;
        exchange.callee = u"xsuaa"_s;
        exchange.parentId = u"x3"_s;
        exchange.scheme = "https";
        exchange.authority = "127.0.0.1:4601";
        exchange.clientCertificateSubject = u"CN=ä"_s;
        exchange.startMs = 1'700'000'000'123;
        exchange.endMs = 1'700'000'000'456;
        exchange.request = {"POST",
                            "/oauth/token?x=ä",
                            {{"A", "1"}, {"a", "2"}, {"Raw", "\xff\xfe"}, {"Empty", ""}},
                            QByteArray("bin\0\xff", 5)};
        exchange.response = {418, "I'm a teapot", {{"Set-Cookie", "é"}}, "{\"a\":\"ü\\n\"}"};
        exchange.failure = Error{ErrorCode::Network, u"It broke."_s};
        exchange.timing = {0.1, 0.2, -1, 1.0 / 3.0, 4, 5.5};
        exchange.notes.set(u"backendUser"_s, u"ALICE"_s);

        const auto text = toJson(exchange).toCompact();
        const auto parsed = text::parseJson(text);
        QVERIFY(parsed);
        const auto again = exchangeFromJson(*parsed);
        QVERIFY(again);
        QCOMPARE(toJson(*again).toCompact(), text);
        QCOMPARE(again->request.body, exchange.request.body);
        QCOMPARE(again->request.headers.fields(), exchange.request.headers.fields());
        QCOMPARE(again->request.target, exchange.request.target);
        QCOMPARE(again->response.body, exchange.response.body);
        QCOMPARE(again->response.reason, exchange.response.reason);
        QCOMPARE(again->failure->sentence, u"It broke."_s);
        QCOMPARE(again->failure->code, ErrorCode::Network);
        QCOMPARE(again->timing.sent, 1.0 / 3.0);
        QCOMPARE(again->timing.tls, -1.0);
        QCOMPARE(again->startMs, exchange.startMs);
        QCOMPARE(again->clientCertificateSubject, exchange.clientCertificateSubject);
    }

    void bodiesThatLookLikeTextAreBytes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
        QTest::newRow("replacement character") << QByteArray("\xef\xbf\xbd");
        QTest::newRow("lone surrogate in UTF-8") << QByteArray("\xed\xa0\x80");
        QTest::newRow("cut off") << QByteArray("abc\xc3");
        QTest::newRow("NUL") << QByteArray("\0", 1);
        QTest::newRow("beyond the BMP") << QByteArray("\xf0\x9f\x98\x80");
        QTest::newRow("looks like base64") << QByteArray("aGk=");
        QTest::newRow("gzip") << QByteArray::fromHex("1f8b0800000000000003");
    }
    void bodiesThatLookLikeTextAreBytes()
    {
        QFETCH(QByteArray, body);
        Exchange exchange;
        exchange.response.body = body;
        const auto parsed = text::parseJson(toJson(exchange).toCompact());
        QVERIFY(parsed);
        QCOMPARE(exchangeFromJson(*parsed)->response.body, body);
    }

    void refusesWhatIsNoExchange()
    {
        QVERIFY(!exchangeFromJson(text::Json::array()));
        QVERIFY(!exchangeFromJson(text::Json::object()));
    }

    void buildsItsUrl_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("path") << QByteArray("/a?b") << QByteArray("http://h:1/a?b");
        QTest::newRow("absolute") << QByteArray("http://v:443/x") << QByteArray("http://v:443/x");
        QTest::newRow("address in the query")
            << QByteArray("/r?to=http://x") << QByteArray("http://h:1/r?to=http://x");
    }
    void buildsItsUrl()
    {
        QFETCH(QByteArray, target);
        Exchange exchange;
        exchange.authority = "h:1";
        exchange.request.target = target;
        QTEST(exchange.url(), "url");
    }

    void journalKeepsTheNewest()
    {
        Journal journal;
        QSignalSpy appended(&journal, &Journal::appended);
        Exchange exchange;
        for (int i = 0; i < 10'005; ++i) {
            exchange.id = journal.nextId(u"x");
            journal.append(exchange);
        }
        QCOMPARE(appended.size(), 10'005);
        QCOMPARE(journal.exchanges().size(), 10'000);
        QCOMPARE(journal.exchanges().constFirst().id, u"x6"_s);
        QCOMPARE(journal.exchanges().constLast().id, u"x10005"_s);
        QSignalSpy cleared(&journal, &Journal::cleared);
        journal.clear();
        QCOMPARE(cleared.size(), 1);
        QVERIFY(journal.exchanges().isEmpty());
        QCOMPARE(journal.nextId(u"x"), u"x10006"_s); // ids are never given twice
    }

    void journalLimitsItsBodies()
    {
        Journal journal;
        Exchange large;
        large.response.body = QByteArray(30 * 1024 * 1024, 'x');
        for (int i = 0; i < 3; ++i) {
            large.id = journal.nextId(u"x");
            journal.append(large);
        }
        QCOMPARE(journal.exchanges().size(), 2);
        large.response.body = QByteArray(70 * 1024 * 1024, 'x');
        journal.append(large);
        QCOMPARE(journal.exchanges().size(), 1); // the newest stays, however large
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
