// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/jws.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'700'000'000;

const jose::Jwk &issuerKey()
{
    static const auto key = [] {
        auto made = jose::Jwk::generate(jose::Algorithm::RS256).value();
        made.setKeyId(u"k1"_s);
        return made;
    }();
    return key;
}

text::Json usualClaims()
{
    return text::Json::object({{u"user_name"_s, u"alice"_s},
                               {u"grant_type"_s, u"password"_s},
                               {u"cid"_s, u"sb-shop!t1"_s},
                               {u"zid"_s, u"z"_s},
                               {u"scope"_s, text::Json::array(QStringList{u"shop!t1.admin"_s})},
                               {u"aud"_s, text::Json::array(QStringList{u"shop!t1"_s})},
                               {u"exp"_s, now + 100}});
}

QByteArray tokenOf(const text::Json &claims)
{
    return jose::signCompact(claims.toCompact(), issuerKey(), jose::Algorithm::RS256).value();
}

} // namespace

// The commands about tokens and keys, seen from outside.
class TestTokenCommands : public QObject
{
    Q_OBJECT

    struct Run
    {
        int code = -1;
        QByteArray out;
        QByteArray err;

        text::Json json() const { return text::parseJson(out).value_or({}); }
    };

    Run run(const QString &line, const QByteArray &input = {})
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(QStringLiteral(TOKENTRAILCTL), line.split(u' '));
        process.write(input);
        process.closeWriteChannel();
        // In the event loop, since a server of this test may have to answer meanwhile.
        if (finished.isEmpty() && !finished.wait(30'000))
            return {};
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QTemporaryDir m_dir;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        const jose::JwkSet keys{{issuerKey()}, false, {}};
        write(u"keys.json"_s, keys.toJson().toCompact());
        write(u"key.json"_s,
              "{\"clientid\":\"sb-shop!t1\",\"clientsecret\":\"hunter2hunter2\","
              "\"url\":\"https://a.example\","
              "\"uaadomain\":\"a.example\",\"xsappname\":\"shop!t1\"}");
        write(u"broken.json"_s, "{\n \"clientid\": x}");
        write(u"good.jwt"_s, tokenOf(usualClaims()) + '\n');
        auto technical = usualClaims();
        technical.remove(u"user_name");
        technical.set(u"grant_type"_s, u"client_credentials"_s);
        write(u"technical.jwt"_s, tokenOf(technical));
    }

    void decodeAnswersWithoutTheSignature()
    {
        const auto token = tokenOf(usualClaims());
        const auto answer = run(u"token decode --json"_s, token);
        QCOMPARE(answer.code, 0);
        const auto json = answer.json();
        QCOMPARE(json[u"claims"], usualClaims());
        QCOMPARE(json[u"header"][u"alg"].toString(), u"RS256"_s);
        QCOMPARE(json[u"kind"].toString(), u"user"_s);
        QCOMPARE(json[u"capUser"].toCompact(),
                 QByteArray(R"({"id":"alice","roles":["admin"],"attr":{},"tenant":"z"})"));
        QCOMPARE(json[u"signature"].toCompact(), QByteArray(R"({"present":true})"));
        QCOMPARE(json[u"problems"].size(), 0);
        const auto signature = token.mid(token.lastIndexOf('.') + 1, 20);
        QVERIFY(!answer.out.contains(signature));
        QVERIFY(!run(u"token decode good.jwt"_s).out.contains(signature));
    }

    void tokensInsideClaimsAreHiddenUnlessRevealed()
    {
        auto claims = usualClaims();
        const auto inner = tokenOf(usualClaims());
        claims.set(u"ext_cxt"_s, text::Json::object({{u"idp"_s, QString::fromLatin1(inner)}}));
        const auto token = tokenOf(claims);
        const auto signature = inner.mid(inner.lastIndexOf('.') + 1, 20);
        QVERIFY(!run(u"token decode --json"_s, token).out.contains(signature));
        QVERIFY(run(u"token decode --json --reveal"_s, token).out.contains(signature));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        const auto good = tokenOf(usualClaims());
        const auto two = good.left(good.lastIndexOf('.'));
        QTest::newRow("broken, but something is told") << u"token decode"_s << two << 0;
        QTest::newRow("nothing is told") << u"token decode"_s << QByteArray("garbage") << 1;
        QTest::newRow("empty") << u"token decode"_s << QByteArray() << 1;
        QTest::newRow("no such file") << u"token decode nowhere.jwt"_s << QByteArray() << 3;
        QTest::newRow("wrong kind") << u"token decode --auth basic"_s << good << 2;
        QTest::newRow("verify without key") << u"token verify"_s << good << 2;
        QTest::newRow("time is no number") << u"token verify --key key.json --at x"_s << good << 2;
        QTest::newRow("key unreadable") << u"token verify --key broken.json"_s << good << 3;
        QTest::newRow("key set unreadable")
            << u"token verify --key key.json --jwks broken.json"_s << good << 3;
        QTest::newRow("nobody there")
            << u"token verify --key key.json --jwks http://127.0.0.1:1/token_keys"_s << good << 4;
        QTest::newRow("diff of one") << u"token diff good.jwt"_s << QByteArray() << 2;
        QTest::newRow("diff with garbage") << u"token diff good.jwt -"_s << QByteArray("x") << 1;
        QTest::newRow("same tokens") << u"token diff good.jwt good.jwt"_s << QByteArray() << 0;
        QTest::newRow("key broken") << u"key show broken.json"_s << QByteArray() << 3;
        QTest::newRow("key of nothing") << u"key show"_s << QByteArray("{}") << 3;
        QTest::newRow("jws good") << u"jws verify --jwk keys.json good.jwt"_s << QByteArray() << 0;
        QTest::newRow("jws malformed") << u"jws verify --jwk keys.json Zm9v"_s << QByteArray() << 1;
        QTest::newRow("jws without key") << u"jws verify good.jwt"_s << QByteArray() << 2;
        QTest::newRow("jws, key unreadable")
            << u"jws verify --jwk broken.json good.jwt"_s << QByteArray() << 3;
        QTest::newRow("jws, key is no key")
            << u"jws verify --jwk key.json good.jwt"_s << QByteArray() << 3;
        QTest::newRow("jws, file is missing")
            << u"jws verify --jwk keys.json gone.jws"_s << QByteArray() << 3;
    }
    void exitCodes()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, input);
        QFETCH(int, code);
        const auto result = run(line, input);
        QVERIFY2(result.code == code, QByteArray(result.out + result.err).constData());
        QVERIFY(code < 2 || result.out.isEmpty());
    }

    void unreadableFilesAreNamedWithTheirPlace()
    {
        for (const auto &line :
             {u"jws verify --jwk broken.json good.jwt"_s, u"key show broken.json"_s})
            QVERIFY(run(line).err.contains("broken.json:2:14"));
    }

    void verifyTellsEveryCheck_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("firstFailure");
        QTest::newRow("valid") << u"--jwks keys.json --at %1"_s.arg(now) << true << QString();
        QTest::newRow("expired") << u"--jwks keys.json --at %1"_s.arg(now + 160) << false
                                 << u"not-expired"_s;
        QTest::newRow("nobody checked the signature")
            << u"--at %1"_s.arg(now) << false << QString();
    }
    void verifyTellsEveryCheck()
    {
        QFETCH(QString, options);
        QFETCH(bool, valid);
        QFETCH(QString, firstFailure);
        const auto answer = run(u"token verify --json --key key.json %1 good.jwt"_s.arg(options));
        QCOMPARE(answer.code, valid ? 0 : 1);
        const auto json = answer.json();
        QCOMPARE(json[u"valid"].toBool(!valid), valid);
        QCOMPARE(json[u"firstFailure"].toString(), firstFailure);
        QCOMPARE(json[u"checks"].size(), 9);
        for (const auto &check : json[u"checks"].elements())
            QVERIFY(QStringList({u"passed"_s, u"failed"_s, u"not-checked"_s})
                        .contains(check[u"outcome"].toString()));
    }

    void keySetIsFetchedFromItsAddress()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QFile file(m_dir.filePath(u"keys.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto body = file.readAll();
        QByteArray asked;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            auto *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&asked, socket, body] {
                asked += socket->readAll();
                if (asked.contains("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
        const auto answer = run(
            u"token verify --json --key key.json --at %1 --jwks http://127.0.0.1:%2/token_keys good.jwt"_s
                .arg(now)
                .arg(server.serverPort()));
        QVERIFY2(answer.json()[u"valid"].toBool(), answer.err.constData());
        QVERIFY(asked.startsWith("GET /token_keys HTTP/1.1"));
    }

    void diffNamesWhatChanged()
    {
        const auto json = run(u"token diff --json good.jwt technical.jwt"_s).json();
        QStringList claims;
        for (const auto &change : json[u"changes"].elements())
            claims << change[u"claim"].toString();
        QCOMPARE(claims, QStringList({u"user_name"_s, u"grant_type"_s}));
        QCOMPARE(json[u"changes"].elements()[0][u"before"].toString(), u"alice"_s);
        QVERIFY(json[u"changes"].elements()[0][u"after"].isNull());
    }

    void keyIsExplainedWithoutItsSecret()
    {
        const auto answer = run(u"key show --json key.json"_s);
        const auto json = answer.json();
        QCOMPARE(json[u"service"].toString(), u"xsuaa"_s);
        QCOMPARE(json[u"credentialType"].toString(), u"instance-secret"_s);
        QCOMPARE(json[u"shape"].toString(), u"service-key"_s);
        QCOMPARE(json[u"problems"].size(), 0);
        QVERIFY(!answer.out.contains("hunter2"));
        QVERIFY(!run(u"key show key.json"_s).out.contains("hunter2"));
    }
};

QTEST_GUILESS_MAIN(TestTokenCommands)
#include "tst_tokencommands.moc"
