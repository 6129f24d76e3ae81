// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// cap users, seen from outside: what it changes in the files of a project, and what it leaves.
class TestCapUsersCommands : public QObject
{
    Q_OBJECT

    struct Run
    {
        int code = -1;
        QByteArray out;
        QByteArray err;

        text::Json json() const { return text::parseJson(out).value_or({}); }
    };

    Run run(const QStringList &words)
    {
        QProcess process;
        process.setWorkingDirectory(m_dir->path());
        process.start(QStringLiteral(TOKENTRAILCTL), QStringList{u"cap"_s, u"users"_s} + words);
        process.closeWriteChannel();
        process.waitForFinished();
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void listsWithSources()
    {
        write(u"package.json"_s,
              "{\"cds\":{\"requires\":{\"auth\":{\"kind\":\"mocked\",\n\"users\":{\"zoe\":"
              "{\"password\":\"a:b\",\"roles\":\"admin\"}}}}}}");
        const auto listed = run({u"."_s, u"list"_s, u"--json"_s});
        QCOMPARE(listed.code, 0);
        const auto rows = listed.json();
        for (const auto &row : rows.elements()) {
            if (row[u"id"].toString() != "zoe"_L1)
                continue;
            QCOMPARE(row[u"source"].toString(), u"package.json"_s);
            QCOMPARE(row[u"line"].toInteger(), 2);
            QCOMPARE(row[u"problems"].size(), 2); // the colon, and roles that stop the server
            QVERIFY(!listed.out.contains("a:b"));
            return;
        }
        QFAIL("zoe is not listed");
    }

    void changesOneLineOfAWindowsFile()
    {
        const QByteArray before =
            "{\r\n\t\"name\" : \"x\",\r\n\t\"v\": 1.50,\r\n\t\"cds\": {\"requires"
            "\": {\"auth\": {\"users\": {\r\n\t\t\"bob\": { \"roles\": [\"a\"] "
            "},\r\n\t\t\"zoe\": {}\r\n\t}}}}\r\n}";
        write(u"package.json"_s, before);
        QFile(m_dir->filePath(u"package.json"_s))
            .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto done = run({u"."_s, u"set"_s, u"bob"_s, u"--role"_s, u"admin"_s, u"--json"_s});
        QCOMPARE(done.code, 0);
        QVERIFY(done.json()[u"written"].toBool());
        auto expected = before;
        QCOMPARE(read(u"package.json"_s), expected.replace("[\"a\"]", "[\"admin\"]"));
        QVERIFY(QFile(m_dir->filePath(u"package.json"_s)).permissions() & QFile::ExeOwner);
    }

    void setsEverything()
    {
        write(u".cdsrc.json"_s,
              R"({"requires": {"auth": {"kind": "mocked", "users": {"zoe": {}}}}})");
        write(u"pw"_s, "secret\n");
        const auto done = run({u"."_s,
                               u"set"_s,
                               u"zoe"_s,
                               u"--password-file"_s,
                               u"pw"_s,
                               u"--role"_s,
                               u"r"_s,
                               u"--attr"_s,
                               u"level=2"_s,
                               u"--tenant"_s,
                               u"t1"_s,
                               u"--id"_s,
                               u"Z"_s,
                               u"--feature"_s,
                               u"f"_s,
                               u"--rename"_s,
                               u"zora"_s});
        QCOMPARE(done.code, 0);
        QVERIFY(!done.out.contains("secret"));
        QCOMPARE(
            read(u".cdsrc.json"_s),
            R"({"requires": {"auth": {"kind": "mocked", "users": {"zora": {"id": "Z", "password": "secret", "roles": ["r"], "attr": {"level": ["2"]}, "tenant": "t1", "features": ["f"]}}}}})"_ba);
    }

    void setsTheRestOfAuthentication()
    {
        write(u".cdsrc.yaml"_s, "requires: # mine\n  auth: mocked # dev\n");
        QCOMPARE(run({u"."_s, u"set"_s, u"*"_s, u"--off"_s}).code, 0);
        QCOMPARE(run({u"."_s, u"tenant"_s, u"t9"_s, u"--feature"_s, u"*"_s}).code, 0);
        QCOMPARE(run({u"."_s, u"kind"_s, u"basic"_s}).code, 0);
        const auto text = read(u".cdsrc.yaml"_s);
        QVERIFY2(text.startsWith("requires: # mine\n"), text.constData());
        const auto rows = run({u"."_s, u"list"_s, u"--json"_s}).json();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.elements().front()[u"id"].toString(), u"*"_s);
        QVERIFY(!rows.elements().front()[u"enabled"].toBool());
    }

    void rehearses()
    {
        write(u".cdsrc.json"_s, "{}");
        const auto done =
            run({u"."_s, u"set"_s, u"zoe"_s, u"--role"_s, u"a"_s, u"--dry-run"_s, u"--json"_s});
        QVERIFY(done.json()[u"diff"].toString().contains("\"zoe\""_L1));
        QVERIFY(!done.json()[u"written"].toBool());
        QVERIFY(!QFile::exists(m_dir->filePath(u"package.json"_s)));
    }

    void tellsWhereAFileIsBroken()
    {
        write(u"package.json"_s, "{\n  \"cds\": {},\n}");
        const auto done = run({u"."_s, u"set"_s, u"zoe"_s, u"--role"_s, u"a"_s});
        QCOMPARE(done.code, 3);
        QVERIFY2(done.err.contains("package.json:2:12"), done.err.constData());
        QCOMPARE(read(u"package.json"_s), "{\n  \"cds\": {},\n}"_ba);
    }
};

QTEST_GUILESS_MAIN(TestCapUsersCommands)
#include "tst_capuserscommands.moc"
