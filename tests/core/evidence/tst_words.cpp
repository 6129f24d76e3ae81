// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/answertext.h"
#include "core/evidence/batch.h"
#include "core/evidence/words.h"

#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageIsQuotedAsItIsSeen_data();
    void aPageIsQuotedAsItIsSeen();
    void textThatIsNoMarkupStays();
    void aLongBodyIsCut();
    void answersOfABatchAreFound();
};

void TestWords::aPageIsQuotedAsItIsSeen_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("seen");
    QTest::newRow("title and text") << QByteArray(
        "<!DOCTYPE html><html><head><title>SAP Logon</title><style>b{a:c}</style></head>"
        "<body><h1>Anmeldung &amp; mehr</h1><script>var x = '<b>';</script><!-- not this "
        "--></body>") << u"SAP Logon Anmeldung & mehr"_s;
    QTest::newRow("xml") << QByteArray(
        "<?xml version=\"1.0\"?><error><code>005056</code>"
        "<message xml:lang=\"en\">No service found</message></error>")
                         << u"005056 No service found"_s;
    QTest::newRow("cut in a tag") << QByteArray("<html><body><p>Welcome</p><a href=\"/lo")
                                  << u"Welcome"_s;
    QTest::newRow("json") << QByteArray(
        R"({"error":"unauthorized","error_description":"Bad credentials"})")
                          << u"unauthorized · Bad credentials"_s;
    QTest::newRow("plain") << QByteArray("Forbidden\n") << u"Forbidden"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestWords::aPageIsQuotedAsItIsSeen()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, seen);
    http::Response response;
    response.body = body;
    QCOMPARE(evidence::bodyInWords(response), seen);
}

void TestWords::textThatIsNoMarkupStays()
{
    const auto text = u"Send \"Authorization: Bearer <token>\", if a < b and c > d"_s;
    QCOMPARE(evidence::withoutMarkup(text), text);
}

void TestWords::aLongBodyIsCut()
{
    http::Response response;
    response.body = QByteArray(10'000, 'x');
    QVERIFY(evidence::bodyInWords(response).size() < 250);
}

void TestWords::answersOfABatchAreFound()
{
    http::Response response;
    response.body =
        "--r\r\ncontent-type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}\r\n--r\r\n\r\n"
        "HTTP/1.1 403 Forbidden\r\n\r\n{\"error\":{\"message\":\"HTTP/1.1 is quoted\"}}\r\n--r--";
    auto answers = evidence::answersInBatch(response);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[0].status, 200);
    QCOMPARE(answers[1].status, 403);
    response.body =
        R"({"responses":[{"id":"1","status":201,"body":{"ID":1}},{"id":"2","status":401}]})";
    answers = evidence::answersInBatch(response);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[1].status, 401);
    for (const auto *none : {"", "{", "{}", "HTTP/1.1 ", "HTTP/1.1 x"}) {
        response.body = none;
        QVERIFY2(evidence::answersInBatch(response).isEmpty(), none);
    }
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
