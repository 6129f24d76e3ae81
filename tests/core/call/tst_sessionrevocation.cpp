// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/revocation.h"
#include "core/http/server.h"
#include "core/trail/trailbuilder.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::call;
using namespace Qt::StringLiterals;

// Logging out at a token service; the test is the service, which may not know how.
class TestSessionRevocation : public QObject
{
    Q_OBJECT

    http::Client m_client;
    std::unique_ptr<http::Server> m_server;
    std::vector<http::Request> m_seen;
    int m_revokeStatus = 200;
    int m_refreshStatus = 401;
    QByteArray m_refreshBody;
    Revocation::Input m_input;

    QList<trail::Hop> m_hops;

    Revoked outcome()
    {
        Revocation job(m_client, m_input);
        QSignalSpy finished(&job, &Revocation::finished);
        job.start();
        if (finished.isEmpty() && !finished.wait(10'000))
            return Revoked::NotReached;
        m_hops = {};
        for (const auto &trail : trail::buildTrails(job.exchanges()))
            m_hops += trail.hops;
        return job.outcome();
    }

private Q_SLOTS:
    void init()
    {
        m_seen.clear();
        m_revokeStatus = 200;
        m_refreshStatus = 401;
        m_refreshBody = R"({"error":"invalid_token","error_description":"Invalid refresh token"})";
        m_server = std::make_unique<http::Server>([this](const http::Request &request,
                                                         const http::Connection &,
                                                         const http::Responder &respond) {
            m_seen.push_back(request);
            if (request.method == "DELETE")
                return respond({m_revokeStatus, {}, {}, {}});
            respond({m_refreshStatus, {}, {{"Content-Type", "application/json"}}, m_refreshBody});
        });
        xsuaa::ServiceKey key;
        key.client.clientId = u"sb-app!t1"_s;
        key.client.clientSecret = Secret(QByteArray("s"));
        key.client.url = QUrl(u"http://127.0.0.1:%1"_s.arg(*m_server->listen({})));
        m_input = {};
        m_input.key = key;
        m_input.nowSeconds = 1'000;
        m_input.session.accessToken = Secret(QByteArray("access"));
        m_input.session.refreshToken = Secret(QByteArray("abc/def-r"));
        m_input.session.expiresAt = 2'000;
        m_input.session.tokenUrl = xsuaa::tokenEndpoint(key.client).url;
    }

    void asksWithItsOwnTokenAndTriesWhetherItWorked()
    {
        QCOMPARE(outcome(), Revoked::Proved);
        QCOMPARE(m_seen.size(), size_t(2));
        QCOMPARE(m_seen[0].method, QByteArray("DELETE"));
        QCOMPARE(m_seen[0].target, QByteArray("/oauth/token/revoke/abc%2Fdef-r"));
        QCOMPARE(m_seen[0].headers.value("Authorization"), QByteArray("Bearer access"));
        QCOMPARE(http::formField(m_seen[1].body, u"grant_type"), u"refresh_token"_s);
        QCOMPARE(http::formField(m_seen[1].body, u"refresh_token"), u"abc/def-r"_s);
        QCOMPARE(m_hops.size(), 2);
        QCOMPARE(m_hops[0].kind, trail::HopKind::Logout);
        for (const auto &hop : m_hops) {
            QVERIFY(!hop.url.contains(u"def-r"_s));
            QVERIFY(!hop.request.target.contains("def-r"));
        }
    }

    void aJwtIsCalledByItsId()
    {
        m_input.session.refreshToken =
            Secret(QByteArray("eyJhbGciOiJub25lIn0.eyJqdGkiOiJhYmMtciJ9.")); // {"jti":"abc-r"}
        QCOMPARE(outcome(), Revoked::Proved);
        QCOMPARE(m_seen[0].target, QByteArray("/oauth/token/revoke/abc-r"));
    }

    void withoutAKeyNobodyTries()
    {
        m_input.key.reset();
        QCOMPARE(outcome(), Revoked::Agreed);
        QCOMPARE(m_seen.size(), size_t(1));
    }

    void aServiceThatAgreesAndTakesItAllTheSameIsSeenThrough()
    {
        m_refreshStatus = 200;
        m_refreshBody = R"({"access_token":"a.b.c","expires_in":100})";
        QCOMPARE(outcome(), Revoked::StillTaken);
    }

    void onlyARefusalOfTheTokenIsAProof_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("outcome");
        const QByteArray token = R"({"error":"invalid_token"})";
        QTest::newRow("the token") << 401 << token << int(Revoked::Proved);
        QTest::newRow("the grant")
            << 400 << QByteArray(R"({"error":"invalid_grant"})") << int(Revoked::Proved);
        QTest::newRow("the client")
            << 401 << QByteArray(R"({"error":"invalid_client"})") << int(Revoked::Agreed);
        QTest::newRow("not there") << 503 << token << int(Revoked::Agreed);
        QTest::newRow("too often") << 429 << token << int(Revoked::Agreed);
        QTest::newRow("a page") << 401 << QByteArray("<html>") << int(Revoked::Agreed);
        QTest::newRow("nothing of use") << 200 << QByteArray("{}") << int(Revoked::Agreed);
    }
    void onlyARefusalOfTheTokenIsAProof()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_refreshStatus = status;
        m_refreshBody = body;
        QTEST(int(outcome()), "outcome");
    }

    void saysWhatTheServiceMadeOfIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("outcome");
        QTest::newRow("no such path") << 404 << int(Revoked::NotOffered);
        QTest::newRow("no such method") << 405 << int(Revoked::NotOffered);
        QTest::newRow("forbidden") << 403 << int(Revoked::Refused);
        QTest::newRow("unauthorized") << 401 << int(Revoked::Refused);
        QTest::newRow("a redirect to a login") << 302 << int(Revoked::Refused);
        QTest::newRow("broken") << 503 << int(Revoked::NotReached);
    }
    void saysWhatTheServiceMadeOfIt()
    {
        QFETCH(int, status);
        m_revokeStatus = status;
        QTEST(int(outcome()), "outcome");
        QCOMPARE(m_seen.size(), size_t(1));
    }

    void nobodyThereIsNoRevocation()
    {
        m_server.reset();
        QCOMPARE(outcome(), Revoked::NotReached);
    }

    void withoutARefreshTokenNothingIsSent()
    {
        m_input.session.refreshToken = {};
        QCOMPARE(outcome(), Revoked::NothingToRevoke);
        QVERIFY(m_seen.empty());
    }

    void anEndedAccessTokenIsReplacedFirst()
    {
        m_input.nowSeconds = 3'000;
        m_refreshStatus = 200;
        m_refreshBody = R"({"access_token":"fresh","refresh_token":"next-r","expires_in":100})";
        QCOMPARE(outcome(), Revoked::StillTaken); // this server takes everything
        QCOMPARE(m_seen.size(), size_t(3));
        QCOMPARE(m_seen[1].target, QByteArray("/oauth/token/revoke/next-r"));
        QCOMPARE(m_seen[1].headers.value("Authorization"), QByteArray("Bearer fresh"));
    }

    void anEndedAccessTokenThatNobodyReplacesIsSaid()
    {
        m_input.nowSeconds = 3'000;
        QCOMPARE(outcome(), Revoked::NoToken); // the refresh token had ended, too
        m_seen.clear();
        m_input.key.reset();
        QCOMPARE(outcome(), Revoked::NoToken);
        QVERIFY(m_seen.empty());
    }

    void aServiceThatIsDownSaysNothingOfTheTokens()
    {
        m_input.nowSeconds = 3'000;
        m_refreshStatus = 503;
        QCOMPARE(outcome(), Revoked::NotReached);
    }

    void everyOutcomeHasANameAndASentence()
    {
        QSet<QString> names;
        QSet<QString> sentences;
        for (int i = 0; i <= int(Revoked::NotReached); ++i) {
            names << nameOf(Revoked(i));
            sentences << sentenceOf(Revoked(i));
        }
        QCOMPARE(names.size(), qsizetype(Revoked::NotReached) + 1);
        QCOMPARE(sentences.size(), names.size());
        QVERIFY(!names.contains(QString()) && !sentences.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestSessionRevocation)
#include "tst_sessionrevocation.moc"
