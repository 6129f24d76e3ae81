// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/oauth/loopbacklistener.h"
#include "tests/support/rawpeer.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::oauth;
using namespace Qt::StringLiterals;
using test::RawClient;

// The browser says; the listener must say, and nothing else may happen.
class TestLoopbackListener : public QObject
{
    Q_OBJECT

    std::unique_ptr<LoopbackListener> m_listener;
    std::unique_ptr<QSignalSpy> m_received;
    std::unique_ptr<QSignalSpy> m_failed;
    QByteArray m_host;
    quint16 m_port = 0;

    QByteArray get(const QByteArray &target, const QByteArray &host = {}) const
    {
        return "GET " + target + " HTTP/1.1\r\nHost: " + (host.isEmpty() ? m_host : host)
            + "\r\nConnection: close\r\n\r\n";
    }
    QByteArray statusOf(const QByteArray &request)
    {
        RawClient browser(m_port);
        browser.say(request);
        (void)QTest::qWaitFor([&browser] { return browser.closed; });
        return browser.statusLine().mid(9, 3);
    }

private Q_SLOTS:
    void init()
    {
        m_listener = std::make_unique<LoopbackListener>(u"s1"_s);
        m_received = std::make_unique<QSignalSpy>(m_listener.get(), &LoopbackListener::received);
        m_failed = std::make_unique<QSignalSpy>(m_listener.get(), &LoopbackListener::failed);
        const auto uri = m_listener->listen();
        QVERIFY(uri);
        const QUrl url(*uri);
        QCOMPARE(url.host(), u"localhost"_s);
        QCOMPARE(url.path(), u"/login/callback"_s);
        m_port = quint16(url.port());
        m_host = "localhost:" + QByteArray::number(m_port);
    }

    void takesTheCode()
    {
        QCOMPARE(statusOf(get("/login/callback?code=abc&state=s1")), QByteArray("200"));
        QTRY_COMPARE(m_received->size(), 1);
        QCOMPARE(m_received->at(0).at(0).value<Secret>().reveal(), QByteArray("abc"));
        QVERIFY(m_failed->isEmpty());
    }

    void takesItOnce()
    {
        QCOMPARE(statusOf(get("/login/callback?code=abc&state=s1")), QByteArray("200"));
        QCOMPARE(statusOf(get("/login/callback?code=def&state=s1")), QByteArray("410"));
        QTRY_COMPARE(m_received->size(), 1);
    }

    void listensOnBothLoopbacks()
    {
        QTcpSocket socket;
        socket.connectToHost(u"::1"_s, m_port);
        if (!socket.waitForConnected(1'000))
            QSKIP("this machine has no IPv6 loopback");
        socket.write(get("/login/callback?code=abc&state=s1", "[::1]:" + m_host.split(':').last()));
        QTRY_COMPARE(m_received->size(), 1);
    }

    void turnsAwayWhatIsNotMeant_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char *name, const QByteArray &request, const char *status) {
            QTest::newRow(name) << request << QByteArray(status);
        };
        const QByteArray tail = " HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n";
        row("favicon", "GET /favicon.ico" + tail, "404");
        row("other path", "GET /login/callback/x?code=a&state=s1" + tail, "404");
        row("wrong state", "GET /login/callback?code=a&state=s2" + tail, "400");
        row("no state", "GET /login/callback?code=a" + tail, "400");
        row("error without state", "GET /login/callback?error=access_denied" + tail, "400");
        row("POST", "POST /login/callback?code=a&state=s1" + tail, "405");
        row("HEAD", "HEAD /login/callback?code=a&state=s1" + tail, "405");
        row("foreign Host",
            "GET /login/callback?code=a&state=s1 HTTP/1.1\r\nHost: evil.example\r\n"
            "Connection: close\r\n\r\n",
            "421");
        row("Host without port",
            "GET /login/callback?code=a&state=s1 HTTP/1.1\r\nHost: localhost\r\n"
            "Connection: close\r\n\r\n",
            "421");
        row("random bytes", QByteArray::fromHex("16030100c8010000c40303deadbeef"), "400");
        row("nonsense", "\r\n\r\nhello\r\n\r\n", "400");
    }
    void turnsAwayWhatIsNotMeant()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        request.replace("HOST", m_host);
        QCOMPARE(statusOf(request), status);
        QVERIFY(m_received->isEmpty());
        QVERIFY(m_failed->isEmpty());
        QCOMPARE(statusOf(get("/login/callback?code=abc&state=s1")), QByteArray("200"));
        QTRY_COMPARE(m_received->size(), 1);
    }

    void goesOnWhenTheBrowserClosesEarly()
    {
        {
            RawClient browser(m_port);
            browser.say("GET /login/call");
            browser.socket.abort();
        }
        QCOMPARE(statusOf(get("/login/callback?code=abc&state=s1")), QByteArray("200"));
        QTRY_COMPARE(m_received->size(), 1);
    }

    void tellsARefusal()
    {
        statusOf(get("/login/callback?error=access_denied&error_description=not+you&state=s1"));
        QTRY_COMPARE(m_failed->size(), 1);
        const auto error = m_failed->at(0).at(0).value<Error>();
        QCOMPARE(error.code, ErrorCode::Refused);
        QVERIFY(error.sentence.contains(u"not you"_s));
        QVERIFY(m_received->isEmpty());
    }

    void givesUpInTime()
    {
        m_listener->setTimeLimit(20);
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(m_failed->at(0).at(0).value<Error>().code, ErrorCode::Cancelled);
        QCOMPARE(statusOf(get("/login/callback?code=abc&state=s1")), QByteArray("410"));
        QVERIFY(m_received->isEmpty());
    }

    void mayBeDeletedByWhoHearsIt()
    {
        connect(
            m_listener.get(), &LoopbackListener::received, this, [this] { m_listener.reset(); });
        RawClient browser(m_port);
        browser.say(get("/login/callback?code=abc&state=s1"));
        QTRY_VERIFY(!m_listener);
        QTRY_VERIFY(browser.closed);
        QVERIFY(browser.received.startsWith("HTTP/1.1 200 ")); // the page came all the same
    }

    void setsNoPortTwice()
    {
        LoopbackListener other(u"s2"_s);
        QVERIFY(!other.listen(m_port));
    }
};

Q_DECLARE_METATYPE(tokentrail::Secret)
Q_DECLARE_METATYPE(tokentrail::Error)

QTEST_GUILESS_MAIN(TestLoopbackListener)
#include "tst_loopbacklistener.moc"
