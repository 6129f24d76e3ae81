// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/encoding.h"
#include "core/evidence/kind.h"

#include <QTest>

using namespace tokentrail;
using evidence::Kind;

Q_DECLARE_METATYPE(tokentrail::evidence::Kind)

class TestKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasPastedIsKnown_data();
    void whatWasPastedIsKnown();
    void otherEncodingsAreRead();
};

void TestKind::whatWasPastedIsKnown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const QByteArray &text, Kind kind) {
        QTest::newRow(name) << text << kind;
    };
    row("a recording", R"({"log":{"version":"1.2","entries":[]}})", Kind::Har);
    row("a trail", R"({"hops":[],"findings":[]})", Kind::Trail);
    row("a token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2ln\n", Kind::Token);
    row("a header",
        "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2ln",
        Kind::Token);
    row("a token in a line of a log",
        "got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2ln",
        Kind::Log);
    row("an error of OData", R"({"error":{"message":"Unauthorized","code":"401"}})", Kind::Answer);
    row("curl -i", "HTTP/2 401 \ncontent-length: 0\n\n", Kind::Answer);
    row("curl -v", "* Connected\n> GET / HTTP/1.1\n< HTTP/1.1 403 Forbidden\n<\n", Kind::Answer);
    row("a status alone", "401", Kind::Answer);
    row("a status with its words", "Status: 403 Forbidden\n", Kind::Answer);
    row("a sentence that begins with a number",
        "401 of them came in at once, all from one host",
        Kind::Log);
    row("a page", "<!DOCTYPE html><html></html>", Kind::Answer);
    row("a line of a JSON log", R"({"level":"error","msg":"Token is expired."})", Kind::Log);
    row("several of them", "{\"msg\":\"a\"}\n{\"msg\":\"b\"}\n", Kind::Log);
    row("broken JSON", R"({"error":)", Kind::Log);
    row("a sentence", "Token is expired.", Kind::Log);
    row("nothing", "", Kind::Log);
}

void TestKind::whatWasPastedIsKnown()
{
    QFETCH(QByteArray, text);
    QFETCH(Kind, kind);
    QCOMPARE(evidence::kindOf(text), kind);
}

void TestKind::otherEncodingsAreRead()
{
    QCOMPARE(evidence::inUtf8("abc"), QByteArray("abc"));
    QCOMPARE(evidence::inUtf8("\xEF\xBB\xBF{}"), QByteArray("{}"));
    QCOMPARE(evidence::inUtf8(QByteArray("\xFF\xFE\x34\x00\xE4\x00", 6)), QByteArray("4\xC3\xA4"));
    QCOMPARE(evidence::inUtf8(QByteArray("\xFE\xFF\x00\x34", 4)), QByteArray("4"));
    // cut in the middle of a letter
    QVERIFY(evidence::inUtf8(QByteArray("\xFF\xFE\x34", 3)).size() <= 3);
}

QTEST_GUILESS_MAIN(TestKind)
#include "tst_kind.moc"
