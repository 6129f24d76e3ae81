// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/jose/jws.h"

#include <QFile>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <map>

using namespace tokentrail;
using namespace tokentrail::jose;
using namespace Qt::StringLiterals;

namespace {

text::Json readData(const QString &name)
{
    QFile file(QStringLiteral(TOKENTRAIL_TEST_DATA "/jose/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return text::parseJson(file.readAll()).value_or({});
}

text::Json rfcExamples()
{
    return readData(u"rfc.json"_s);
}

JwkSet setOf(std::vector<Jwk> keys)
{
    JwkSet set;
    set.keys = std::move(keys);
    return set;
}

JwkSet lone(const Jwk &key)
{
    auto set = setOf({key});
    set.lone = true;
    return set;
}

// Generated once: RSA keys take their time.
const Jwk &keyFor(Algorithm algorithm)
{
    static std::map<Algorithm, Jwk> keys;
    const auto found = keys.find(algorithm);
    if (found != keys.end())
        return found->second;
    return keys.emplace(algorithm, Jwk::generate(algorithm).value()).first->second;
}

// A token with any header text, signed over what stands there.
QByteArray signedWithHeader(const QByteArray &header, const Jwk &key, Algorithm algorithm)
{
    const QByteArray input = toBase64Url(header) + '.' + toBase64Url("{}");
    return input + '.' + toBase64Url(sign(input, key, algorithm).value());
}

QByteArray pssWithShortSalt(QByteArrayView input, const Jwk &key)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *keyContext = nullptr;
    EVP_DigestSignInit(context, &keyContext, EVP_sha256(), nullptr, key.pkey());
    EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING);
    EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, 20);
    QByteArray signature(256, '\0');
    size_t size = 256;
    const auto *data = reinterpret_cast<const unsigned char *>(input.data());
    EVP_DigestSign(context,
                   reinterpret_cast<unsigned char *>(signature.data()),
                   &size,
                   data,
                   size_t(input.size()));
    EVP_MD_CTX_free(context);
    return signature;
}

} // namespace

class TestJws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesOfTheStandardsVerify_data()
    {
        QTest::addColumn<int>("index");
        const auto examples = rfcExamples();
        QVERIFY(examples.size() >= 5);
        for (int i = 0; i < int(examples.size()); ++i)
            QTest::newRow(examples.elements()[size_t(i)][u"name"].toString().toUtf8().constData())
                << i;
    }
    void examplesOfTheStandardsVerify()
    {
        QFETCH(int, index);
        const auto examples = rfcExamples();
        const auto &example = examples.elements()[size_t(index)];
        const auto keys = JwkSet::fromJson(example[u"key"]);
        QVERIFY2(keys, keys ? "" : keys.error().sentence.toUtf8().constData());
        auto compact = example[u"compact"].toString().toUtf8();
        const auto jws = verifyCompact(compact, *keys);
        QVERIFY2(jws, jws ? "" : jws.error().sentence.toUtf8().constData());
        QCOMPARE(QString::fromUtf8(jws->payload), example[u"payload"].toString());

        const auto at = compact.lastIndexOf('.') + 5;
        compact[at] = compact[at] == 'A' ? 'B' : 'A';
        QVERIFY(!verifyCompact(compact, *keys));
    }

    // RFC 7517 Appendix A.1 to A.3: the private halves sign what the public ones verify.
    void keySetsOfTheStandardFitTogether()
    {
        const auto sets = readData(u"rfc7517.json"_s);
        auto publicJson = sets[u"public"];
        auto privateJson = sets[u"private"];
        const auto open = JwkSet::fromJson(publicJson).value();
        const auto own = JwkSet::fromJson(privateJson).value();
        QCOMPARE(open.keys.size(), 2U);
        QCOMPARE(own.keys.size(), 2U);
        for (size_t i = 0; i < 2; ++i) {
            QVERIFY(own.keys[i].isPrivate());
            QVERIFY(!open.keys[i].isPrivate());
            QCOMPARE(own.keys[i].keyId(), open.keys[i].keyId());
            QCOMPARE(own.keys[i].thumbprint(), open.keys[i].thumbprint());
        }
        QVERIFY(!open.keys[0].fits(Algorithm::ES256)); // "use": "enc"
        const QByteArray input("eyJhbGciOiJSUzI1NiJ9.e30");
        const auto signature = sign(input, own.keys[1], Algorithm::RS256).value();
        QVERIFY(verify(input, signature, open.keys[1], Algorithm::RS256));
    }
    void theSymmetricKeyOfTheStandardVerifiesItsExample()
    {
        const auto keys = JwkSet::fromJson(readData(u"rfc7517.json"_s)[u"symmetric"]).value();
        const auto example = rfcExamples().elements()[0]; // RFC 7515 A.1, and RFC 7519 §3.1
        QCOMPARE(keys.keys.back().keyId(), u"HMAC key used in JWS spec Appendix A.1 example"_s);
        const auto jws =
            verifyCompact(example[u"compact"].toString().toUtf8(), lone(keys.keys.back()));
        QVERIFY(jws);
        QVERIFY(jws->payload.contains("http://example.com/is_root"));
    }

    // Signatures of these kinds are the same each time, so the standard's own comes out.
    void deterministicExamplesAreReproduced_data()
    {
        QTest::addColumn<int>("index");
        QTest::newRow("HS256") << 0;
        QTest::newRow("EdDSA") << 4;
    }
    void deterministicExamplesAreReproduced()
    {
        QFETCH(int, index);
        const auto examples = rfcExamples();
        const auto &example = examples.elements()[size_t(index)];
        const auto key = Jwk::fromJson(example[u"key"]).value();
        const auto jws = parseCompact(example[u"compact"].toString().toUtf8()).value();
        const auto algorithm = algorithmFromName(jws.header[u"alg"].toString()).value();
        QCOMPARE(sign(jws.signingInput(), key, algorithm).value(), jws.signature);
    }

    void everyAlgorithmVerifiesItsOwnAndNothingElse_data()
    {
        QTest::addColumn<int>("algorithm");
        for (const auto algorithm : allAlgorithms())
            QTest::newRow(nameOf(algorithm).toUtf8().constData()) << int(algorithm);
    }
    void everyAlgorithmVerifiesItsOwnAndNothingElse()
    {
        QFETCH(int, algorithm);
        const auto own = Algorithm(algorithm);
        const auto &key = keyFor(own);
        const QByteArray payload("\x00\xff any bytes, no JSON", 21);
        const auto compact = signCompact(payload, key, own);
        QVERIFY2(compact, compact ? "" : compact.error().sentence.toUtf8().constData());
        QCOMPARE(verifyCompact(*compact, lone(key))->payload, payload);

        const auto jws = parseCompact(*compact).value();
        for (const auto other : allAlgorithms())
            QCOMPARE(verify(jws.signingInput(), jws.signature, key, other), other == own);
        for (qsizetype at : {qsizetype(0), jws.signature.size() / 2, jws.signature.size() - 1}) {
            auto tampered = jws.signature;
            tampered[at] = char(tampered[at] ^ 1);
            QVERIFY(!verify(jws.signingInput(), tampered, key, own));
        }
        for (const QByteArray &wrong : {QByteArray(),
                                        jws.signature.chopped(1),
                                        QByteArray(jws.signature + '\0'),
                                        QByteArray('\0' + jws.signature)})
            QVERIFY(!verify(jws.signingInput(), wrong, key, own));
    }

    void ed448SignsAndVerifies()
    {
        // RFC 8032 §7.4, "Blank".
        const auto member = [](const char *hex) {
            return QString::fromLatin1(toBase64Url(QByteArray::fromHex(hex)));
        };
        const auto json = text::Json::object(
            {{u"kty"_s, u"OKP"_s},
             {u"crv"_s, u"Ed448"_s},
             {u"d"_s,
              member("6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3"
                     "528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b")},
             {u"x"_s,
              member("5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778"
                     "edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180")}});
        const auto key = Jwk::fromJson(json).value();
        const auto expected = QByteArray::fromHex("533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2"
                                                  "074fd823d41a591f2b233f034f628281f2fd7a22ddd47d78"
                                                  "28c59bd0a21bfd3980ff0d2028d4b18a9df63e006c5d1c2d"
                                                  "345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4"
                                                  "dbb61149f05a7363268c71d95808ff2e652600");
        QCOMPARE(sign("", key, Algorithm::EdDSA).value().toHex(), expected.toHex());
        QVERIFY(verify("", expected, key, Algorithm::EdDSA));
    }

    void pssSaltOfAnotherLengthIsRefused()
    {
        // Signed with a salt of 20 bytes; RFC 7518 §3.5 wants 32.
        const auto &key = keyFor(Algorithm::PS256);
        QVERIFY(verify("x", sign("x", key, Algorithm::PS256).value(), key, Algorithm::PS256));
        QVERIFY(!verify("x", pssWithShortSalt("x", key), key, Algorithm::PS256));
    }

    void malformedCompactsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("compact");
        const auto &key = keyFor(Algorithm::HS256);
        const auto good = signCompact("{}", key, Algorithm::HS256).value();
        const auto parts = good.split('.');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("two parts") << QByteArray(parts[0] + '.' + parts[1]);
        QTest::newRow("four parts") << QByteArray(good + ".AA");
        QTest::newRow("trailing dot") << QByteArray(good + '.');
        QTest::newRow("padding") << QByteArray(good + '=');
        QTest::newRow("line break at the end") << QByteArray(good + '\n');
        QTest::newRow("blank before") << QByteArray(' ' + good);
        QTest::newRow("no signature") << QByteArray(parts[0] + '.' + parts[1] + '.');
        QTest::newRow("no header") << QByteArray('.' + parts[1] + '.' + parts[2]);
        QTest::newRow("stray bits in the signature")
            << QByteArray(good.chopped(1) + (good.endsWith('8') ? '9' : char(good.back() + 1)));
        const auto withHeader = [&key](const QByteArray &header) {
            return signedWithHeader(header, key, Algorithm::HS256);
        };
        QTest::newRow("header is no object") << withHeader("[]");
        QTest::newRow("header is no JSON") << withHeader("{alg:HS256}");
        QTest::newRow("member twice") << withHeader(R"({"alg":"HS256","alg":"HS256"})");
        QTest::newRow("nothing named") << withHeader("{}");
        QTest::newRow("alg is no text") << withHeader(R"({"alg":256})");
        QTest::newRow("alg in lower case") << withHeader(R"({"alg":"hs256"})");
        QTest::newRow("none") << withHeader(R"({"alg":"none"})");
        QTest::newRow("kid is no text") << withHeader(R"({"alg":"HS256","kid":1})");
        QTest::newRow("crit") << withHeader(R"({"alg":"HS256","crit":["exp"],"exp":1})");
        QTest::newRow("crit, empty") << withHeader(R"({"alg":"HS256","crit":[]})");
        QTest::newRow("payload not encoded") << withHeader(R"({"alg":"HS256","b64":false})");
    }
    void malformedCompactsAreRefused()
    {
        QFETCH(QByteArray, compact);
        const auto result = verifyCompact(compact, lone(keyFor(Algorithm::HS256)));
        QVERIFY(!result);
        QVERIFY(result.error().sentence.endsWith(u'.'));
    }

    void publicKeyIsNoSecretForHs256()
    {
        const auto &rsa = keyFor(Algorithm::RS256);
        auto json = text::Json::object({{u"kty"_s, u"oct"_s}});
        json.set(u"k"_s, QString::fromLatin1(toBase64Url(rsa.toPublicPem())));
        const auto confused =
            signCompact("{}", Jwk::fromJson(json).value(), Algorithm::HS256).value();
        QVERIFY(!verifyCompact(confused, lone(rsa)));
    }

    void keysInsideTheTokenAreNeverUsed()
    {
        const auto &trusted = keyFor(Algorithm::ES256);
        const auto attacker = Jwk::generate(Algorithm::ES256).value();
        const auto header = text::Json::object({{u"jwk"_s, attacker.toJson()}});
        const auto compact = signCompact("{}", attacker, Algorithm::ES256, header).value();
        QVERIFY(!verifyCompact(compact, lone(trusted)));
    }

    void setIsSearchedByKeyId()
    {
        auto first = Jwk::generate(Algorithm::ES256).value();
        auto second = Jwk::generate(Algorithm::ES256).value();
        first.setKeyId(u"one"_s);
        second.setKeyId(u"two"_s);
        const auto compact = signCompact("{}", second, Algorithm::ES256).value();
        QVERIFY(verifyCompact(compact, setOf({first, second})));
        QVERIFY(!verifyCompact(compact, setOf({first})));
        first.setKeyId(u"two"_s);
        QVERIFY(!verifyCompact(compact, setOf({first, second}))); // ambiguous
        QVERIFY(verifyCompact(compact, lone(second)));
    }

    void withoutKeyIdEveryFittingKeyIsTried()
    {
        const auto first = Jwk::generate(Algorithm::ES256).value();
        const auto second = Jwk::generate(Algorithm::ES256).value();
        const auto compact = signCompact("{}", second, Algorithm::ES256).value();
        QVERIFY(verifyCompact(compact, setOf({first, keyFor(Algorithm::ES384), second})));
        QVERIFY(!verifyCompact(compact, setOf({first})));
        QVERIFY(!verifyCompact(compact, setOf({})));
    }

    void headerNamesAlgorithmFirstAndKeyId()
    {
        auto key = Jwk::generate(Algorithm::EdDSA).value();
        key.setKeyId(u"k"_s);
        const auto header = text::Json::object({{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"none"_s}});
        const auto jws = parseCompact(signCompact("{}", key, Algorithm::EdDSA, header).value());
        QCOMPARE(jws->header.toCompact(), QByteArray(R"({"alg":"EdDSA","typ":"JWT","kid":"k"})"));
    }

    void publicKeyCannotSign()
    {
        const auto half = Jwk::fromJson(keyFor(Algorithm::ES256).toJson()).value();
        QVERIFY(!sign("x", half, Algorithm::ES256));
    }
};

QTEST_GUILESS_MAIN(TestJws)
#include "tst_jws.moc"
