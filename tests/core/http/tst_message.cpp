// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/loopback.h"
#include "core/http/message.h"
#include "core/http/requestrules.h"

#include <QTest>

using namespace tokentrail::http;
using namespace Qt::StringLiterals;

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersCompareWithoutCaseAndKeepRepeats()
    {
        Headers headers{{"Set-Cookie", "a"}, {"X", "1"}, {"set-cookie", "b"}};
        QCOMPARE(headers.values("SET-COOKIE"), (QList<QByteArray>{"a", "b"}));
        QCOMPARE(headers.value("set-COOKIE"), QByteArray("a"));
        headers.set("SET-cookie", "c");
        QCOMPARE(headers.fields(), (QList<Header>{{"SET-cookie", "c"}, {"X", "1"}}));
        headers.set("New", "n");
        QCOMPARE(headers.fields().constLast(), (Header{"New", "n"}));
        headers.remove("x");
        QVERIFY(!headers.contains("X"));
        QCOMPARE(headers.value("X"), QByteArray());
    }

    void takesTargetsApart_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char *target, const char *path, const char *query) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(path) << QByteArray(query);
        };
        row("/", "/", "");
        row("/a/b%2Fc?x=1&y", "/a/b%2Fc", "x=1&y");
        row("/?a?b", "/", "a?b");
        row("http://host:1/p?q", "/p", "q");
        row("http://host", "/", "");
        row("http://host?q", "/", "q");
        row("/redirect?to=http://x/y", "/redirect", "to=http://x/y");
        row("host:443", "", "");
        row("*", "*", "");
    }
    void takesTargetsApart()
    {
        QFETCH(QByteArray, target);
        Request request;
        request.target = target;
        QTEST(request.path(), "path");
        QTEST(request.query(), "query");
    }

    void readsQueryItems()
    {
        Request request;
        request.target = "/p?a=1%262&b=x+y&c&a=2&%C3%A4=%C3%B6";
        QCOMPARE(request.queryItem(u"a"), u"1&2"_s);
        QCOMPARE(request.queryItem(u"b"), u"x y"_s);
        QVERIFY(request.queryItem(u"c").isEmpty() && !request.queryItem(u"c").isNull());
        QCOMPARE(request.queryItem(u"ä"), u"ö"_s);
        QVERIFY(request.queryItem(u"d").isNull());
    }

    void formsSurviveTheRoundTrip()
    {
        const QList<std::pair<QString, QString>> fields{
            {u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s},
            {u"client_id"_s, u"sb-app!t1|x!b2"_s},
            {u"password"_s, u"a&b=c+d %ä\n"_s},
            {u"empty"_s, u""_s}};
        QCOMPARE(fromForm(toForm(fields)), fields);
        QCOMPARE(toForm({{u"a b"_s, u"ü"_s}}), QByteArray("a%20b=%C3%BC"));
        QCOMPARE(formField("a=1&b=2", u"b"), u"2"_s);
        QVERIFY(formField("a=1", u"b").isNull());
        QVERIFY(fromForm("").isEmpty());
        QCOMPARE(fromForm("&&a&").size(), 1);
    }

    void readsCredentials_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("bearer") << QByteArray("Bearer e.y.j") << QByteArray("Bearer")
                                << QByteArray("e.y.j");
        QTest::newRow("two blanks")
            << QByteArray("Basic  Yg==") << QByteArray("Basic") << QByteArray("Yg==");
        QTest::newRow("no word") << QByteArray("Bearer") << QByteArray() << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray();
    }
    void readsCredentials()
    {
        QFETCH(QByteArray, header);
        QTEST(credentialsOf(header).scheme, "scheme");
        QTEST(credentialsOf(header).value, "value");
    }

    void knowsJsonByItsType_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("json");
        QTest::newRow("plain") << QByteArray("application/json") << true;
        QTest::newRow("with charset") << QByteArray("Application/JSON; charset=utf-8") << true;
        QTest::newRow("problem") << QByteArray("application/problem+json") << true;
        QTest::newRow("html") << QByteArray("text/html") << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void knowsJsonByItsType()
    {
        QFETCH(QByteArray, type);
        Response response;
        response.headers.add("content-type", type);
        QTEST(response.isJson(), "json");
    }

    void namesStatus()
    {
        QCOMPARE(reasonPhrase(404), QByteArray("Not Found"));
        QCOMPARE(reasonPhrase(299), QByteArray("Status 299"));
    }

    void judgesHeadsWithoutASocket()
    {
        const auto verdict = judgeRequestHead("GET /a HTTP/1.1\r\nHost: h\r\nX:  v \r\n\r\n");
        QVERIFY(verdict.head);
        QCOMPARE(verdict.head->request.headers.value("x"), QByteArray("v"));
        QVERIFY(verdict.head->keepAlive);
        QVERIFY(!judgeRequestHead("GET /a HTTP/1.1\r\nHost: h\r\n").head);
        QVERIFY(!judgeRequestHead("").head);
        QVERIFY(!judgeRequestHead("\r\n\r\n").head);
        QVERIFY(!judgeRequestHead("GET / HTTP/1.1\r\nHost: h\r\n\r\nmore\r\n\r\n").head);
        QVERIFY(judgeRequestHead("GET / HTTP/1.1\r\nHost: h\r\nConnection: a, Close\r\n\r\n")
                    .head->keepAlive
                == false);
    }

    void knowsEarlyWhatCannotBecomeAHead()
    {
        QVERIFY(canBecomeHead(""));
        QVERIFY(canBecomeHead("GE"));
        QVERIFY(canBecomeHead("GET / HTTP/1.1\r"));
        QVERIFY(!canBecomeHead("GET / HTTP/1.1\n"));
        QVERIFY(!canBecomeHead("\x16\x03"));
    }

    void knowsTheHostsOfThisMachine_data()
    {
        QTest::addColumn<bool>("isThis");
        for (const auto *host : {"localhost", "a.b.localhost", "127.0.0.1", "127.9.8.7", "::1"})
            QTest::newRow(host) << true;
        for (const auto *host : {"",
                                 "notlocalhost",
                                 "localhost.example.com",
                                 "127.example.com",
                                 "127.0.0.1.example.com",
                                 "128.0.0.1",
                                 "0.0.0.0",
                                 "::2"})
            QTest::newRow(host) << false;
    }
    void knowsTheHostsOfThisMachine()
    {
        QTEST(isLoopbackHost(QString::fromLatin1(QTest::currentDataTag())), "isThis");
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
