// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// cap approuter: what it makes, that lint has nothing against it, and that it replaces nothing.
class TestCapApprouter : public QObject
{
    Q_OBJECT

    struct Run
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    Run run(const QString &command, const QStringList &words) const
    {
        QProcess process;
        process.start(QStringLiteral(TOKENTRAILCTL),
                      QStringList{u"cap"_s, command, m_dir->path()} + words);
        process.closeWriteChannel();
        process.waitForFinished();
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_dir->filePath(name)).path()));
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        write(u"package.json"_s, "{\"name\":\"shop\"}");
        write(u"gen/csn.json"_s,
              R"({"definitions":{"Shop":{"kind":"service","@path":"/shop"},
                 "Inner":{"kind":"service","@path":"/shop/inner.v1"},
                 "Off":{"kind":"service","@protocol":"none"}}})");
    }

    void showsAndWritesNothing()
    {
        const auto done = run(u"approuter"_s, {u"--json"_s});
        QVERIFY2(done.code == 0, done.err.constData());
        const auto files = text::parseJson(done.out).value_or({});
        const auto &routes = files[u"app/router/xs-app.json"][u"routes"].elements();
        QCOMPARE(routes.size(), size_t(2));
        QCOMPARE(routes[0][u"source"].toString(),
                 u"^/shop/inner\\.v1/(.*)$"_s); // it lies below
        QCOMPARE(routes[0][u"target"].toString(), u"/shop/inner.v1/$1"_s);
        QCOMPARE(routes[1][u"target"].toString(), u"/shop/$1"_s);
        const auto &destination =
            files[u"app/router/default-env.json"][u"destinations"].elements().front();
        QCOMPARE(destination[u"forwardAuthToken"].toBool(), true);
        QCOMPARE(destination[u"url"].toString(), u"http://localhost:4004"_s);
        QVERIFY(!QFile::exists(m_dir->filePath(u"app"_s)));
    }

    void putsLongerPathsFirst()
    {
        write(u"gen/csn.json"_s,
              R"({"definitions":{"Z":{"kind":"service","@path":"/z"},
                 "A":{"kind":"service","@path":"/a"},"X":{"kind":"service","@path":"/x"},
                 "B":{"kind":"service","@path":"/a/b"}}})");
        const auto done = run(u"approuter"_s, {u"--json"_s});
        QVERIFY2(done.code == 0, done.err.constData());
        QStringList targets;
        const auto files = text::parseJson(done.out).value_or({});
        for (const auto &route : files[u"app/router/xs-app.json"][u"routes"].elements())
            targets << route[u"target"].toString();
        QCOMPARE(targets, (QStringList{u"/a/b/$1"_s, u"/z/$1"_s, u"/a/$1"_s, u"/x/$1"_s}));
    }

    void writesWhatLintHasNothingAgainst()
    {
        const auto done =
            run(u"approuter"_s, {u"--write"_s, u"--url"_s, u"http://127.0.0.1:5005"_s});
        QVERIFY2(done.code == 0, done.err.constData());
        QVERIFY(read(u"app/router/default-env.json"_s).contains("http://127.0.0.1:5005"));
        QVERIFY(read(u"app/router/package.json"_s).contains("@sap/approuter"));
        const auto lint = run(u"lint"_s, {});
        QVERIFY2(lint.code == 0 && lint.out.contains("nothing found"), lint.out.constData());
    }

    // Without an instance that gives tokens the approuter ends with "No UAA service found".
    void saysWhatItStillNeeds()
    {
        const auto done = run(u"approuter"_s, {u"--write"_s});
        QVERIFY2(done.err.contains("bound to the project's instance of XSUAA"),
                 done.err.constData());
        QVERIFY(done.err.contains("/app/router --to default-env"));
        write(u"key.json"_s,
              R"({"clientid":"sb-shop!t1","clientsecret":"geheim","url":"http://127.0.0.1:1",)"
              R"("xsappname":"shop!t1"})");
        QProcess bind;
        bind.start(QStringLiteral(TOKENTRAILCTL),
                   {u"cap"_s,
                    u"bind"_s,
                    m_dir->filePath(u"app/router"_s),
                    u"--to"_s,
                    u"default-env"_s,
                    u"--key"_s,
                    m_dir->filePath(u"key.json"_s),
                    u"--write"_s});
        bind.closeWriteChannel();
        QVERIFY(bind.waitForFinished());
        QVERIFY2(bind.exitCode() == 0, bind.readAllStandardError().constData());
        const auto env = text::parseJson(read(u"app/router/default-env.json"_s)).value_or({});
        QCOMPARE(env[u"destinations"].size(), 1);
        QCOMPARE(env[u"VCAP_SERVICES"][u"xsuaa"].size(), 1);
    }

    void replacesNothing()
    {
        write(u"app/router/default-env.json"_s, "{}");
        QCOMPARE(run(u"approuter"_s, {u"--write"_s}).code, 4);
        QCOMPARE(read(u"app/router/default-env.json"_s), QByteArray("{}"));
        QVERIFY(!QFile::exists(m_dir->filePath(u"app/router/xs-app.json"_s)));
        write(u"app/xs-app.json"_s, "{}");
        const auto done = run(u"approuter"_s, {u"--write"_s});
        QCOMPARE(done.code, 4);
        QVERIFY(done.err.contains("app/xs-app.json"));
    }

    void wantsTheModel()
    {
        QVERIFY(QFile::remove(m_dir->filePath(u"gen/csn.json"_s)));
        QCOMPARE(run(u"approuter"_s, {}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestCapApprouter)
#include "tst_capapprouter.moc"
