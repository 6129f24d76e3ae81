// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/callrunner.h"
#include "core/http/server.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;

class TestCallRunner : public QObject
{
    Q_OBJECT

    http::Client m_client;
    std::unique_ptr<http::Server> m_server;
    std::vector<http::Request> m_seen;
    quint16 m_port = 0;

    CallInput input(const Session &session = {}) const
    {
        CallInput input;
        input.session = session;
        input.url = QUrl(u"http://127.0.0.1:%1/a?b=c"_s.arg(m_port));
        return input;
    }
    void run(CallRunner &runner)
    {
        QSignalSpy finished(&runner, &CallRunner::finished);
        runner.start();
        runner.start();
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
    }
    static Session basic()
    {
        Session session;
        session.grant = Grant::Basic;
        session.userName = u"älice"_s;
        session.password = Secret(QByteArray("p:w"));
        return session;
    }
    static Session token()
    {
        Session session;
        session.grant = Grant::Password;
        session.title = u"alice"_s;
        session.accessToken = Secret(QByteArray("e.y.j"));
        return session;
    }

private Q_SLOTS:
    void init()
    {
        // A request that was cancelled may still be on its way to the server of the test before.
        m_server.reset();
        m_seen.clear();
        m_server = std::make_unique<http::Server>([this](const http::Request &request,
                                                         const http::Connection &connection,
                                                         const http::Responder &respond) {
            m_seen.push_back(request);
            Q_UNUSED(connection)
            if (request.path() == "/silence")
                return respond.drop();
            if (request.path().startsWith("/oauth/token"))
                return respond({401, {}, {}, R"({"error":"unauthorized"})"});
            respond({403, {}, {}, "no"});
        });
        m_port = *m_server->listen({});
    }

    void showsWhoCalls_data()
    {
        QTest::addColumn<Session>("session");
        QTest::addColumn<QByteArray>("authorization");
        Session passcode = token();
        passcode.grant = Grant::Passcode;
        Session empty;
        empty.grant = Grant::PastedToken;
        QTest::newRow("nobody") << Session() << QByteArray();
        QTest::newRow("basic") << basic() << QByteArray("Basic w6RsaWNlOnA6dw==");
        QTest::newRow("token") << token() << QByteArray("Bearer e.y.j");
        QTest::newRow("passcode") << passcode << QByteArray("Bearer e.y.j");
        QTest::newRow("no token yet") << empty << QByteArray();
    }
    void showsWhoCalls()
    {
        QFETCH(Session, session);
        CallRunner runner(m_client, input(session));
        QSignalSpy steps(&runner, &CallRunner::stepStarted);
        run(runner);
        QVERIFY(!runner.error()); // an answer of 403 is an answer
        QCOMPARE(runner.exchanges().size(), 1);
        QCOMPARE(runner.exchanges()[0].response.status, 403);
        QCOMPARE(m_seen.at(0).target, QByteArray("/a?b=c"));
        QTEST(m_seen.at(0).headers.value("Authorization"), "authorization");
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps[0][0].toString(), runner.plan().value(0));
        QVERIFY(!runner.plan().value(0).contains(u"e.y.j"_s));
    }

    void theUsersAuthorizationBeatsTheSessions()
    {
        auto asked = input(token());
        asked.headers = {{"authorization", "Bearer mine"}};
        CallRunner runner(m_client, asked);
        run(runner);
        QCOMPARE(m_seen.at(0).headers.values("Authorization"), QList<QByteArray>{"Bearer mine"});
    }

    void addsACorrelationIdWhenThereIsNone()
    {
        CallRunner runner(m_client, input());
        run(runner);
        QVERIFY(!runner.correlationId().isEmpty());
        QCOMPARE(m_seen.at(0).headers.value("x-correlation-id"), runner.correlationId().toUtf8());
        CallRunner other(m_client, input());
        QVERIFY(other.correlationId() != runner.correlationId());
    }

    void keepsTheUsersCorrelationId_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("CAP's") << QByteArray("X-Correlation-ID");
        QTest::newRow("approuter's") << QByteArray("x-correlationid");
    }
    void keepsTheUsersCorrelationId()
    {
        QFETCH(QByteArray, name);
        auto asked = input();
        asked.headers = {{name, "mine"}};
        CallRunner runner(m_client, asked);
        run(runner);
        QCOMPARE(runner.correlationId(), u"mine"_s);
        QCOMPARE(m_seen.at(0).headers.values("x-correlation-id").size()
                     + m_seen.at(0).headers.values("x-correlationid").size(),
                 1);
    }

    void sendsMethodHeadersAndBody()
    {
        auto asked = input();
        asked.method = "MERGE";
        asked.headers = {{"Content-Type", "application/json"}};
        asked.body = "{}";
        CallRunner runner(m_client, asked);
        run(runner);
        QCOMPARE(m_seen.at(0).method, QByteArray("MERGE"));
        QCOMPARE(m_seen.at(0).body, QByteArray("{}"));
    }

    void tellsThatThereWasNoAnswer()
    {
        auto asked = input();
        asked.url.setPath(u"/silence"_s);
        CallRunner runner(m_client, asked);
        run(runner);
        QVERIFY(runner.error());
        QCOMPARE(runner.error()->code, ErrorCode::Network);
        QCOMPARE(runner.exchanges().size(), 1); // what was tried can be seen
    }

    void whatWasNeverSentIsNoExchange()
    {
        auto asked = input();
        asked.headers = {{"X", "a\r\nb: c"}};
        CallRunner runner(m_client, asked);
        run(runner);
        QCOMPARE(runner.error()->code, ErrorCode::InvalidInput);
        QVERIFY(runner.exchanges().isEmpty());
        QVERIFY(m_seen.empty());
    }

    void cancels()
    {
        CallRunner runner(m_client, input());
        QSignalSpy finished(&runner, &CallRunner::finished);
        runner.cancel(); // not begun: nothing
        runner.start();
        runner.cancel();
        runner.cancel();
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(runner.error()->code, ErrorCode::Cancelled);
    }

    void goesThroughADestination()
    {
        auto asked = input();
        CallInput::Via via;
        via.destination = u"S4_BASIC"_s;
        via.destinationKey.client.clientId = u"sb-clone!b1"_s;
        via.destinationKey.client.clientSecret = Secret(QByteArray("s"));
        via.destinationKey.client.url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
        via.destinationKey.destinationUri = QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
        asked.via = via;
        CallRunner runner(m_client, asked);
        QVERIFY(runner.plan().size() > 1);
        QSignalSpy steps(&runner, &CallRunner::stepStarted);
        run(runner);
        // The server gives no service token: the chain ends there, with what was sent so far.
        QVERIFY(runner.error());
        QVERIFY(!runner.exchanges().isEmpty());
        QCOMPARE(m_seen.at(0).path(), QByteArray("/oauth/token"));
        QVERIFY(!steps.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallRunner)
#include "tst_callrunner.moc"
