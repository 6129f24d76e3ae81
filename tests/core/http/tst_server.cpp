// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/server.h"
#include "tests/support/rawpeer.h"

#include <QTest>

#include <deque>
#include <thread>

using namespace tokentrail;
using namespace tokentrail::http;
using test::RawClient;

Q_DECLARE_METATYPE(tokentrail::http::Response)

// The client says, the server must say; what the handler got is kept in m_seen.
class TestServer : public QObject
{
    Q_OBJECT

    std::unique_ptr<Server> m_server;
    std::vector<Request> m_seen;
    std::vector<Connection> m_connections;
    std::deque<Responder> m_waiting; // when m_defer
    bool m_defer = false;

    quint16 start(const ServerOptions &options = {})
    {
        m_server = std::make_unique<Server>(
            [this](const Request &request, const Connection &connection, const Responder &respond) {
                m_seen.push_back(request);
                m_connections.push_back(connection);
                if (m_defer)
                    m_waiting.push_back(respond);
                else
                    respond({200, {}, {{"X-Path", request.path()}}, request.body});
            });
        const auto port = m_server->listen(options);
        return port ? *port : quint16(0);
    }

private Q_SLOTS:
    void cleanup()
    {
        m_waiting.clear();
        m_server.reset();
        m_seen.clear();
        m_connections.clear();
        m_defer = false;
    }

    void answersARequest()
    {
        RawClient client(start());
        client.say("POST /a?b=c HTTP/1.1\r\nHost: here\r\ncontent-length: 2\r\nX-A: 1\r\n"
                   "x-a: 2\r\n\r\nhi");
        QTRY_VERIFY(client.received.endsWith("\r\n\r\nhi"));
        QCOMPARE(client.statusLine(), QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(client.received.contains("\r\nX-Path: /a\r\n"));
        QVERIFY(client.received.contains("\r\nContent-Length: 2\r\n"));
        QVERIFY(client.received.contains("\r\nDate: "));
        QCOMPARE(m_seen.size(), size_t(1));
        QCOMPARE(m_seen[0].method, QByteArray("POST"));
        QCOMPARE(m_seen[0].target, QByteArray("/a?b=c"));
        QCOMPARE(m_seen[0].headers.fields().size(), 4);
        QCOMPARE(m_seen[0].headers.fields()[3], (Header{"x-a", "2"}));
        QCOMPARE(m_connections[0].peerAddress, QStringLiteral("127.0.0.1"));
        QCOMPARE(m_connections[0].localPort, m_server->port());
        QVERIFY(!m_connections[0].tls);
        QVERIFY(!client.closed);
    }

    void keepsTheConnectionAndTheOrderOfPipelinedRequests()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n"
                   "GET /3 HTTP/1.1\r\nHost: h\r\n\r\n");
        for (int i = 0; i < 3; ++i) {
            QTRY_COMPARE(m_waiting.size(), size_t(1)); // the next is not begun before its turn
            m_waiting.front()({200, {}, {}, "body" + QByteArray::number(i)});
            m_waiting.pop_front();
        }
        QTRY_VERIFY(client.received.endsWith("body2"));
        QVERIFY(client.received.indexOf("body0") < client.received.indexOf("body1"));
        QCOMPARE(m_seen.size(), size_t(3));
    }

    void takesBodies_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("chunked with extension and trailer")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nAuthorization: evil\r\n\r\n")
            << QByteArray("abcde");
        QTest::newRow("chunked, spelt in capitals")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: CHUNKED\r\n\r\n"
                          "1\r\na\r\n0\r\n\r\n")
            << QByteArray("a");
        QTest::newRow("MERGE with body")
            << QByteArray("MERGE /x HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc")
            << QByteArray("abc");
        QTest::newRow("GET with body")
            << QByteArray("GET /x HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc")
            << QByteArray("abc");
        QTest::newRow("absolute-form")
            << QByteArray("GET http://virtual:443/x HTTP/1.1\r\nHost: virtual:443\r\n\r\n")
            << QByteArray();
        QTest::newRow("empty line first")
            << QByteArray("\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray();
        QTest::newRow("OPTIONS *")
            << QByteArray("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray();
    }
    void takesBodies()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, body);
        RawClient client(start());
        for (const char c : request) // in the smallest pieces that there are
            client.say(QByteArray(1, c));
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 OK\r\n"));
        QTRY_VERIFY(client.received.endsWith(QByteArray("\r\n\r\n" + body)));
        QCOMPARE(m_seen.size(), size_t(1));
        QCOMPARE(m_seen[0].body, body);
        // A trailer among the headers could pretend to be one.
        QVERIFY(!m_seen[0].headers.contains("Authorization"));
    }

    void passesOverAnEmptyLineThatComesInPieces()
    {
        RawClient client(start());
        for (const char *piece : {"\r", "\n\r", "\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"}) {
            client.say(piece);
            QTest::qWait(30); // so that the server reads each by itself
        }
        QTRY_VERIFY2(client.received.startsWith("HTTP/1.1 200 OK\r\n"),
                     client.received.constData());
    }

    void refusesWhatCouldBeReadTwoWays_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &request, int status = 400) {
            QTest::newRow(name) << request << status;
        };
        const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\n";
        const QByteArray smuggled = "\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";
        row("xchunked", head + "Transfer-Encoding: xchunked\r\n" + smuggled);
        row("gzip, chunked", head + "Transfer-Encoding: gzip, chunked\r\n" + smuggled);
        row("chunked, chunked", head + "Transfer-Encoding: chunked, chunked\r\n" + smuggled);
        row("identity", head + "Transfer-Encoding: identity\r\n" + smuggled);
        row("empty coding", head + "Transfer-Encoding:\r\n" + smuggled);
        row("coding twice",
            head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("coding with vertical tab", head + "Transfer-Encoding:\x0b chunked\r\n" + smuggled);
        row("CL and TE", head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("TE and CL", head + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        row("equal lengths", head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nhi");
        row("differing lengths", head + "Content-Length: 2\r\ncontent-length: 3\r\n\r\nhi!");
        row("length as list", head + "Content-Length: 2, 2\r\n\r\nhi");
        row("negative length", head + "Content-Length: -1\r\n\r\nhi");
        row("signed length", head + "Content-Length: +2\r\n\r\nhi");
        row("hex length", head + "Content-Length: 0x2\r\n\r\nhi");
        row("huge length", head + "Content-Length: 99999999999999999999\r\n\r\nhi");
        row("empty length", head + "Content-Length:\r\n\r\nhi");
        row("no Host", "GET / HTTP/1.1\r\n\r\n");
        row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
        row("Host with user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n");
        row("folded", head + "X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n");
        row("folded by tab", head + "X-A: 1\r\n\tb\r\n\r\n");
        row("folded first", "GET / HTTP/1.1\r\n Host: h\r\n\r\n");
        row("NUL in value", head + QByteArray("X-A: a\0b\r\n\r\n", 12));
        row("NUL in name", head + QByteArray("X\0A: b\r\n\r\n", 10));
        row("bare LF ends a line", "GET / HTTP/1.1\nHost: h\n\n");
        row("bare LF in between", "GET / HTTP/1.1\r\nHost: h\nX-A: b\r\n\r\n");
        row("bare CR", "GET / HTTP/1.1\r\nHost: h\rX-A: b\r\n\r\n");
        row("blank before colon", head + "Content-Length : 2\r\n\r\nhi");
        row("no colon", head + "garbage\r\n\r\n");
        row("empty name", head + ": x\r\n\r\n");
        row("name with umlaut", head + "X-\xc3\xa4: x\r\n\r\n");
        row("DEL in value", head + "X-A: \x7f\r\n\r\n");
        row("HTTP/1.9", "GET / HTTP/1.9\r\nHost: h\r\n\r\n");
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("http/1.1 in small letters", "GET / http/1.1\r\nHost: h\r\n\r\n");
        row("blank in target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n");
        row("two blanks", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n");
        row("byte beyond ASCII in target", "GET /\xff HTTP/1.1\r\nHost: h\r\n\r\n");
        row("target is no path", "GET index.html HTTP/1.1\r\nHost: h\r\n\r\n");
        row("method is no token", "G(T / HTTP/1.1\r\nHost: h\r\n\r\n");
        row("TLS to a plain port", QByteArray("\x16\x03\x01\x02\x00\x01", 6));
        row("chunk size is no number",
            head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n");
        row("chunk without CR LF", head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcX0\r\n\r\n");
        row("chunk size overflows",
            head + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\na\r\n0\r\n\r\n");
        row("endless chunk extension",
            head + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(20'000, 'x'));
        row("TE in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("CONNECT with body", "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\nContent-Length: 1\r\n\r\nx");
        row("CONNECT to a path", "CONNECT /x HTTP/1.1\r\nHost: a\r\n\r\n");
        row("unknown expectation", head + "Expect: 200-maybe\r\n\r\n", 417);
        row("head too large", head + "X: " + QByteArray(70'000, 'x') + "\r\n\r\n", 431);
        row("head without end", head + "X: " + QByteArray(70'000, 'x'), 431);
    }
    void refusesWhatCouldBeReadTwoWays()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawClient client(start());
        client.say(request);
        QTRY_VERIFY(client.closed);
        QVERIFY2(
            client.received.startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status) + ' ')),
            client.received.constData());
        QVERIFY(client.received.contains("\r\nConnection: close\r\n"));
        QCOMPARE(client.received.count("Content-Length: "), 1);
        QVERIFY(m_seen.empty());
    }

    void takesALargeHead()
    {
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(60'000, 'x') + "\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 "));
        QCOMPARE(m_seen[0].headers.value("x").size(), 60'000);
    }

    void limitsBodies_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("by length")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n")
                + QByteArray(101, 'x');
        QTest::newRow("length alone")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n");
        QTest::newRow("chunked")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n")
                + QByteArray(64, 'x') + "\r\n40\r\n" + QByteArray(64, 'x') + "\r\n0\r\n\r\n";
    }
    void limitsBodies()
    {
        QFETCH(QByteArray, request);
        ServerOptions options;
        options.maxBodyBytes = 100;
        RawClient client(start(options));
        client.say(request);
        QTRY_VERIFY(client.closed);
        QVERIFY2(client.received.startsWith("HTTP/1.1 413 "), client.received.constData());
        QVERIFY(m_seen.empty());
    }

    void takesABodyOfJustTheLimit()
    {
        ServerOptions options;
        options.maxBodyBytes = 100;
        RawClient client(start(options));
        client.say("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n"
                   + QByteArray(100, 'x'));
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 "));
    }

    void closesOnSlowClients_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("silent") << QByteArray();
        QTest::newRow("slow head") << QByteArray("GET / HT");
        QTest::newRow("slow body")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nx");
        QTest::newRow("slow chunk")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nx");
        QTest::newRow("idle after an answer") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    void closesOnSlowClients()
    {
        QFETCH(QByteArray, words);
        ServerOptions options;
        options.idleTimeoutMs = 100;
        options.headTimeoutMs = 100;
        RawClient client(start(options));
        client.say(words);
        QTRY_VERIFY(client.closed);
    }

    void saysContinueWhenAskedTo()
    {
        RawClient client(start());
        client.say(
            "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QTRY_COMPARE(client.received, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        client.say("hi");
        QTRY_VERIFY(client.received.contains("HTTP/1.1 200 OK"));
        QTRY_VERIFY(client.received.endsWith("hi"));
    }

    void doesNotSayContinueToHttp10OrWithoutBody()
    {
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 OK"));
    }

    void answersHeadWithoutBody()
    {
        m_defer = true;
        RawClient client(start());
        client.say("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0]({200, {}, {}, "12345"});
        QTRY_VERIFY(client.received.endsWith("\r\n\r\n"));
        QVERIFY(client.received.contains("Content-Length: 5\r\n"));
    }

    void sendsNoLengthWith204()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0]({204, {}, {}, {}});
        QTRY_VERIFY(client.received.endsWith("\r\n\r\n"));
        QVERIFY(!client.received.contains("Content-Length"));
    }

    void speaksHttp10()
    {
        RawClient client(start());
        client.say("GET / HTTP/1.0\r\n\r\n");
        QTRY_VERIFY(client.closed);
        QVERIFY(client.received.startsWith("HTTP/1.1 200 OK"));
        RawClient keeper(m_server->port());
        keeper.say("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        QTRY_VERIFY(keeper.received.contains("\r\nConnection: keep-alive\r\n"));
        QVERIFY(!keeper.closed);
    }

    void closesWhenAskedTo()
    {
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QTRY_VERIFY(client.closed);
        QVERIFY(client.received.contains("\r\nConnection: close\r\n"));
    }

    void handsConnectToTheHandlerAndCloses()
    {
        m_defer = true;
        RawClient client(start());
        client.say("CONNECT virtual:443 HTTP/1.1\r\nHost: virtual:443\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        QCOMPARE(m_seen[0].method, QByteArray("CONNECT"));
        QCOMPARE(m_seen[0].target, QByteArray("virtual:443"));
        m_waiting[0]({405, {}, {}, "no https"});
        QTRY_VERIFY(client.closed);
        QVERIFY(client.received.startsWith("HTTP/1.1 405 Method Not Allowed\r\n"));
        QVERIFY(client.received.endsWith("no https"));
    }

    void answers500ForAHandlerWithoutAnswer()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting.clear();
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 500 "));
    }

    void takesOneAnswerAlone()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0]({200, {}, {}, "first"});
        m_waiting[0]({200, {}, {}, "second"});
        m_waiting.clear();
        QTRY_VERIFY(client.received.endsWith("first"));
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0]({200, {}, {}, "third"});
        QTRY_VERIFY(client.received.endsWith("third"));
        QVERIFY(!client.received.contains("second"));
    }

    void dropsWithoutAWord()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0].drop();
        QTRY_VERIFY(client.closed);
        QVERIFY(client.received.isEmpty());
    }

    void dropsTheAnswerWhenTheClientHasGone()
    {
        m_defer = true;
        auto client = std::make_unique<RawClient>(start());
        client->say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        client->socket.abort();
        client.reset();
        m_waiting[0]({200, {}, {}, QByteArray(1'000'000, 'x')});
        m_waiting.clear();
        RawClient next(m_server->port());
        next.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0]({200, {}, {}, "alive"});
        QTRY_VERIFY(next.received.endsWith("alive"));
    }

    void answersFromAnotherThread()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        std::thread([respond = m_waiting[0]] { respond({200, {}, {}, "elsewhere"}); }).join();
        QTRY_VERIFY(client.received.endsWith("elsewhere"));
    }

    void turnsABrokenAnswerInto500_data()
    {
        QTest::addColumn<Response>("response");
        QTest::newRow("CR LF in value") << Response{200, {}, {{"Location", "a\r\nX-Evil: 1"}}, {}};
        QTest::newRow("blank in name") << Response{200, {}, {{"X A", "1"}}, {}};
        QTest::newRow("CR LF in reason") << Response{200, "OK\r\nX-Evil: 1", {}, {}};
        QTest::newRow("no status") << Response{};
    }
    void turnsABrokenAnswerInto500()
    {
        QFETCH(Response, response);
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0](response);
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 500 "));
        QVERIFY(!client.received.contains("X-Evil"));
    }

    void saysLengthAndConnectionItself()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_waiting[0]({299,
                      {},
                      {{"Content-Length", "999"},
                       {"Transfer-Encoding", "chunked"},
                       {"Set-Cookie", "a"},
                       {"Set-Cookie", "b"}},
                      "abc"});
        QTRY_VERIFY(client.received.endsWith("\r\n\r\nabc"));
        QVERIFY(client.received.startsWith("HTTP/1.1 299 Status 299\r\n"));
        QVERIFY(client.received.contains("Content-Length: 3\r\n"));
        QVERIFY(!client.received.contains("999"));
        QVERIFY(!client.received.contains("chunked"));
        QVERIFY(client.received.contains("Set-Cookie: a\r\nSet-Cookie: b\r\n"));
    }

    void stopsGracefully()
    {
        m_defer = true;
        const auto port = start();
        RawClient idle(port);
        RawClient busy(port);
        busy.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_server->stop();
        QTRY_VERIFY(idle.closed);
        QVERIFY(!busy.closed);
        RawClient late(port);
        QTRY_VERIFY(late.closed);
        m_waiting[0]({200, {}, {}, "still answered"});
        QTRY_VERIFY(busy.closed);
        QVERIFY(busy.received.endsWith("still answered"));
        QVERIFY(busy.received.contains("Connection: close"));
    }

    void stopDeliversRequestsThatWereHandedOverAlready()
    {
        const auto port = start();
        RawClient client(port);
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(client.socket.waitForBytesWritten(0) || client.socket.bytesToWrite() == 0);
        QTRY_VERIFY(!m_seen.empty() || client.closed);
        m_server->stop();
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 "));
    }

    void closesUnansweredRequestsAfterTheGrace()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_server->stop(50);
        QTRY_VERIFY(client.closed);
        QVERIFY(client.received.isEmpty());
    }

    void canBeDestroyedWithRequestsUnderWay()
    {
        m_defer = true;
        RawClient client(start());
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_waiting.size(), size_t(1));
        m_server.reset();
        m_waiting[0]({200, {}, {}, "too late"});
        QTRY_VERIFY(client.closed);
        QVERIFY(client.received.isEmpty());
    }

    void listensAgainOnTheSamePort()
    {
        ServerOptions options;
        options.port = start();
        RawClient before(options.port);
        before.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_VERIFY(before.received.startsWith("HTTP/1.1 200 "));
        m_server->stop();
        QVERIFY(m_server->listen(options));
        RawClient client(options.port);
        client.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200 "));
    }

    void refusesASecondListenerOnOnePort()
    {
        ServerOptions options;
        options.port = start();
        Server other([](const Request &, const Connection &, const Responder &) {});
        const auto port = other.listen(options);
        QVERIFY(!port);
        QCOMPARE(port.error().code, ErrorCode::Conflict);
    }

    void listensOnLoopbackAlone_data()
    {
        QTest::addColumn<QString>("address");
        for (const auto *address : {"0.0.0.0", "::", "10.0.0.1", "localhost", "", "127.0.0.1.1"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void listensOnLoopbackAlone()
    {
        QFETCH(QString, address);
        ServerOptions options;
        options.address = address;
        Server server([](const Request &, const Connection &, const Responder &) {});
        const auto port = server.listen(options);
        QVERIFY(!port);
        QCOMPARE(port.error().code, ErrorCode::Refused);
    }

    void limitsConnections()
    {
        ServerOptions options;
        options.maxConnections = 1;
        const auto port = start(options);
        RawClient first(port);
        first.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_VERIFY(!first.received.isEmpty());
        RawClient second(port);
        QTRY_VERIFY(second.closed);
        first.socket.abort();
        QTRY_VERIFY(([&] {
            RawClient third(port);
            third.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            return QTest::qWaitFor([&] { return third.closed || !third.received.isEmpty(); })
                && !third.received.isEmpty();
        }()));
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
