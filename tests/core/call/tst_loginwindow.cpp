// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/browserlogin.h"
#include "core/call/loginwindow.h"
#include "core/http/server.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <unistd.h>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;
using Kind = LoginWindowReport::Kind;

// What console and login window say to each other; a shell script is the window.
class TestLoginWindow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    http::Client m_client;
    TokenFetchInput m_input;

    QString program(const QByteArray &script)
    {
        static int number = 0;
        QFile file(m_dir.filePath(u"window-%1"_s.arg(++number)));
        (void)file.open(QIODevice::WriteOnly);
        file.write("#!/bin/sh\n" + script + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    // Ends with the window: why.
    Error outcome(const QString &window, bool *closed = nullptr)
    {
        BrowserLogin::Options options;
        options.window = window;
        BrowserLogin login(m_client, m_input, options);
        QSignalSpy finished(&login, &BrowserLogin::finished);
        QSignalSpy wanted(&login, &BrowserLogin::browserWanted);
        login.start();
        if (!finished.wait(10'000) || login.result() || !wanted.isEmpty())
            return Error{ErrorCode::Io, u"it did not end, or not like this"_s};
        if (closed)
            *closed = login.wasClosed();
        return login.result().error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_input.key.client.clientId = u"sb-app!t1"_s;
        m_input.key.client.clientSecret = Secret(QByteArray("s"));
        m_input.key.client.url = QUrl(u"https://dev.example"_s);
        m_input.key.client.uaaDomain = u"authentication.example"_s;
    }

    void anOrderComesThroughWhole()
    {
        const LoginWindowOrder order{QUrl(u"https://dev.example/oauth/authorize?a=b%2Fc"_s),
                                     "login-1",
                                     {u"https://dev.example"_s},
                                     "-----BEGIN",
                                     u"the sandbox's own authority"_s};
        const auto line = toLine(order);
        QCOMPARE(line.count('\n'), 1);
        const auto read = orderFromLine(line);
        QVERIFY(read);
        QCOMPARE(read->url, order.url);
        QCOMPARE(read->correlationId, order.correlationId);
        QCOMPARE(read->origins, order.origins);
        QCOMPARE(read->authorityPem, order.authorityPem);
        QCOMPARE(read->authorityWords, order.authorityWords);
    }

    void aReportComesThroughWhole()
    {
        for (const auto kind :
             {Kind::Shown, Kind::Held, Kind::Distrusted, Kind::Closed, Kind::Failed}) {
            const auto read = reportFromLine(toLine({kind, u"https://other"_s, {}}));
            QVERIFY(read);
            QCOMPARE(read->kind, kind);
            QCOMPARE(read->text, u"https://other"_s);
        }
        http::Exchange visit;
        visit.id = u"window-1"_s;
        visit.observer = u"browser"_s;
        visit.request.method = "POST";
        visit.request.target = "/login.do";
        const auto read = reportFromLine(toLine({Kind::Visited, {}, visit}));
        QVERIFY(read && read->visit);
        QCOMPARE(read->visit->request.target, visit.request.target);
    }

    void whatIsNoneIsNoOrderAndNoReport_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray("\n");
        QTest::newRow("no JSON") << QByteArray("[4:4:ERROR] gpu\n");
        QTest::newRow("a list") << QByteArray("[1]\n");
        QTest::newRow("unknown") << QByteArray("{\"report\":\"dance\"}\n");
        QTest::newRow("a visit of nothing") << QByteArray("{\"report\":\"visited\"}\n");
        QTest::newRow("a file") << QByteArray("{\"url\":\"file:///etc/passwd\"}\n");
        QTest::newRow("a script") << QByteArray("{\"url\":\"javascript:alert(1)\"}\n");
    }
    void whatIsNoneIsNoOrderAndNoReport()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!orderFromLine(line));
        QVERIFY(!reportFromLine(line));
    }

    void anOriginIsSchemeHostAndPort_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::newRow("https") << u"https://a.example/x?y"_s << u"https://a.example"_s;
        QTest::newRow("usual port") << u"https://a.example:443/"_s << u"https://a.example"_s;
        QTest::newRow("other port") << u"https://a.example:444"_s << u"https://a.example:444"_s;
        QTest::newRow("http") << u"http://localhost:7/l"_s << u"http://localhost:7"_s;
        QTest::newRow("IPv6") << u"http://[::1]:7/l"_s << u"http://[::1]:7"_s;
        QTest::newRow("user") << u"https://a.example@evil.example/"_s << u"https://evil.example"_s;
        QTest::newRow("other scheme") << u"ftp://a.example/"_s << QString();
        QTest::newRow("no host") << u"https:/x"_s << QString();
    }
    void anOriginIsSchemeHostAndPort()
    {
        QFETCH(QString, url);
        QTEST(originOf(QUrl(url)), "origin");
    }

    // The code is here already: the window did its work, and may go.
    void aWindowThatIsClosedDuringTheExchangeThrowsNothingAway()
    {
        const auto order = m_dir.filePath(u"order"_s);
        const auto asked = m_dir.filePath(u"asked"_s);
        std::optional<http::Responder> answer;
        http::Server server(
            [&](const http::Request &, const http::Connection &, const http::Responder &respond) {
                answer.emplace(respond);
                QFile file(asked); // lets the window close
                (void)file.open(QIODevice::WriteOnly);
            });
        auto input = m_input;
        input.key.client.url = QUrl(u"http://127.0.0.1:%1"_s.arg(*server.listen({})));
        BrowserLogin::Options options;
        options.window = program("read -r order\necho \"$order\" > " + order.toUtf8()
                                 + "\necho '{\"report\":\"shown\"}'\nwhile [ ! -e " + asked.toUtf8()
                                 + " ]; do sleep 0.02; done\necho '{\"report\":\"closed\"}'");
        BrowserLogin login(m_client, input, options);
        QSignalSpy finished(&login, &BrowserLogin::finished);
        connect(&login, &BrowserLogin::windowReported, this, [&](const auto &report) {
            if (report.kind == Kind::Closed)
                (*answer)({200, {}, {}, R"({"access_token":"a.b.c","expires_in":100})"});
            if (report.kind != Kind::Shown)
                return;
            QFile file(order);
            (void)file.open(QIODevice::ReadOnly);
            const QUrlQuery query(orderFromLine(file.readAll())->url);
            http::ClientRequest request;
            request.url =
                QUrl(QString(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)
                             + u"?code=the-code&state="_s + query.queryItemValue(u"state"_s)));
            auto *job = m_client.send(request, this);
            connect(job, &http::ClientJob::finished, job, &QObject::deleteLater);
            job->start();
        });
        login.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QVERIFY(login.result());
        QVERIFY(!login.wasClosed());
    }

    void theWindowGetsItsOrderOnStdinAndNothingInItsArguments()
    {
        const auto seen = m_dir.filePath(u"seen"_s).toUtf8();
        const auto error = outcome(program("read order\necho \"$# $order\" > " + seen
                                           + "\necho '{\"report\":\"closed\"}'"));
        QCOMPARE(error.code, ErrorCode::Cancelled);
        QFile file(m_dir.filePath(u"seen"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto written = file.readAll();
        QVERIFY(written.startsWith("0 "));
        const auto order = orderFromLine(written.mid(2));
        QVERIFY(order);
        QCOMPARE(order->url.path(), u"/oauth/authorize"_s);
        QCOMPARE(order->origins.size(), 3);
        QCOMPARE(order->origins[0], u"https://dev.example"_s);
        QCOMPARE(order->origins[1], u"https://authentication.example"_s);
        QVERIFY(order->origins[2].startsWith(u"http://localhost:"_s));
    }

    void aClosedWindowIsACancelledLogin()
    {
        bool closed = false;
        const auto error =
            outcome(program("read order; echo '{\"report\":\"closed\"}'; cat"), &closed);
        QCOMPARE(error.code, ErrorCode::Cancelled);
        QVERIFY(closed);
        QVERIFY(error.sentence.contains(u"closed"_s));
    }

    void aWindowThatDiesOrNeverComesIsSaidWithTheOtherWay_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("dies") << QByteArray("kill -SEGV $$");
        QTest::newRow("ends") << QByteArray("echo noise; exit 0");
        QTest::newRow("noise without an end")
            << QByteArray("head -c 3000000 /dev/zero | tr '\\0' x; exit 3");
        QTest::newRow("says why") << QByteArray(
            "echo '{\"report\":\"failed\",\"text\":\"take the system'\"'\"'s browser\"}'; cat");
    }
    void aWindowThatDiesOrNeverComesIsSaidWithTheOtherWay()
    {
        QFETCH(QByteArray, script);
        bool closed = true;
        const auto error = outcome(program(script), &closed);
        QCOMPARE(error.code, ErrorCode::Unsupported);
        QVERIFY2(error.sentence.contains(u"system's browser"_s), qPrintable(error.sentence));
        QVERIFY(!closed);
    }

    void aProgramThatIsNotThereIsSaid()
    {
        QCOMPARE(outcome(m_dir.filePath(u"nothing"_s)).code, ErrorCode::Unsupported);
    }

    void theWindowGoesWithTheLogin()
    {
        const auto gone = m_dir.filePath(u"gone"_s);
        BrowserLogin::Options options;
        options.window = program("read order; echo '{\"report\":\"shown\"}'; cat; touch "
                                 + gone.toUtf8()); // cat ends with stdin
        {
            BrowserLogin login(m_client, m_input, options);
            QSignalSpy reported(&login, &BrowserLogin::windowReported);
            login.start();
            QVERIFY(reported.wait(10'000));
            QVERIFY(!QFile::exists(gone));
        }
        QTRY_VERIFY(QFile::exists(gone));
    }

    void aTimeLimitEndsBoth()
    {
        BrowserLogin::Options options;
        options.window = program("read order; cat");
        options.timeLimitMs = 50;
        BrowserLogin login(m_client, m_input, options);
        QSignalSpy finished(&login, &BrowserLogin::finished);
        login.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(login.result().error().code, ErrorCode::Cancelled);
        QVERIFY(!login.wasClosed());
    }

    void saysWhyThereIsNoWindow()
    {
        qputenv("TOKENTRAIL_WEBLOGIN", "/no/such/program");
        QCOMPARE(findLoginWindow().lack, LoginWindowProgram::Lack::NotBuilt);
        qputenv("TOKENTRAIL_WEBLOGIN", program("true").toUtf8());
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
        QCOMPARE(findLoginWindow().lack, LoginWindowProgram::Lack::None);
        qunsetenv("QTWEBENGINE_DISABLE_SANDBOX");
        QCOMPARE(findLoginWindow().lack == LoginWindowProgram::Lack::Root, geteuid() == 0);
        qunsetenv("TOKENTRAIL_WEBLOGIN");
        for (const auto lack : {LoginWindowProgram::Lack::NotBuilt, LoginWindowProgram::Lack::Root})
            QVERIFY(lackOf(lack).sentence.contains(u"system's browser"_s));
    }
};

QTEST_GUILESS_MAIN(TestLoginWindow)
#include "tst_loginwindow.moc"
