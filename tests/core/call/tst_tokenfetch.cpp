// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/tokenfetch.h"
#include "core/http/server.h"
#include "tests/support/testcertificates.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;

// Against a token server that answers as told and keeps what it was asked.
class TestTokenFetch : public QObject
{
    Q_OBJECT

    http::Client m_client;
    std::unique_ptr<http::Server> m_server;
    http::Response m_answer;
    std::vector<http::Request> m_seen;
    std::vector<http::Connection> m_connections;

    TokenFetchInput start(const http::ServerOptions &options = {})
    {
        m_seen.clear();
        m_connections.clear();
        m_server = std::make_unique<http::Server>([this](const http::Request &request,
                                                         const http::Connection &connection,
                                                         const http::Responder &respond) {
            m_seen.push_back(request);
            m_connections.push_back(connection);
            respond(m_answer);
        });
        const auto port = m_server->listen(options);
        TokenFetchInput input;
        const auto scheme = options.withTls ? u"https"_s : u"http"_s;
        input.key.client.clientId = u"sb-app!t1"_s;
        input.key.client.clientSecret = Secret(QByteArray("secret"));
        input.key.client.url = QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port ? *port : 0));
        input.key.name = u"uaa"_s;
        input.userName = u"alice"_s;
        input.password = Secret(QByteArray("alice"));
        return input;
    }
    static void run(TokenFetch &fetch)
    {
        QSignalSpy finished(&fetch, &TokenFetch::finished);
        fetch.start();
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
    }

private Q_SLOTS:
    void init()
    {
        m_answer = {200,
                    {},
                    {{"Content-Type", "application/json"}},
                    R"({"access_token":"a.b.c","refresh_token":"r","expires_in":100})"};
    }

    void getsASession()
    {
        TokenFetch fetch(m_client, start());
        const auto before = QDateTime::currentSecsSinceEpoch();
        run(fetch);
        QVERIFY2(fetch.result(), "no session");
        const auto &session = *fetch.result();
        QCOMPARE(session.grant, Grant::Password);
        QCOMPARE(session.accessToken.reveal(), QByteArray("a.b.c"));
        QCOMPARE(session.refreshToken.reveal(), QByteArray("r"));
        QCOMPARE(session.title, u"alice"_s);
        QCOMPARE(session.keyName, u"uaa"_s);
        QVERIFY(session.expiresAt >= before + 100);
        QVERIFY(session.expiresAt <= QDateTime::currentSecsSinceEpoch() + 100);
        QCOMPARE(m_seen.size(), size_t(1));
        QCOMPARE(m_seen[0].path(), QByteArray("/oauth/token"));
        QCOMPARE(http::formField(m_seen[0].body, u"client_secret"), u"secret"_s);
        QCOMPARE(fetch.exchanges().size(), 1);
        QCOMPARE(fetch.exchanges()[0].callee, u"xsuaa"_s);
        QCOMPARE(fetch.exchanges()[0].caller, u"console"_s);
    }

    void keepsThePasswordOfThePasswordGrantAlone()
    {
        auto input = start();
        TokenFetch fetch(m_client, input);
        run(fetch);
        QCOMPARE(fetch.result()->password.reveal(), QByteArray("alice"));
        input.grant = Grant::Passcode;
        TokenFetch other(m_client, input);
        run(other);
        QVERIFY(other.result());
        QVERIFY(other.result()->password.isEmpty());
    }

    void tellsARefusal()
    {
        const auto input = start();
        m_answer = {
            401, {}, {}, R"({"error":"unauthorized","error_description":"Bad credentials"})"};
        TokenFetch fetch(m_client, input);
        run(fetch);
        QVERIFY(!fetch.result());
        QCOMPARE(fetch.result().error().code, ErrorCode::Refused);
        QCOMPARE(fetch.exchanges().size(), 1);
        QCOMPARE(m_seen.size(), size_t(1)); // asked once
    }

    void tellsThatNobodyIsThere()
    {
        auto input = start();
        m_server.reset();
        TokenFetch fetch(m_client, input);
        run(fetch);
        QCOMPARE(fetch.result().error().code, ErrorCode::Network);
    }

    void sendsNothingWhenSomethingIsMissing()
    {
        auto input = start();
        input.password = {};
        TokenFetch fetch(m_client, input);
        run(fetch);
        QCOMPARE(fetch.result().error().code, ErrorCode::Usage);
        input.grant = Grant::Basic;
        TokenFetch basic(m_client, input);
        run(basic);
        QCOMPARE(basic.result().error().code, ErrorCode::Usage);
        input.grant = Grant::ClientCredentials;
        input.key.client.url = {};
        TokenFetch nowhere(m_client, input);
        run(nowhere);
        QCOMPARE(nowhere.result().error().code, ErrorCode::InvalidInput);
        QVERIFY(m_seen.empty());
        QVERIFY(nowhere.exchanges().isEmpty());
    }

    void showsTheCertificateInPlaceOfASecret()
    {
        const auto ca = test::Certificate::authority(u"CA"_s);
        const auto server = ca.issue(u"server"_s, {u"127.0.0.1"_s});
        const auto client = ca.issue(u"sb-app"_s);
        http::ServerOptions options;
        options.withTls = true;
        options.tls = {server.pem(), Secret(server.keyPem()), ca.pem()};
        auto input = start(options);
        input.grant = Grant::ClientCredentials;
        input.tls.extraCaPem = ca.pem();
        input.key.client.certUrl = input.key.client.url;
        input.key.client.clientSecret = {};
        input.key.client.certificatePem = client.pem();
        input.key.client.keyPem = Secret(client.keyPem());
        TokenFetch fetch(m_client, input);
        run(fetch);
        QVERIFY2(fetch.result(),
                 qPrintable(fetch.result() ? QString() : fetch.result().error().sentence));
        QVERIFY(m_connections.at(0).clientCertificateTrusted);
        QCOMPARE(m_connections.at(0).clientCertificateSubject, u"CN=sb-app"_s);
        QVERIFY(http::formField(m_seen[0].body, u"client_secret").isNull());
        QCOMPARE(http::formField(m_seen[0].body, u"client_id"), u"sb-app!t1"_s);
    }

    void canBeDeletedUnderWay()
    {
        const auto input = start();
        auto *fetch = new TokenFetch(m_client, input);
        fetch->start();
        delete fetch;
        TokenFetch next(m_client, input);
        run(next);
        QVERIFY(next.result());
    }
};

QTEST_GUILESS_MAIN(TestTokenFetch)
#include "tst_tokenfetch.moc"
