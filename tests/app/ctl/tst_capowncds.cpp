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

// cap env --ask-cds with a cds that a script stands in for.
class TestCapOwnCds : public QObject
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
        environment.insert(u"HOME"_s, m_dir->filePath(u"home"_s));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TOKENTRAILCTL),
                      QStringList{u"cap"_s, u"env"_s, m_dir->path()} + words);
        process.closeWriteChannel();
        process.waitForFinished();
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void write(const QString &name, const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_dir->filePath(name)).path()));
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    }

    // Prints this document, whatever it is asked, and writes down that it was.
    void installCds(const QByteArray &document, const QByteArray &then = {})
    {
        write(u"answer.json"_s, document);
        write(u"node_modules/.bin/cds"_s,
              "#!/bin/sh\necho \"$@\" > asked\necho '[cds] - told before'\ncat answer.json\n"
                  + then);
    }

    QByteArray asked() const
    {
        QFile file(m_dir->filePath(u"asked"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        write(u"package.json"_s,
              R"({"cds":{"requires":{"auth":{"kind":"basic","users":{"zoe":"geheim"}}},"x":1}})");
    }

    void runsNothingUnlessToldTo()
    {
        installCds("{}");
        QCOMPARE(run({u"x"_s}).out.trimmed(), QByteArray("1"));
        QCOMPARE(asked(), QByteArray());
    }

    void saysTheSameWhereItIs()
    {
        installCds(run({u"--json"_s, u"--reveal"_s, u"--production"_s}).out);
        const auto done = run({u"--ask-cds"_s, u"--production"_s});
        QVERIFY2(done.code == 0, done.out.constData());
        QCOMPARE(asked(), QByteArray("env --json --production\n"));
    }

    void saysWhereItDiffers()
    {
        auto document = text::parseJson(run({u"--json"_s, u"--reveal"_s}).out).value_or({});
        document.set(u"x"_s, 2);
        document.set(u"plugin"_s, u"of JavaScript"_s);
        document.set(u"_home_cds-dk"_s, u"/somewhere"_s);
        document.set(u"_sources"_s, text::Json::array({u"/somewhere"_s}));
        document.set(u"plugins"_s, text::Json::object());
        document.find(u"requires")
            ->find(u"auth")
            ->set(u"users"_s, text::Json::object({{u"zoe"_s, u"verborgen"_s}}));
        installCds(document.toCompact());
        const auto done = run({u"--ask-cds"_s, u"--json"_s});
        QCOMPARE(done.code, 1);
        const auto answer = text::parseJson(done.out).value_or({});
        QStringList keys;
        for (const auto &row : answer[u"differences"].elements())
            keys << row[u"key"].toString();
        keys.sort();
        QCOMPARE(keys, (QStringList{u"plugin"_s, u"requires.auth.users.zoe"_s, u"x"_s}));
        QVERIFY(!done.out.contains("geheim") && !done.out.contains("verborgen"));
        QVERIFY(done.err.contains("is run, and with it"));
    }

    void comparesTheWholeConfigurationOnly()
    {
        installCds("{}");
        for (const auto &word : {u"x"_s, u"--sources"_s, u"--origins"_s}) {
            const auto done = run({u"--ask-cds"_s, word});
            QCOMPARE(done.code, 2);
            QVERIFY2(done.err.contains("--ask-cds"), done.err.constData());
        }
        QCOMPARE(asked(), QByteArray());
    }

    void tellsWhyCdsFailed()
    {
        installCds("", "echo 'Error: broken' >&2\nexit 1\n");
        const auto done = run({u"--ask-cds"_s});
        QCOMPARE(done.code, 4);
        QVERIFY2(done.err.contains("Error: broken"), done.err.constData());
        installCds("no configuration");
        QCOMPARE(run({u"--ask-cds"_s}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestCapOwnCds)
#include "tst_capowncds.moc"
