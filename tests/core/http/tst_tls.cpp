// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"
#include "core/http/server.h"
#include "tests/support/rawpeer.h"
#include "tests/support/testcertificates.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::http;
using namespace Qt::StringLiterals;
using test::Certificate;

// Client and server of the house against each other, over TLS: who is who, and who is trusted.
class TestTls : public QObject
{
    Q_OBJECT

    const Certificate m_ca = Certificate::authority(u"Test CA"_s);
    const Certificate m_otherCa = Certificate::authority(u"Other CA"_s);
    std::vector<Connection> m_seen;
    std::unique_ptr<Server> m_server;
    Client m_client;
    quint16 m_port = 0;

    ServerOptions options(const Certificate &certificate) const
    {
        ServerOptions options;
        options.withTls = true;
        options.tls = {certificate.pem(), Secret(certificate.keyPem()), m_ca.pem()};
        return options;
    }
    void start(const ServerOptions &options)
    {
        m_server = std::make_unique<Server>(
            [this](const Request &, const Connection &connection, const Responder &respond) {
                m_seen.push_back(connection);
                respond({200, {}, {}, "ok"});
            });
        const auto port = m_server->listen(options);
        QVERIFY2(port, port ? "" : port.error().sentence.toUtf8().constData());
        m_port = *port;
    }
    ClientRequest request(const QString &host = u"127.0.0.1"_s) const
    {
        ClientRequest request;
        request.url = QUrl(u"https://%1:%2/x"_s.arg(host).arg(m_port));
        request.tls.extraCaPem = m_ca.pem();
        return request;
    }
    Exchange send(const ClientRequest &request)
    {
        const std::unique_ptr<ClientJob> job(m_client.send(request, nullptr));
        QSignalSpy finished(job.get(), &ClientJob::finished);
        job->start();
        if (finished.isEmpty() && !finished.wait())
            return {};
        return job->exchange();
    }

private Q_SLOTS:
    void init()
    {
        m_seen.clear();
        start(options(m_ca.issue(u"server"_s, {u"localhost"_s, u"127.0.0.1"_s})));
    }

    void trustsTheExtraCa()
    {
        const auto exchange = send(request());
        QVERIFY2(!exchange.failure, qPrintable(exchange.failure.value_or(Error{}).sentence));
        QCOMPARE(exchange.response.status, 200);
        QCOMPARE(exchange.response.body, QByteArray("ok"));
        QCOMPARE(exchange.scheme, QByteArray("https"));
        QVERIFY(exchange.timing.tls > 0);
        QVERIFY(m_seen.at(0).tls);
        QVERIFY(m_seen.at(0).clientCertificatePem.isEmpty());
        QVERIFY(!m_seen.at(0).clientCertificateTrusted);
    }

    void resolvesNamesBelowLocalhostItself()
    {
        start(options(m_ca.issue(u"server"_s, {u"tenant.localhost"_s})));
        QCOMPARE(send(request(u"tenant.localhost"_s)).response.status, 200);
    }

    void tellsAnUntrustedCertificate_data()
    {
        QTest::addColumn<QByteArray>("ca");
        QTest::newRow("system alone") << QByteArray();
        QTest::newRow("wrong CA") << m_otherCa.pem();
    }
    void tellsAnUntrustedCertificate()
    {
        QFETCH(QByteArray, ca);
        auto asked = request();
        asked.tls.extraCaPem = ca;
        const auto exchange = send(asked);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->code, ErrorCode::Network);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"tls-untrusted"_s);
        QCOMPARE(exchange.response.status, 0);
        QVERIFY(m_seen.empty());
    }

    void tellsAnExpiredCertificate()
    {
        start(options(m_ca.issueExpired(u"server"_s, {u"127.0.0.1"_s})));
        const auto exchange = send(request());
        QCOMPARE(exchange.notes[u"failure"].toString(), u"tls-untrusted"_s);
        QVERIFY2(exchange.failure->sentence.contains(u"expired"_s),
                 qPrintable(exchange.failure->sentence));
    }

    void tellsAForeignHostName()
    {
        start(options(m_ca.issue(u"server"_s, {u"elsewhere.test"_s})));
        const auto exchange = send(request());
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"tls-host-mismatch"_s);
        QVERIFY(m_seen.empty());
    }

    void goesOnUnverifiedOnlyWhenTold()
    {
        auto asked = request();
        asked.tls.extraCaPem.clear();
        asked.tls.verifyPeer = false;
        QCOMPARE(send(asked).response.status, 200);
    }

    void showsTheCertificateOfEachCallAndNoOther()
    {
        const auto alice = m_ca.issue(u"alice"_s);
        const auto bob = m_ca.issue(u"bob"_s);
        const auto with = [this](const Certificate &certificate) {
            auto asked = request();
            asked.tls.clientCertificatePem = certificate.pem();
            asked.tls.clientKeyPem = Secret(certificate.keyPem());
            return asked;
        };
        QCOMPARE(send(request()).response.status, 200);
        QCOMPARE(send(with(alice)).response.status, 200);
        QCOMPARE(send(with(bob)).response.status, 200);
        QCOMPARE(send(request()).response.status, 200);
        QCOMPARE(send(with(alice)).response.status, 200);
        QStringList subjects;
        QSet<quint16> ports;
        for (const auto &connection : m_seen) {
            subjects << connection.clientCertificateSubject;
            ports << connection.peerPort;
        }
        QCOMPARE(subjects,
                 (QStringList{QString(), u"CN=alice"_s, u"CN=bob"_s, QString(), u"CN=alice"_s}));
        QCOMPARE(ports.size(), 5); // a connection each
        QVERIFY(m_seen[1].clientCertificateTrusted);
        QCOMPARE(m_seen[1].clientCertificatePem, alice.pem());
    }

    void doesNotReuseAConnectionForAWrongKey()
    {
        // libcurl compares certificates, not keys, when it looks for a connection to reuse.
        const auto alice = m_ca.issue(u"alice"_s);
        auto asked = request();
        asked.tls.clientCertificatePem = alice.pem();
        asked.tls.clientKeyPem = Secret(alice.keyPem());
        QCOMPARE(send(asked).response.status, 200);
        asked.tls.clientKeyPem = Secret(m_ca.issue(u"mallory"_s).keyPem());
        const auto exchange = send(asked);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"client-certificate-unusable"_s);
        QCOMPARE(m_seen.size(), size_t(1));
    }

    void saysWhetherAClientCertificateIsTrusted()
    {
        const auto stranger = m_otherCa.issue(u"stranger"_s);
        auto asked = request();
        asked.tls.clientCertificatePem = stranger.pem();
        asked.tls.clientKeyPem = Secret(stranger.keyPem());
        QCOMPARE(send(asked).response.status, 200);
        QCOMPARE(m_seen.at(0).clientCertificateSubject, u"CN=stranger"_s);
        QVERIFY(!m_seen.at(0).clientCertificateTrusted);
    }

    void sendsTheChainBehindTheLeaf()
    {
        const auto intermediate = m_ca.issueAuthority(u"Intermediate"_s);
        const auto leaf = intermediate.issue(u"leaf"_s);
        auto asked = request();
        asked.tls.clientCertificatePem = leaf.pem() + intermediate.pem();
        asked.tls.clientKeyPem = Secret(leaf.keyPem());
        QCOMPARE(send(asked).response.status, 200);
        QVERIFY(m_seen.at(0).clientCertificateTrusted);
    }

    void tellsBrokenPem()
    {
        auto asked = request();
        asked.tls.clientCertificatePem = "no certificate";
        asked.tls.clientKeyPem = Secret(QByteArray("hunter2"));
        auto exchange = send(asked);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->code, ErrorCode::Crypto);
        QVERIFY(!exchange.failure->sentence.contains(u"hunter2"_s));
        asked = request();
        asked.tls.extraCaPem = "no certificate";
        exchange = send(asked);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.notes[u"failure"].toString(), u"ca-unusable"_s);
    }

    void refusesToListenWithAKeyThatDoesNotFit()
    {
        const auto a = m_ca.issue(u"a"_s);
        auto broken = options(a);
        broken.tls.keyPem = Secret(m_ca.issue(u"b"_s).keyPem());
        Server server([](const Request &, const Connection &, const Responder &) {});
        QCOMPARE(server.listen(broken).error().code, ErrorCode::Crypto);
        broken = options(a);
        broken.tls.certificateChainPem.clear();
        QCOMPARE(server.listen(broken).error().code, ErrorCode::Crypto);
    }

    void closesOnPlainHttpAndOnSilence()
    {
        auto impatient = options(m_ca.issue(u"server"_s, {u"127.0.0.1"_s}));
        impatient.headTimeoutMs = 100;
        start(impatient);
        test::RawClient plain(m_port);
        plain.say("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        test::RawClient silent(m_port);
        QTRY_VERIFY(plain.closed);
        QTRY_VERIFY(silent.closed);
        QVERIFY(m_seen.empty());
    }

    void carriesLargeAnswers()
    {
        auto served = options(m_ca.issue(u"server"_s, {u"127.0.0.1"_s}));
        Server large([](const Request &, const Connection &, const Responder &respond) {
            respond({200, {}, {}, QByteArray(5'000'000, 'x')});
        });
        const auto port = large.listen(served);
        QVERIFY(port);
        m_port = *port;
        QCOMPARE(send(request()).response.body.size(), 5'000'000);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
