// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/redaction.h"

#include <QTest>

using namespace tokentrail;

class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHopKeepsASmallBodyWhole();
    void ofALargeBodyAHopKeepsTheBeginning();
    void noSecretIsCutThrough_data();
    void noSecretIsCutThrough();
};

namespace {

http::Response answerWith(const QByteArray &body)
{
    http::Response response;
    response.status = 200;
    response.headers.add("content-type", "application/json");
    response.body = body;
    return response;
}

} // namespace

void RedactionTest::aHopKeepsASmallBodyWhole()
{
    const auto body = QByteArray(R"({"value":[{"ID":1}]})");
    QCOMPARE(trail::redactedForHop(answerWith(body)).body, body);
}

void RedactionTest::ofALargeBodyAHopKeepsTheBeginning()
{
    QByteArray body = "[";
    while (body.size() < 2 * trail::wholeBodyBytes)
        body += R"({"ID":1,"name":"a row"},)";
    const auto kept = trail::redactedForHop(answerWith(body));
    QCOMPARE(kept.status, 200);
    QVERIFY(kept.body.size() < 80 * 1024);
    QVERIFY(kept.body.startsWith(body.first(1000)));
    const QByteArray told = "(" + QByteArray::number(body.size()) + " bytes)";
    QVERIFY(kept.body.endsWith(told));
}

void RedactionTest::noSecretIsCutThrough_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("member") << QByteArray(R"({"x":1,"client_secret":")") << QByteArray("s3cret-");
    QTest::newRow("token") << QByteArray(R"({"x":1,"note":")") << QByteArray("eyJhbGciOiJSUzI1");
    QTest::newRow("pem") << QByteArray("-----BEGIN RSA PRIVATE KEY-----\n")
                         << QByteArray("MIIEpAIBAAKC\n");
    QTest::newRow("form") << QByteArray("a=b&password=") << QByteArray("geheim");
}

// The secret lies across the place where the body is cut.
void RedactionTest::noSecretIsCutThrough()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, secret);
    constexpr qsizetype cut = 64 * 1024;
    auto body = QByteArray("[\n");
    while (body.size() < cut - 1'000)
        body += "{\"ID\":1},\n";
    body += before;
    while (body.size() < 2 * trail::wholeBodyBytes)
        body += secret;
    const auto kept = trail::redactedForHop(answerWith(body)).body;
    QVERIFY(kept.size() > 1'000);
    QVERIFY2(!kept.contains(secret.trimmed()), kept.right(300).constData());
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
