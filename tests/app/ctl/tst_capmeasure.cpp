// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/server.h"
#include "core/text/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// cap access --measure, seen from outside, against a server that answers as it is told to.
class TestCapMeasure : public QObject
{
    Q_OBJECT

    struct Run
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    Run run(const QStringList &words)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_dir->path());
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_dir->path());
        bool ended = false;
        connect(&process, &QProcess::finished, this, [&ended] { ended = true; });
        process.start(QStringLiteral(TOKENTRAILCTL),
                      QStringList{u"cap"_s, u"access"_s, m_dir->path()} + words);
        process.closeWriteChannel();
        if (!QTest::qWaitFor([&ended] { return ended; }, 30'000)) // the server lives in this thread
            return {};
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void write(const QString &name, const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_dir->filePath(name)).path()));
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    static QByteArray tokenOf(const QByteArray &user)
    {
        const auto part = [](const QByteArray &json) {
            return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        };
        return part(R"({"alg":"RS256"})") + '.' + part("{\"user_name\":\"" + user + "\"}") + '.'
            + part("none");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<http::Server> m_server;
    QString m_url;
    QStringList m_seen;
    QList<QByteArray> m_authorizations; // of requests for the entity
    int m_answerForBob = 403;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_seen.clear();
        m_authorizations.clear();
        m_answerForBob = 403;
        write(u"package.json"_s,
              R"({"cds":{"requires":{"auth":{"kind":"basic","users":{
                 "alice":{"password":"geheim","roles":["admin"]},"bob":true}}}}})");
        write(u"csn.json"_s,
              R"({"definitions":{"S":{"kind":"service"},"S.E":{"kind":"entity",
                 "@restrict":[{"grant":"READ","to":"admin"}],
                 "elements":{"ID":{"key":true,"type":"cds.Integer"}}}}})");
        m_server = std::make_unique<http::Server>([this](const http::Request &request,
                                                         const http::Connection &,
                                                         const http::Responder &respond) {
            m_seen << QString::fromLatin1(request.method);
            if (!request.target.endsWith('/'))
                m_authorizations << QByteArray(request.headers.value("authorization"));
            const auto who = QByteArray::fromBase64(request.headers.value("authorization").mid(6));
            http::Response response;
            response.status = request.target.endsWith('/')         ? 200
                : request.method == "GET" && who == "alice:geheim" ? 200
                : who.isEmpty()                                    ? 401
                : who == "bob:" && request.method == "GET"         ? m_answerForBob
                                                                   : 403;
            respond(response);
        });
        const auto port = m_server->listen({});
        QVERIFY(port);
        m_url = u"http://127.0.0.1:%1"_s.arg(*port);
    }

    void saysYesWhereAllIsAsPredicted()
    {
        const auto done = run({u"--measure"_s, u"--url"_s, m_url});
        QVERIFY2(done.code == 0, QByteArray(done.err + done.out).constData());
        QVERIFY2(done.out.contains("6 requests sent: 6 as predicted, 0 differ. 9 not sent."),
                 done.out.constData());
        QCOMPARE(m_seen.count("GET"_L1), m_seen.size());
    }

    void findsTheServiceThatCdsWatchRegistered()
    {
        QCOMPARE(run({u"--measure"_s}).code, 3);
        write(u".cds-services.json"_s,
              "{\"cds\":{\"provides\":{},\"servers\":{\"1\":{\"root\":\"file://"
                  + m_dir->path().toUtf8() + "\",\"url\":\"" + m_url.toUtf8() + "\"}}}}");
        QCOMPARE(run({u"--measure"_s}).code, 0);
    }

    void saysNoAndWhereItDiffers()
    {
        m_answerForBob = 200;
        const auto done = run({u"--measure"_s, u"--url"_s, m_url, u"--json"_s});
        QCOMPARE(done.code, 1);
        const auto json = text::parseJson(done.out);
        QVERIFY(json);
        QCOMPARE((*json)[u"differ"].toInteger(), 1);
        QVERIFY(!done.out.contains("geheim"));
        const auto report = run({u"--measure"_s, u"--url"_s, m_url, u"--matrix"_s, u"junit"_s});
        QCOMPARE(report.code, 1);
        QVERIFY(report.out.contains("<failure message=\"S.E READ for bob: predicted forbidden"));
    }

    void writesWhenToldTo()
    {
        const auto done = run({u"--measure"_s, u"--url"_s, m_url, u"--writes"_s});
        QVERIFY2(done.code == 0, QByteArray(done.err + done.out).constData());
        for (const auto &method : {u"POST"_s, u"PATCH"_s, u"DELETE"_s})
            QCOMPARE(m_seen.count(method), 3);
        QVERIFY(done.err.contains("Writing events"));
    }

    void asksWithEveryTokenWhateverItsFileIsCalled()
    {
        write(u"admin/token"_s, tokenOf("root"));
        write(u"viewer/token"_s, tokenOf("guest"));
        write(u"tokens/alice"_s, tokenOf("other alice"));
        const auto done = run({u"--measure"_s,
                               u"--url"_s,
                               m_url,
                               u"--token-file"_s,
                               u"admin/token"_s,
                               u"--token-file"_s,
                               u"viewer/token"_s,
                               u"--token-file"_s,
                               u"tokens/alice"_s,
                               u"--matrix"_s,
                               u"csv"_s});
        for (const auto &user : {"root", "guest", "other alice"})
            QCOMPARE(m_authorizations.count("Bearer " + tokenOf(user)), 1);
        QVERIFY(m_authorizations.contains("Basic " + QByteArray("alice:geheim").toBase64()));
        for (const QByteArray column : {"token", "viewer/token", "alice", "tokens/alice"})
            QVERIFY2(done.out.contains(QByteArray("S.E READ," + column + ',')),
                     done.out.constData());
    }

    void refusesTokensThatItCannotTellApart()
    {
        write(u"alice"_s, tokenOf("alice"));
        write(u"anonymous"_s, tokenOf("alice"));
        for (const auto &name : {u"alice"_s, u"anonymous"_s}) {
            const auto done = run({u"--measure"_s, u"--url"_s, m_url, u"--token-file"_s, name});
            QCOMPARE(done.code, 2);
            QVERIFY2(done.err.contains(name.toUtf8()), done.err.constData());
        }
        QVERIFY(m_seen.isEmpty());
    }

    void aServerThatIsGoneIsNoDifference()
    {
        m_server.reset();
        QCOMPARE(run({u"--measure"_s, u"--url"_s, m_url}).code, 4);
        QCOMPARE(run({u"--measure"_s, u"--url"_s, u"nonsense"_s}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestCapMeasure)
#include "tst_capmeasure.moc"
