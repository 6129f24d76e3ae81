// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/browserlogin.h"
#include "core/http/server.h"
#include "core/oauth/pkce.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;

// The test is the browser, and the server too.
class TestBrowserLogin : public QObject
{
    Q_OBJECT

    http::Client m_client;
    std::unique_ptr<http::Server> m_server;
    std::vector<http::Request> m_seen;
    TokenFetchInput m_input;

    void visit(const QUrl &url)
    {
        http::ClientRequest request;
        request.url = url;
        auto *job = m_client.send(request, this);
        connect(job, &http::ClientJob::finished, job, &QObject::deleteLater);
        job->start();
    }

private Q_SLOTS:
    void init()
    {
        m_seen.clear();
        m_server = std::make_unique<http::Server>([this](const http::Request &request,
                                                         const http::Connection &,
                                                         const http::Responder &respond) {
            m_seen.push_back(request);
            respond({200, {}, {}, R"({"access_token":"a.b.c","expires_in":100})"});
        });
        m_input = {};
        m_input.key.client.clientId = u"sb-app!t1"_s;
        m_input.key.client.clientSecret = Secret(QByteArray("s"));
        m_input.key.client.url = QUrl(u"http://127.0.0.1:%1/uaa/"_s.arg(*m_server->listen({})));
    }

    void exchangesTheCodeWithItsProof()
    {
        BrowserLogin login(m_client, m_input, {});
        QSignalSpy finished(&login, &BrowserLogin::finished);
        QUrl shown;
        connect(&login, &BrowserLogin::browserWanted, this, [&](const QUrl &url) { shown = url; });
        login.start();
        QTRY_VERIFY(!shown.isEmpty());
        QCOMPARE(shown.path(), u"/uaa/oauth/authorize"_s);
        const QUrlQuery query(shown);
        const auto redirect = query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded);
        const auto state = query.queryItemValue(u"state"_s);
        visit(QUrl(QString(redirect + u"?code=wrong&state=other"_s)));
        visit(QUrl(QString(redirect + u"?code=the-code&state="_s + state)));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(login.result());
        QCOMPARE(login.result()->accessToken.reveal(), QByteArray("a.b.c"));
        QCOMPARE(login.result()->grant, Grant::AuthorizationCode);
        QCOMPARE(m_seen.size(), size_t(1));
        const auto &body = m_seen[0].body;
        QCOMPARE(http::formField(body, u"code"), u"the-code"_s);
        QCOMPARE(http::formField(body, u"redirect_uri"), redirect);
        QCOMPARE(oauth::challengeOf(http::formField(body, u"code_verifier").toLatin1()),
                 query.queryItemValue(u"code_challenge"_s).toLatin1());
        QCOMPARE(login.exchanges().size(), 2);
        QCOMPARE(login.exchanges()[0].caller, u"browser"_s);
        QCOMPARE(login.exchanges()[0].request.path(), QByteArray("/login/callback"));
        QCOMPARE(login.exchanges()[0].request.queryItem(u"code"), u"the-code"_s);
        QCOMPARE(login.exchanges()[1].callee, u"xsuaa"_s);
    }

    void tellsARefusal()
    {
        BrowserLogin login(m_client, m_input, {});
        QSignalSpy finished(&login, &BrowserLogin::finished);
        connect(&login, &BrowserLogin::browserWanted, this, [&](const QUrl &url) {
            const QUrlQuery query(url);
            visit(QUrl(QString(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)
                               + u"?error=access_denied&state="_s
                               + query.queryItemValue(u"state"_s))));
        });
        login.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(login.result().error().code, ErrorCode::Refused);
        QVERIFY(m_seen.empty());
    }

    void endsWhenNobodyComes()
    {
        BrowserLogin::Options options;
        options.timeLimitMs = 20;
        BrowserLogin login(m_client, m_input, options);
        QSignalSpy finished(&login, &BrowserLogin::finished);
        login.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(login.result().error().code, ErrorCode::Cancelled);
    }

    void wantsAUrlInTheKey()
    {
        m_input.key.client.url = {};
        BrowserLogin login(m_client, m_input, {});
        QSignalSpy finished(&login, &BrowserLogin::finished);
        login.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(login.result().error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestBrowserLogin)
#include "tst_browserlogin.moc"
