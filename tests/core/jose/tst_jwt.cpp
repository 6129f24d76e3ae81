// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/base64url.h"
#include "core/jose/jwt.h"

#include <QTest>

using namespace tokentrail::jose;
using namespace Qt::StringLiterals;

namespace {

QByteArray tokenOf(const QByteArray &header = R"({"alg":"RS256","kid":"k"})",
                   const QByteArray &claims = R"({"user_name":"alice"})",
                   const QByteArray &signature = "signature")
{
    return toBase64Url(header) + '.' + toBase64Url(claims) + '.' + toBase64Url(signature);
}

QString idsOf(const DecodedToken &token)
{
    QStringList ids;
    for (const auto &problem : token.problems)
        ids << problem.id;
    return ids.join(u' ');
}

} // namespace

class TestJwt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // RFC 7519 §6.1
    void theUnsecuredExampleOfTheStandardIsReadAndNotAccepted()
    {
        const auto token = decodeToken("eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MT"
                                       "kzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.");
        QCOMPARE(token.header[u"alg"].toString(), u"none"_s);
        QCOMPARE(token.claims[u"iss"].toString(), u"joe"_s);
        QCOMPARE(token.claims[u"exp"].toInteger(), 1300819380);
        QVERIFY(token.claims[u"http://example.com/is_root"].toBool());
        QVERIFY(!token.signaturePresent);
        QVERIFY2(idsOf(token).contains(u"algorithm-not-accepted"), qPrintable(idsOf(token)));
    }

    void takesWhatPeoplePaste_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        const auto token = tokenOf();
        QTest::newRow("bare") << token;
        QTest::newRow("line break at the end") << QByteArray(token + "\r\n");
        QTest::newRow("scheme") << QByteArray("Bearer " + token);
        QTest::newRow("scheme in lower case") << QByteArray("bearer  " + token);
        QTest::newRow("other scheme") << QByteArray("DPoP " + token);
        QTest::newRow("header") << QByteArray("Authorization: Bearer " + token);
        QTest::newRow("header of a browser") << QByteArray("authorization\n: Bearer " + token);
        QTest::newRow("user token header") << QByteArray("X-user-token: " + token);
        QTest::newRow("quoted") << QByteArray('"' + token + "\",");
        QTest::newRow("backticks") << QByteArray('`' + token + '`');
        QTest::newRow("JSON member") << QByteArray("\"Authorization\": \"Bearer " + token + "\",");
        QTest::newRow("token response")
            << QByteArray("{\"access_token\":\"" + token + "\",\"expires_in\":1}");
        QTest::newRow("curl") << QByteArray("-H 'Authorization: Bearer " + token + '\'');
    }
    void takesWhatPeoplePaste()
    {
        QFETCH(QByteArray, pasted);
        const auto token = decodeToken(pasted);
        QCOMPARE(token.compact, tokenOf());
        QCOMPARE(token.claims[u"user_name"].toString(), u"alice"_s);
        QCOMPARE(token.payload, QByteArray(R"({"user_name":"alice"})"));
        QCOMPARE(token.signature, QByteArray("signature"));
        QVERIFY(token.signaturePresent);
        QVERIFY2(token.problems.empty(), idsOf(token).toUtf8().constData());
    }

    void lineBreaksInsideAreTakenOutAndTold()
    {
        auto wrapped = tokenOf();
        wrapped.insert(20, "\n");
        const auto token = decodeToken("Bearer " + wrapped);
        QCOMPARE(token.compact, tokenOf());
        QCOMPARE(idsOf(token), u"token-malformed"_s);
    }

    void brokenTokensAreReadAsFarAsTheyGo_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<bool>("header");
        QTest::addColumn<bool>("claims");
        QTest::addColumn<bool>("node");
        const auto good = tokenOf();
        const auto parts = good.split('.');
        const auto malformed = u"token-malformed"_s;
        QTest::newRow("empty") << QByteArray() << u"bearer-word-or-token-missing"_s << false
                               << false << true;
        QTest::newRow("scheme alone")
            << QByteArray("Bearer") << u"bearer-word-or-token-missing"_s << false << false << true;
        QTest::newRow("Basic") << QByteArray("Basic YTpi")
                               << u"basic-credentials-to-token-service"_s << false << false << true;
        QTest::newRow("opaque") << QByteArray("0123456789abcdef") << malformed << false << false
                                << false;
        QTest::newRow("header alone") << parts[0] << malformed << true << false << false;
        QTest::newRow("two parts")
            << QByteArray(parts[0] + '.' + parts[1]) << malformed << true << true << true;
        QTest::newRow("four parts") << QByteArray(good + ".x") << malformed << true << true << true;
        QTest::newRow("no signature") << QByteArray(parts[0] + '.' + parts[1] + '.')
                                      << u"signature-invalid"_s << true << true << true;
        QTest::newRow("encrypted")
            << QByteArray(parts[0] + ".a.b.c.d") << malformed << true << false << true;
        QTest::newRow("padded") << QByteArray(parts[0] + "=." + parts[1] + '.' + parts[2])
                                << malformed << true << true << true;
        QTest::newRow("padded too much")
            << QByteArray(parts[0] + "===." + parts[1] + '.' + parts[2]) << malformed << true
            << true << false;
        QTest::newRow("cut off in the claims")
            << QByteArray(parts[0] + '.' + parts[1].chopped(4))
            << QString(malformed + u' ' + malformed) << true << false << true;
        QTest::newRow("header no JSON") << tokenOf("alg") << malformed << false << true << true;
        QTest::newRow("claims no object")
            << tokenOf(R"({"alg":"RS256"})", "[]") << malformed << true << false << true;
        QTest::newRow("member twice") << tokenOf(R"({"alg":"RS256"})", R"({"a":1,"a":2})")
                                      << malformed << true << true << true;
        QTest::newRow("none") << tokenOf(R"({"alg":"none"})") << u"algorithm-not-accepted"_s << true
                              << true << true;
        QTest::newRow("no alg") << tokenOf("{}") << u"algorithm-not-accepted"_s << true << true
                                << true;
        QTest::newRow("foreign character")
            << QByteArray(parts[0] + ".*" + parts[1] + '.' + parts[2]) << malformed << true << true
            << false;
        QTest::newRow("Latin-1") << tokenOf(R"({"alg":"RS256"})", "{\"n\":\"J\xfcrgen\"}")
                                 << malformed << true << true << true;
    }
    void brokenTokensAreReadAsFarAsTheyGo()
    {
        QFETCH(QByteArray, pasted);
        QFETCH(QString, ids);
        QFETCH(bool, header);
        QFETCH(bool, claims);
        QFETCH(bool, node);
        const auto token = decodeToken(pasted);
        QCOMPARE(idsOf(token), ids);
        QCOMPARE(token.header.isObject(), header);
        QCOMPARE(token.isReadable(), claims);
        QCOMPARE(token.readableByNode, node);
    }

    void problemsQuoteNoClaims()
    {
        const auto token = decodeToken(tokenOf("{}", R"({"user_name":"secret-name" oops)"));
        for (const auto &problem : token.problems)
            QVERIFY(!problem.sentence.contains("secret-name"_L1));
        QVERIFY(!token.problems.empty());
    }
};

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
