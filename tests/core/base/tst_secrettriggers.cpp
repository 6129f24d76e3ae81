// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/redactor.h"
#include "core/base/secrettriggers.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// The pass that finds which patterns can match leaves none out that would.
class TestSecretTriggers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnEveryFileOfTheTests();
    void agreesOnLinesOfThem();
    void everyNameAloneIsEnough();
    void agreesOnWordsThrownTogether();
    void lettersOfOtherAlphabetsHideNothing();
    void whatIsHarmlessCostsNoPattern();
    void aBodyWithoutSecretsStaysTheSameBytes();
};

namespace {

QList<QByteArray> filesOfTheTests()
{
    QList<QByteArray> all;
    for (QDirIterator it(
             QStringLiteral(TOKENTRAIL_TEST_DATA), QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            all << file.readAll();
    }
    return all;
}

// What the quick way has to agree with: one pattern after the other, none left out.
QString redactedByEveryPass(const QString &text)
{
    return redactor::textBy(redactor::EveryPattern, text);
}

bool agrees(const QString &text)
{
    return redactor::text(text) == redactedByEveryPass(text);
}

} // namespace

void TestSecretTriggers::agreesOnEveryFileOfTheTests()
{
    const auto files = filesOfTheTests();
    QVERIFY(files.size() > 1000);
    for (const auto &bytes : files)
        QVERIFY2(agrees(QString::fromUtf8(bytes)),
                 bytes.first(std::min<qsizetype>(80, bytes.size())).constData());
}

void TestSecretTriggers::agreesOnLinesOfThem()
{
    int redacted = 0;
    const auto files = filesOfTheTests();
    for (const auto &bytes : files) {
        for (const auto &line : bytes.split('\n')) {
            const auto text = QString::fromUtf8(line);
            const auto out = redactor::text(text);
            redacted += out == text ? 0 : 1;
            QVERIFY2(out == redactedByEveryPass(text), line.constData());
            const auto json = redactor::body("application/json", line);
            QVERIFY2(json == out.toUtf8(), line.constData());
        }
    }
    QVERIFY2(redacted > 50, qPrintable(QString::number(redacted)));
}

// Beside no other word that could make the redactor look.
void TestSecretTriggers::everyNameAloneIsEnough()
{
    const QStringList names{u"client_secret"_s,
                            u"clientsecret"_s,
                            u"password"_s,
                            u"passcode"_s,
                            u"assertion"_s,
                            u"code"_s,
                            u"code_verifier"_s,
                            u"refresh_token"_s,
                            u"access_token"_s,
                            u"id_token"_s,
                            u"token"_s,
                            u"private_key"_s,
                            u"privateKey"_s,
                            u"samlResponse"_s,
                            u"x-user-token"_s,
                            u"x-refresh-token"_s,
                            u"x-approuter-authorization"_s,
                            u"authorization"_s,
                            u"proxy-authorization"_s,
                            u"cookie"_s,
                            u"set-cookie"_s,
                            u"sap-connectivity-authentication"_s,
                            u"sap-connectivity-technical-authentication"_s,
                            u"x-csrf-token"_s,
                            u"x-api-key"_s};
    const QStringList shapes{u"\"%1\":\"geheim\""_s,
                             u"%1=geheim"_s,
                             u"%1: geheim"_s,
                             u"{\"name\":\"%1\",\"value\":\"geheim\"}"_s,
                             u"{\"key\":\"%1\",\"value\":\"geheim\"}"_s};
    for (const auto &name : names) {
        bool hidden = false;
        for (const auto &shape : shapes) {
            const auto text = shape.arg(name);
            QVERIFY2(agrees(text), qPrintable(text));
            hidden = hidden || !redactor::text(text).contains("geheim"_L1);
        }
        QVERIFY2(hidden, qPrintable(name));
    }
}

// Pieces of secrets in an order that nobody writes, in any case of letters.
void TestSecretTriggers::agreesOnWordsThrownTogether()
{
    const QStringList pieces{u"eyJhbGciOiJSUzI1NiJ9"_s,
                             u".eyJzdWIiOiJ4In0"_s,
                             u".c2ln"_s,
                             u"/oauth/token/revoke/"_s,
                             u"\""_s,
                             u":"_s,
                             u"="_s,
                             u" "_s,
                             u"\n"_s,
                             u"client_secret"_s,
                             u"Password"_s,
                             u"passcode"_s,
                             u"assertion"_s,
                             u"code"_s,
                             u"code_verifier"_s,
                             u"access_token"_s,
                             u"token"_s,
                             u"private_key"_s,
                             u"samlResponse"_s,
                             u"authorization"_s,
                             u"Proxy-Authorization"_s,
                             u"sap-connectivity-authentication"_s,
                             u"cookie"_s,
                             u"x-csrf-token"_s,
                             u"x-api-key"_s,
                             u"\"type\":\"Bearer\","_s,
                             u"\"value\":\"v\""_s,
                             u"\"Name\":\"c.p12\","_s,
                             u"\"Content\":\"abc\""_s,
                             u"Basic "_s,
                             u"Bearer "_s,
                             u"abcd1234"_s,
                             u"-----BEGIN PRIVATE KEY-----"_s,
                             u"-----END PRIVATE KEY-----"_s,
                             u"https://"_s,
                             u"me:pw@host"_s,
                             u"&"_s,
                             u"{"_s,
                             u"}"_s,
                             u"\"name\":"_s,
                             u"ü"_s,
                             u"ſ"_s,
                             QString(QChar(0x212a))};
    QRandomGenerator random(7);
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        const auto count = random.bounded(1, 12);
        for (int i = 0; i < count; ++i) {
            const auto &piece = pieces[random.bounded(int(pieces.size()))];
            const auto how = random.bounded(6);
            text += how == 0 ? piece.toUpper() : how == 1 ? piece.toLower() : piece;
        }
        QVERIFY2(agrees(text), qPrintable(text));
        QCOMPARE(redactor::patternsFor(QStringView(text)),
                 redactor::patternsFor(QByteArrayView(text.toUtf8())));
    }
}

// Where case does not count, PCRE takes the long s and the Kelvin sign for s and k.
void TestSecretTriggers::lettersOfOtherAlphabetsHideNothing()
{
    for (const auto &text : {u"\"paſſword\":\"geheim\""_s, u"to\u212aen=geheim"_s}) {
        QVERIFY2(agrees(text), qPrintable(text));
        QVERIFY2(!redactor::text(text).contains("geheim"_L1), qPrintable(redactor::text(text)));
    }
}

void TestSecretTriggers::whatIsHarmlessCostsNoPattern()
{
    for (const auto *text : {"",
                             "/authorization/i",
                             "cookie access_token",
                             "{\"ID\":1,\"title\":\"Order of a customer\",\"open\":true}",
                             "wörter"})
        QCOMPARE(redactor::patternsFor(QByteArrayView(text)), 0U);
    QCOMPARE(redactor::patternsFor(QByteArrayView("code=1")), unsigned(redactor::FormField));
    QCOMPARE(redactor::patternsFor(QByteArrayView("https://a@b")), unsigned(redactor::UserInfo));
}

void TestSecretTriggers::aBodyWithoutSecretsStaysTheSameBytes()
{
    const QByteArray body(R"({"value":[{"ID":1}]})");
    const auto out = redactor::body("application/json", body);
    QCOMPARE(out, body);
    QCOMPARE(out.constData(), body.constData());
    // Bytes that are no UTF-8 are replaced, as they are in a body with secrets.
    QCOMPARE(redactor::body("application/json", "\"\xff\""),
             QString::fromUtf8("\"\xff\"").toUtf8());
}

QTEST_GUILESS_MAIN(TestSecretTriggers)
#include "tst_secrettriggers.moc"
