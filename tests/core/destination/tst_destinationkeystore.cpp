// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/destination/chain.h"
#include "core/destination/keystore.h"
#include "core/http/server.h"
#include "core/sandbox/answers.h"
#include "core/sandbox/boundkey.h"
#include "tests/support/runninglandscape.h"
#include "tests/support/testcertificates.h"

#include <QSignalSpy>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using text::Json;

namespace {

QByteArray pkcs12Of(const test::Certificate &certificate, const char *password)
{
    const auto pem = certificate.pem();
    const auto keyPem = certificate.keyPem();
    auto *certificateIn = BIO_new_mem_buf(pem.constData(), -1);
    auto *keyIn = BIO_new_mem_buf(keyPem.constData(), -1);
    auto *x509 = PEM_read_bio_X509(certificateIn, nullptr, nullptr, nullptr);
    auto *key = PEM_read_bio_PrivateKey(keyIn, nullptr, nullptr, nullptr);
    auto *archive = PKCS12_create(password, "c", key, x509, nullptr, 0, 0, 0, 0, 0);
    unsigned char *bytes = nullptr;
    const auto size = i2d_PKCS12(archive, &bytes);
    const QByteArray result(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    PKCS12_free(archive);
    EVP_PKEY_free(key);
    X509_free(x509);
    BIO_free(keyIn);
    BIO_free(certificateIn);
    return result;
}

Json answerWith(const QString &name,
                const QByteArray &content,
                const QString &password = {},
                const QString &url = u"https://x.example.com"_s)
{
    auto certificates = Json::array();
    certificates.append(Json::object({{u"Name"_s, name},
                                      {u"Content"_s, QString::fromLatin1(content.toBase64())},
                                      {u"Type"_s, u"CERTIFICATE"_s}}));
    return Json::object({{u"owner"_s, Json::object({{u"SubaccountId"_s, u"zone-dev"_s}})},
                         {u"destinationConfiguration"_s,
                          Json::object({{u"Name"_s, u"S4"_s},
                                        {u"Type"_s, u"HTTP"_s},
                                        {u"URL"_s, url},
                                        {u"ProxyType"_s, u"Internet"_s},
                                        {u"Authentication"_s, u"ClientCertificateAuthentication"_s},
                                        {u"KeyStoreLocation"_s, name},
                                        {u"KeyStorePassword"_s, password}})},
                         {u"certificates"_s, certificates}});
}

Result<destination::ClientCertificate> read(const Json &answer)
{
    return destination::clientCertificateOf(destination::destinationFromJson(answer).value());
}

} // namespace

// Client certificates of destinations, from the answer of the service to the TLS connection.
class TestDestinationKeyStore : public QObject
{
    Q_OBJECT

    const test::Certificate m_authority = test::Certificate::authority(u"CA of the key store"_s);
    const test::Certificate m_client = m_authority.issue(u"the client"_s);

private Q_SLOTS:
    void readsPem()
    {
        const auto found = read(answerWith(u"c.pem"_s, m_client.keyPem() + m_client.pem()));
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->chainPem.trimmed(), m_client.pem().trimmed());
        QVERIFY(found->keyPem.reveal().contains("PRIVATE KEY"));
    }

    void readsPkcs12()
    {
        const auto found = read(answerWith(u"c.p12"_s, pkcs12Of(m_client, "pw"), u"pw"_s));
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->chainPem.trimmed(), m_client.pem().trimmed());
    }

    void refuses_data()
    {
        QTest::addColumn<Json>("answer");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("wrong password")
            << answerWith(u"c.p12"_s, pkcs12Of(m_client, "pw"), u"other"_s)
            << u"mac verify failure"_s;
        QTest::newRow("garbage") << answerWith(u"c.p12"_s, "garbage"_ba)
                                 << u"The key store is no PKCS #12 archive."_s;
        QTest::newRow("no key") << answerWith(u"c.pem"_s, m_client.pem())
                                << u"c.pem holds no certificate with its private key."_s;
        auto other = answerWith(u"c.pem"_s, m_client.pem());
        other.find(u"destinationConfiguration")->set(u"KeyStoreLocation"_s, u"nope.p12"_s);
        QTest::newRow("another name")
            << other << u"No certificate with name nope.p12 could be found on the destination!"_s;
        QTest::newRow("Java") << answerWith(u"c.jks"_s, "x"_ba)
                              << u"Java key stores (.jks) are not read here; use .p12 or .pem."_s;
    }

    void refuses()
    {
        QFETCH(Json, answer);
        const auto found = read(answer);
        QVERIFY(!found);
        QTEST(found.error().sentence, "sentence");
    }

    void theTargetSeesTheCertificate()
    {
        const test::RunningLandscape landscape;
        const auto server = m_authority.issue(u"localhost"_s, {u"127.0.0.1"_s});
        QString subject;
        http::Server target(
            [&](const http::Request &, const http::Connection &peer, const auto &respond) {
                subject = peer.clientCertificateTrusted ? peer.clientCertificateSubject : u"?"_s;
                respond(sandbox::answer(200, "application/json", "{}"));
            });
        http::ServerOptions options;
        options.withTls = true;
        options.tls = {server.pem(), Secret(server.keyPem()), m_authority.pem()};
        const auto url = u"https://127.0.0.1:%1"_s.arg(target.listen(options).value());
        const auto answer =
            answerWith(u"c.p12"_s, pkcs12Of(m_client, "pw"), u"pw"_s, url).toCompact();
        QList<QByteArray> asked;
        http::Server service(
            [&](const http::Request &request, const http::Connection &, const auto &respond) {
                asked << request.target;
                respond(sandbox::answer(200, "application/json", answer));
            });
        destination::ChainInput input;
        input.destinationName = u"S4"_s;
        input.destinationKey =
            sandbox::boundKey(xsuaa::ServiceKind::Destination, landscape.destinationCredentials())
                .value();
        input.destinationKey.destinationUri =
            QUrl(u"http://127.0.0.1:%1"_s.arg(service.listen({}).value()));
        input.tls = landscape.tls();
        input.tls.extraCaPem += m_authority.pem();
        http::Client client;
        destination::Chain chain(client, input);
        QSignalSpy finished(&chain, &destination::Chain::finished);
        chain.start();
        QVERIFY(finished.wait(20'000));
        QVERIFY2(!chain.error(), qPrintable(chain.messages().join(u' ')));
        QVERIFY2(subject.contains(u"the client"), qPrintable(subject));
        QCOMPARE(asked.size(), 2); // with $skipTokenRetrieval, then for the certificates
    }
};

QTEST_GUILESS_MAIN(TestDestinationKeyStore)
#include "tst_destinationkeystore.moc"
