// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"
#include "core/http/server.h"
#include "tests/support/rawpeer.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::http;
using namespace Qt::StringLiterals;
using test::RawServer;

// What goes out, byte for byte, and what is made of what comes back.
class TestClient : public QObject
{
    Q_OBJECT

    Client m_client;

    static ClientRequest to(quint16 port, const QString &path = u"/"_s)
    {
        ClientRequest request;
        request.url = QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path));
        return request;
    }
    static QByteArray hostLine(quint16 port)
    {
        return "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n";
    }
    Exchange send(const ClientRequest &request)
    {
        const std::unique_ptr<ClientJob> job(m_client.send(request, nullptr));
        QSignalSpy finished(job.get(), &ClientJob::finished);
        job->start();
        if (!finished.isEmpty())
            qWarning("finished() came before start() returned");
        if (finished.isEmpty() && !finished.wait())
            return {};
        return job->exchange();
    }

private Q_SLOTS:
    void sendsNothingOfItsOwn()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        const auto exchange = send(to(server.port(), u"/a/../b?x=a b&y=%2F#fragment"_s));
        QCOMPARE(exchange.response.status, 200);
        const QByteArray expected =
            "GET /a/../b?x=a%20b&y=%2F HTTP/1.1\r\n" + hostLine(server.port()) + "\r\n";
        QCOMPARE(server.requests.value(0), expected);
        QCOMPARE(exchange.request.target, QByteArray("/a/../b?x=a%20b&y=%2F"));
        QCOMPARE(exchange.request.headers.fields().size(), 1);
        QCOMPARE(exchange.url(),
                 QByteArray("http://127.0.0.1:" + QByteArray::number(server.port())
                            + "/a/../b?x=a%20b&y=%2F"));
    }

    void sendsHeadersInOrderAndCase()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        auto request = to(server.port());
        request.method = "POST";
        request.headers = {{"x-b", "1"},
                           {"X-A", "2"},
                           {"X-Empty", ""},
                           {"x-b", "3"},
                           {"content-type", "application/json"},
                           {"Accept", "text/plain"}};
        request.body = "{}";
        const auto exchange = send(request);
        const QByteArray expected = "POST / HTTP/1.1\r\n" + hostLine(server.port())
            + "x-b: 1\r\nX-A: 2\r\nX-Empty:\r\nx-b: 3\r\ncontent-type: application/json\r\n"
              "Accept: text/plain\r\nContent-Length: 2\r\n\r\n{}";
        QTRY_COMPARE(server.requests.value(0), expected);
        QCOMPARE(exchange.request.headers.values("X-B"), (QList<QByteArray>{"1", "3"}));
        QCOMPARE(exchange.request.body, QByteArray("{}"));
    }

    void framesEveryMethod_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("lengthLine");
        QTest::newRow("GET") << QByteArray("GET") << QByteArray() << QByteArray();
        QTest::newRow("GET with body")
            << QByteArray("GET") << QByteArray("x") << QByteArray("Content-Length: 1\r\n");
        QTest::newRow("POST without body")
            << QByteArray("POST") << QByteArray() << QByteArray("Content-Length: 0\r\n");
        QTest::newRow("DELETE") << QByteArray("DELETE") << QByteArray() << QByteArray();
        QTest::newRow("MERGE") << QByteArray("MERGE") << QByteArray("abc")
                               << QByteArray("Content-Length: 3\r\n");
        QTest::newRow("PATCH with NUL")
            << QByteArray("PATCH") << QByteArray("a\0b", 3) << QByteArray("Content-Length: 3\r\n");
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << QByteArray() << QByteArray();
    }
    void framesEveryMethod()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, lengthLine);
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        auto request = to(server.port());
        request.method = method;
        request.body = body;
        QCOMPARE(send(request).response.status, 200);
        const QByteArray expected =
            method + " / HTTP/1.1\r\n" + hostLine(server.port()) + lengthLine + "\r\n" + body;
        QTRY_COMPARE(server.requests.value(0), expected);
    }

    void sendsLargeBodiesWithoutAskingFirst()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false);
        auto request = to(server.port());
        request.method = "PUT";
        request.body = QByteArray(3'000'000, 'x');
        QCOMPARE(send(request).response.status, 200);
        QVERIFY(!server.requests.value(0).contains("Expect"));
    }

    void readsHeadWithoutBody()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n", false);
        auto request = to(server.port());
        request.method = "HEAD";
        const auto exchange = send(request);
        QVERIFY(!exchange.failure);
        QCOMPARE(exchange.response.headers.value("content-length"), QByteArray("7"));
    }

    void sendsItsOwnHost()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        auto request = to(server.port());
        request.headers = {{"Host", "tenant.example"}};
        send(request);
        QCOMPARE(server.requests.value(0),
                 QByteArray("GET / HTTP/1.1\r\nHost: tenant.example\r\n\r\n"));
    }

    void refusesToBeMadeToSendMore_data()
    {
        QTest::addColumn<ClientRequest>("request");
        const auto row = [](const char *name, const std::function<void(ClientRequest &)> &spoil) {
            ClientRequest request;
            request.url = QUrl(u"http://127.0.0.1/"_s);
            spoil(request);
            QTest::newRow(name) << request;
        };
        using R = ClientRequest;
        row("CR LF in a value", [](R &r) { r.headers = {{"X", "a\r\nX-Evil: 1"}}; });
        row("LF in a value", [](R &r) { r.headers = {{"X", "a\nX-Evil: 1"}}; });
        row("CR in a value", [](R &r) { r.headers = {{"X", "a\rb"}}; });
        row("NUL in a value", [](R &r) { r.headers = {{"X", QByteArray("a\0b", 3)}}; });
        row("CR LF in a name", [](R &r) { r.headers = {{"X: 1\r\nY", "a"}}; });
        row("blank in a name", [](R &r) { r.headers = {{"X Y", "a"}}; });
        row("colon in a name", [](R &r) { r.headers = {{"X:", "a"}}; });
        row("empty name", [](R &r) { r.headers = {{"", "a"}}; });
        row("CR LF in the method", [](R &r) { r.method = "GET / HTTP/1.1\r\nX: 1\r\n\r\nGET"; });
        row("blank in the method", [](R &r) { r.method = "G T"; });
        row("empty method", [](R &r) { r.method = ""; });
        row("CONNECT", [](R &r) { r.method = "CONNECT"; });
        row("CR LF towards the proxy", [](R &r) {
            r.proxy.host = u"127.0.0.1"_s;
            r.proxy.headers = {{"Proxy-Authorization", "a\r\nb: c"}};
        });
        row("own Transfer-Encoding", [](R &r) { r.headers = {{"transfer-encoding", "chunked"}}; });
        row("wrong length", [](R &r) { r.headers = {{"Content-Length", "5"}}; });
        row("length twice", [](R &r) {
            r.headers = {{"Content-Length", "0"}, {"Content-Length", "0"}};
        });
        row("two hosts", [](R &r) { r.headers = {{"Host", "a"}, {"Host", "b"}}; });
        row("HEAD with body", [](R &r) {
            r.method = "HEAD";
            r.body = "x";
        });
        row("file URL", [](R &r) { r.url = QUrl(u"file:///etc/passwd"_s); });
        row("no host", [](R &r) { r.url = QUrl(u"http:///x"_s); });
        row("relative", [](R &r) { r.url = QUrl(u"/x"_s); });
        row("invalid", [](R &r) { r.url = QUrl(u"http://[::1"_s); });
        row("user in the URL", [](R &r) { r.url = QUrl(u"http://u:p@127.0.0.1/"_s); });
    }
    void refusesToBeMadeToSendMore()
    {
        QFETCH(ClientRequest, request);
        const auto exchange = send(request);
        QVERIFY(exchange.failure);
        QVERIFY(exchange.failure->code == ErrorCode::InvalidInput);
        QVERIFY(!exchange.failure->sentence.contains(u"Evil"_s));
        QCOMPARE(exchange.notes[u"failure"].toString(), u"not-sent"_s);
        QCOMPARE(exchange.response.status, 0);
    }

    void keepsResponsesAsTheyWere()
    {
        RawServer server("HTTP/1.1 401 Go Away Please\r\nx-dup: a\r\nX-Dup: b\r\n"
                         "Set-Cookie: 1\r\nSet-Cookie: 2\r\nEmpty:\r\nContent-Encoding: gzip\r\n"
                         "Content-Length: 3\r\n\r\n\x1f\x8b\x08");
        const auto exchange = send(to(server.port()));
        const auto &response = exchange.response;
        QCOMPARE(response.status, 401);
        QCOMPARE(response.reason, QByteArray("Go Away Please"));
        QCOMPARE(response.headers.fields(),
                 (QList<Header>{{"x-dup", "a"},
                                {"X-Dup", "b"},
                                {"Set-Cookie", "1"},
                                {"Set-Cookie", "2"},
                                {"Empty", ""},
                                {"Content-Encoding", "gzip"},
                                {"Content-Length", "3"}}));
        QCOMPARE(response.body, QByteArray("\x1f\x8b\x08"));
        QVERIFY(exchange.timing.total > 0);
        QVERIFY(exchange.timing.connected >= 0);
        QVERIFY(exchange.timing.firstByte > 0);
        QCOMPARE(exchange.timing.tls, -1.0);
        QVERIFY(exchange.endMs >= exchange.startMs);
    }

    void leavesTrailersOutAndSkipsInterimAnswers()
    {
        RawServer server("HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n"
                         "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                         "2\r\nhi\r\n0\r\nX-Trailer: evil\r\n\r\n");
        const auto exchange = send(to(server.port()));
        QCOMPARE(exchange.response.status, 200);
        QCOMPARE(exchange.response.body, QByteArray("hi"));
        QVERIFY(!exchange.response.headers.contains("X-Interim"));
        QVERIFY(!exchange.response.headers.contains("X-Trailer"));
    }

    void followsNoRedirect()
    {
        RawServer server("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
        const auto exchange = send(to(server.port()));
        QCOMPARE(exchange.response.status, 302);
        QCOMPARE(exchange.response.headers.value("Location"), QByteArray("/elsewhere"));
        QCOMPARE(server.connections, 1);
    }

    void answersNoChallengeByItself()
    {
        RawServer server("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                         "Content-Length: 0\r\n\r\n");
        QCOMPARE(send(to(server.port())).response.status, 401);
        QCOMPARE(server.connections, 1);
    }

    void neverSendsTwice()
    {
        // Keep-alive first, so that there would be a connection to reuse, then a peer that dies.
        RawServer server("");
        auto request = to(server.port());
        request.method = "POST";
        const auto exchange = send(request);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"closed-without-answer"_s);
        QTest::qWait(50);
        QCOMPARE(server.connections, 1);
        QCOMPARE(server.requests.size(), 1);
    }

    void takesAFreshConnectionForEveryRequest()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false);
        QCOMPARE(send(to(server.port())).response.status, 200);
        QCOMPARE(send(to(server.port())).response.status, 200);
        QCOMPARE(server.connections, 2);
    }

    void tellsWhyThereWasNoAnswer()
    {
        auto exchange = send(to(1));
        QCOMPARE(exchange.failure->code, ErrorCode::Network);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"connection-refused"_s);
        QVERIFY(exchange.failure->sentence.contains(u"127.0.0.1:1"_s));

        ClientRequest nowhere;
        nowhere.url = QUrl(u"http://no-such-host.invalid/"_s);
        exchange = send(nowhere);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"host-unknown"_s);
        QVERIFY(exchange.failure->sentence.contains(u"no-such-host.invalid"_s));

        RawServer garbage("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        exchange = send(to(garbage.port()));
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"not-http"_s);

        RawServer cut("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
        exchange = send(to(cut.port()));
        QCOMPARE(exchange.notes[u"failure"].toString(), u"connection-broken"_s);
    }

    void givesUpInTime()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        auto request = to(silent.serverPort());
        request.limits.totalTimeoutMs = 100;
        const auto exchange = send(request);
        QCOMPARE(exchange.failure->code, ErrorCode::Network);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"timed-out"_s);
    }

    void limitsTheBody_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("by length")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n01234567890");
        QTest::newRow("chunked") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            "b\r\n01234567890\r\n0\r\n\r\n");
        QTest::newRow("until closed") << QByteArray("HTTP/1.1 200 OK\r\n\r\n01234567890");
    }
    void limitsTheBody()
    {
        QFETCH(QByteArray, answer);
        RawServer server(answer);
        auto request = to(server.port());
        request.limits.maxBodyBytes = 10;
        const auto exchange = send(request);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"body-too-large"_s);
        QVERIFY(exchange.response.body.size() <= 10);
        request.limits.maxBodyBytes = 11;
        QCOMPARE(send(request).response.body.size(), 11);
    }

    void cancelsAtOnceAndTellsItOnce()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const std::unique_ptr<ClientJob> job(m_client.send(to(silent.serverPort()), nullptr));
        QSignalSpy finished(job.get(), &ClientJob::finished);
        job->start();
        job->start(); // does nothing
        job->cancel();
        job->cancel();
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(job->exchange().failure->code, ErrorCode::Cancelled);
        QTest::qWait(20);
        QCOMPARE(finished.size(), 1);
    }

    void canBeDeletedAtAnyTime()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        auto client = std::make_unique<Client>();
        auto *deleted = client->send(to(silent.serverPort()), nullptr);
        deleted->start();
        delete deleted;
        const std::unique_ptr<ClientJob> orphan(client->send(to(silent.serverPort()), nullptr));
        const std::unique_ptr<ClientJob> late(client->send(to(silent.serverPort()), nullptr));
        QSignalSpy finished(orphan.get(), &ClientJob::finished);
        QSignalSpy lateFinished(late.get(), &ClientJob::finished);
        orphan->start();
        client.reset();
        late->start();
        QTRY_COMPARE(finished.size(), 1);
        QTRY_COMPARE(lateFinished.size(), 1);
        QCOMPARE(orphan->exchange().failure->code, ErrorCode::Cancelled);
    }

    void deletesItselfInItsOwnSignal()
    {
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        auto client = std::make_unique<Client>();
        auto *job = client->send(to(server.port()), nullptr);
        bool done = false;
        connect(job, &ClientJob::finished, this, [&](ClientJob *finished) {
            delete finished;
            client.reset();
            done = true;
        });
        job->start();
        QTRY_VERIFY(done);
    }

    void carriesManyAtOnce()
    {
        Server server([](const Request &request, const Connection &, const Responder &respond) {
            respond({200, {}, {}, request.path()});
        });
        const auto port = server.listen({});
        QVERIFY(port);
        int right = 0;
        QObject owner;
        for (int i = 0; i < 100; ++i) {
            const QString path = u"/%1"_s.arg(i);
            auto *job = m_client.send(to(*port, path), &owner);
            connect(job, &ClientJob::finished, &owner, [&right, path](ClientJob *done) {
                right += done->exchange().response.body == path.toLatin1();
            });
            job->start();
        }
        QTRY_COMPARE(right, 100);
    }

    void ignoresTheEnvironmentsProxy()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        qputenv("ALL_PROXY", "http://127.0.0.1:1");
        RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        const auto exchange = send(to(server.port()));
        qunsetenv("http_proxy");
        qunsetenv("ALL_PROXY");
        QCOMPARE(exchange.response.status, 200);
    }

    void speaksAbsoluteFormToAProxy()
    {
        RawServer proxy("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        ClientRequest request;
        request.url = QUrl(u"http://virtual-host:443/x?y=1"_s);
        request.headers = {{"X-Own", "1"}};
        request.proxy = {
            u"127.0.0.1"_s,
            proxy.port(),
            {{"Proxy-Authorization", "Bearer t"}, {"SAP-Connectivity-Authentication", "Bearer u"}}};
        qputenv("no_proxy", "*"); // must not turn ours off
        const auto exchange = send(request);
        qunsetenv("no_proxy");
        QCOMPARE(proxy.requests.value(0),
                 QByteArray("GET http://virtual-host:443/x?y=1 HTTP/1.1\r\n"
                            "Host: virtual-host:443\r\nX-Own: 1\r\n"
                            "Proxy-Authorization: Bearer t\r\n"
                            "SAP-Connectivity-Authentication: Bearer u\r\n\r\n"));
        QCOMPARE(exchange.request.target, QByteArray("http://virtual-host:443/x?y=1"));
        QCOMPARE(exchange.url(), QByteArray("http://virtual-host:443/x?y=1"));
    }

    void keepsProxyHeadersOnConnectAndShowsItsRefusal()
    {
        RawServer proxy("HTTP/1.1 407 Nope\r\nProxy-Authenticate: Bearer\r\n"
                        "Content-Length: 4\r\n\r\nwhy?");
        ClientRequest request;
        request.url = QUrl(u"https://virtual-host:443/x"_s);
        request.headers = {{"Authorization", "Bearer inner"}};
        request.proxy = {u"127.0.0.1"_s, proxy.port(), {{"Proxy-Authorization", "Bearer t"}}};
        const auto exchange = send(request);
        QCOMPARE(proxy.requests.value(0),
                 QByteArray("CONNECT virtual-host:443 HTTP/1.1\r\nHost: virtual-host:443\r\n"
                            "Proxy-Authorization: Bearer t\r\n\r\n"));
        QCOMPARE(exchange.response.status, 407);
        QCOMPARE(exchange.response.headers.value("Proxy-Authenticate"), QByteArray("Bearer"));
        QCOMPARE(exchange.notes[u"answeredBy"].toString(), u"proxy"_s);
        QVERIFY(exchange.notes[u"bodyNotVisible"].toBool());
        QVERIFY(!exchange.failure);
    }

    void tellsAProxyThatIsNotThere()
    {
        ClientRequest request;
        request.url = QUrl(u"http://virtual-host/"_s);
        request.proxy.host = u"127.0.0.1"_s;
        request.proxy.port = 1;
        const auto exchange = send(request);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"connection-refused"_s);
        QVERIFY(exchange.failure->sentence.contains(u"proxy"_s));
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
