// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jws.h"

#include <QTest>

using namespace tokentrail;
using namespace tokentrail::jose;
using namespace Qt::StringLiterals;

namespace {

Result<Jwk> read(const QByteArray &json)
{
    return Jwk::fromJson(text::parseJson(json).value());
}

} // namespace

class TestJwk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 7638 §3.1, RFC 8037 A.3.
    void thumbprintsOfTheStandards_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("thumbprint");
        QTest::newRow("RSA") << QByteArray(
            R"({"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"})")
                             << u"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"_s;
        QTest::newRow("Ed25519") << QByteArray(
            R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})")
                                 << u"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"_s;
    }
    void thumbprintsOfTheStandards()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, thumbprint);
        const auto key = read(json);
        QVERIFY2(key, key ? "" : key.error().sentence.toUtf8().constData());
        QCOMPARE(key->thumbprint(), thumbprint);
    }

    void publicHalfRoundTrips_data()
    {
        QTest::addColumn<int>("algorithm");
        for (const auto algorithm : {Algorithm::RS256,
                                     Algorithm::ES256,
                                     Algorithm::ES384,
                                     Algorithm::ES512,
                                     Algorithm::EdDSA})
            QTest::newRow(nameOf(algorithm).toUtf8().constData()) << int(algorithm);
    }
    void publicHalfRoundTrips()
    {
        QFETCH(int, algorithm);
        auto key = Jwk::generate(Algorithm(algorithm)).value();
        key.setKeyId(u"key-1"_s);
        const auto json = key.toJson();
        QVERIFY(!json.contains(u"d"));
        const auto half = Jwk::fromJson(json).value();
        QVERIFY(!half.isPrivate());
        QVERIFY(half.toPrivatePem().isEmpty());
        QCOMPARE(half.toJson(), json);
        QCOMPARE(half.thumbprint(), key.thumbprint());

        const auto fromPem = Jwk::fromPem(key.toPublicPem()).value();
        QCOMPARE(fromPem.thumbprint(), key.thumbprint());
        const auto whole = Jwk::fromPem(key.toPrivatePem().reveal()).value();
        QVERIFY(whole.isPrivate());
        QCOMPARE(whole.thumbprint(), key.thumbprint());
        const auto signature = sign("x", whole, Algorithm(algorithm)).value();
        QVERIFY(verify("x", signature, half, Algorithm(algorithm)));
    }

    void octKeysAreNotShown()
    {
        const auto json = Jwk::generate(Algorithm::HS256).value().toJson();
        QCOMPARE(json.toCompact(), QByteArray(R"({"kty":"oct"})"));
    }

    void pemIsReadHoweverItsLinesBroke_data()
    {
        QTest::addColumn<QByteArray>("pem");
        const auto pem = Jwk::generate(Algorithm::ES256).value().toPublicPem();
        const auto with = [&pem](const QByteArray &lineBreak) {
            auto text = pem;
            return text.replace("\n", lineBreak);
        };
        QTest::newRow("as it should be") << pem;
        QTest::newRow("Windows") << with("\r\n");
        QTest::newRow("on one line") << with("");
        QTest::newRow("blanks") << with(" ");
        QTest::newRow("escaped") << with("\\n");
        QTest::newRow("escaped, Windows") << with("\\r\\n");
        QTest::newRow("text around") << QByteArray("key:\n" + pem + "end\n");
    }
    void pemIsReadHoweverItsLinesBroke()
    {
        QFETCH(QByteArray, pem);
        const auto key = Jwk::fromPem(pem);
        QVERIFY2(key, key ? "" : key.error().sentence.toUtf8().constData());
        QCOMPARE(key->curve(), u"P-256"_s);
    }

    void certificateGivesItsKey()
    {
        const auto key =
            Jwk::fromPem("-----BEGIN CERTIFICATE-----\n"
                         "MIIBezCCASGgAwIBAgIUKSBxcaQEWUM/D4uyTZBUIn8fMdEwCgYIKoZIzj0EAwIw\n"
                         "EjEQMA4GA1UEAwwHZXhhbXBsZTAgFw0yNjExMjIwNzI3MzFaGA8yMTI2MTAyOTA3\n"
                         "MjczMVowEjEQMA4GA1UEAwwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
                         "A0IABIZcThJEGJPYNNgqMaJ+nPEhC9op4xaFcZuNWikLs/SNUEG96kucCFsHpD8t\n"
                         "ok5+b/COmZz6THLy2JxXzQelL22jUzBRMB0GA1UdDgQWBBQwM3RI+JDPJKK5prj6\n"
                         "+H2x2BUkBDAfBgNVHSMEGDAWgBQwM3RI+JDPJKK5prj6+H2x2BUkBDAPBgNVHRMB\n"
                         "Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCICAWYFSrtVcdOWFy9S3iQf94UPqH\n"
                         "0nwh+rZMocd92COYAiEA1IjWQtq22XDn4JSYCk2INpX0gsJA5WduDypNSsHN69Y=\n"
                         "-----END CERTIFICATE-----\n");
        QVERIFY2(key, key ? "" : key.error().sentence.toUtf8().constData());
        QCOMPARE(key->type(), Jwk::Type::Ec);
        QVERIFY(!key->isPrivate());
    }

    void brokenPemIsRefused_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no block") << QByteArray("hello");
        QTest::newRow("cut off") << QByteArray("-----BEGIN PUBLIC KEY-----\nMFkw");
        QTest::newRow("end within the beginning")
            << QByteArray("-----BEGIN PUBLIC KEY--------END PUBLIC KEY-----");
        QTest::newRow("no base64")
            << QByteArray("-----BEGIN PUBLIC KEY-----\n%%%%\n-----END PUBLIC KEY-----");
        QTest::newRow("no key") << QByteArray(
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
        QTest::newRow("unknown block")
            << QByteArray("-----BEGIN PIE-----\nAAAA\n-----END PIE-----");
        QTest::newRow("encrypted") << QByteArray(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----");
    }
    void brokenPemIsRefused()
    {
        QFETCH(QByteArray, pem);
        QVERIFY(!Jwk::fromPem(pem));
    }

    void wrongKeysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no kty") << QByteArray("{}");
        QTest::newRow("unknown kty") << QByteArray(R"({"kty":"AKP"})");
        QTest::newRow("no modulus") << QByteArray(R"({"kty":"RSA","e":"AQAB"})");
        QTest::newRow("modulus with padding")
            << QByteArray(R"({"kty":"RSA","n":"AQ==","e":"AQAB"})");
        QTest::newRow("toy modulus") << QByteArray(R"({"kty":"RSA","n":"AQEB","e":"AQAB"})");
        QTest::newRow("unknown curve")
            << QByteArray(R"({"kty":"EC","crv":"secp256k1","x":"AA","y":"AA"})");
        QTest::newRow("point not on the curve") << QByteArray(
            R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a4"})");
        QTest::newRow("short coordinate") << QByteArray(
            R"({"kty":"EC","crv":"P-256","x":"83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})");
        QTest::newRow("halves of two EC keys") << QByteArray(
            R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"})");
        QTest::newRow("halves of two OKP keys") << QByteArray(
            R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})");
        QTest::newRow("OKP for key agreement")
            << QByteArray(R"({"kty":"OKP","crv":"X25519","x":"AAAA"})");
        QTest::newRow("empty oct") << QByteArray(R"({"kty":"oct","k":""})");
        QTest::newRow("alg is no text") << QByteArray(R"({"kty":"oct","k":"AAAA","alg":1})");
        QTest::newRow("key_ops is no array")
            << QByteArray(R"({"kty":"oct","k":"AAAA","key_ops":"sign"})");
    }
    void wrongKeysAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto key = read(json);
        QVERIFY(!key);
        QVERIFY(key.error().sentence.endsWith(u'.'));
    }

    void weakKeysFitNothingAndSayWhy()
    {
        const auto small = Jwk::generate(Algorithm::RS256, 1024).value();
        QVERIFY(small.weakness().contains("1024"_L1));
        QVERIFY(!small.fits(Algorithm::RS256));
        QVERIFY(!sign("x", small, Algorithm::RS256));
        const auto shortOct =
            read(R"({"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg"})");
        QVERIFY(shortOct->misfit(Algorithm::HS256).contains("31 bytes"_L1));
    }

    void keyFitsOnlyWhatItIsMeantFor_data()
    {
        QTest::addColumn<QByteArray>("labels");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing said") << QByteArray("") << true;
        QTest::newRow("alg") << QByteArray(R"(,"alg":"HS256")") << true;
        QTest::newRow("other alg") << QByteArray(R"(,"alg":"HS384")") << false;
        QTest::newRow("alg of encryption") << QByteArray(R"(,"alg":"A256KW")") << false;
        QTest::newRow("use sig") << QByteArray(R"(,"use":"sig")") << true;
        QTest::newRow("use enc") << QByteArray(R"(,"use":"enc")") << false;
        QTest::newRow("key_ops verify") << QByteArray(R"(,"key_ops":["verify"])") << true;
        QTest::newRow("key_ops encrypt") << QByteArray(R"(,"key_ops":["encrypt"])") << false;
        QTest::newRow("key_ops empty") << QByteArray(R"(,"key_ops":[])") << false;
    }
    void keyFitsOnlyWhatItIsMeantFor()
    {
        QFETCH(QByteArray, labels);
        QFETCH(bool, fits);
        const QByteArray json =
            R"({"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")" + labels + '}';
        QCOMPARE(read(json)->fits(Algorithm::HS256), fits);
    }

    void setSkipsKeysOfUnknownKinds()
    {
        const auto set = JwkSet::fromJson(
            text::parseJson(
                R"({"keys":[{"kty":"AKP","kid":"a"},7,{"kty":"oct","k":"AAAA","kid":"b"}]})")
                .value());
        QCOMPARE(set->keys.size(), size_t(1));
        QVERIFY(set->byKeyId(u"b"));
        QVERIFY(!set->byKeyId(u"a"));
        QVERIFY(!JwkSet::fromJson(text::parseJson(R"({"keys":7})").value()));
        QVERIFY(!JwkSet::fromJson(text::parseJson("[]").value()));
    }
};

QTEST_GUILESS_MAIN(TestJwk)
#include "tst_jwk.moc"
