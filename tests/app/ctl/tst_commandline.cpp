// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTest>

// The frame that all commands share, seen from outside: words, streams and exit codes.
class TestCommandLine : public QObject
{
    Q_OBJECT

    struct Run
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    static Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(QStringLiteral(TOKENTRAILCTL), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished())
            return {};
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("code");
        const auto words = [](const char *line) {
            return QString::fromLatin1(line).split(u' ');
        };
        QTest::newRow("yes") << words("json check -") << QByteArray("{}") << 0;
        QTest::newRow("no file means stdin") << words("json check") << QByteArray("{}") << 0;
        QTest::newRow("does not hold") << words("json check") << QByteArray("{,}") << 1;
        QTest::newRow("option before the command")
            << words("--json json check") << QByteArray("[1,]") << 1;
        QTest::newRow("unknown command") << words("jason check") << QByteArray() << 2;
        QTest::newRow("half a command") << words("json") << QByteArray() << 2;
        QTest::newRow("unknown option") << words("json check --strict") << QByteArray() << 2;
        QTest::newRow("value for a switch") << words("json check --json=1") << QByteArray() << 2;
        QTest::newRow("no such file") << words("json check /nowhere/x.json") << QByteArray() << 3;
        QTest::newRow("a folder") << words("json check /") << QByteArray() << 3;
        QTest::newRow("help") << words("--help") << QByteArray() << 0;
        QTest::newRow("help of a command") << words("json check --help") << QByteArray() << 0;
        QTest::newRow("version") << words("--version") << QByteArray() << 0;
    }

    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(int, code);
        const auto result = run(arguments, input);
        QVERIFY2(result.code == code, QByteArray(result.out + result.err).constData());
        if (code >= 2) {
            QVERIFY2(result.out.isEmpty(), result.out.constData());
            QVERIFY2(result.err.startsWith("tokentrailctl: "), result.err.constData());
        }
    }

    void everyCommandExplainsItself()
    {
        const auto overview = run({QStringLiteral("--help")}).out;
        int commands = 0;
        bool inList = false;
        for (const auto &line : overview.split('\n')) {
            if (line.startsWith("Commands:")) {
                inList = true;
            } else if (inList && line.isEmpty()) {
                break;
            } else if (inList) {
                const auto name =
                    QString::fromUtf8(line).trimmed().split(QStringLiteral("  ")).constFirst();
                const auto help = run(name.split(u' ') << QStringLiteral("--help"));
                const QByteArray usage = "Usage: tokentrailctl " + name.toUtf8();
                QVERIFY2(help.code == 0 && help.out.contains(usage), qPrintable(name));
                ++commands;
            }
        }
        QVERIFY(commands >= 3);
    }

    void completionsAreShell()
    {
        const QByteArray script = run({QStringLiteral("completion"), QStringLiteral("bash")}).out
            + "\nCOMP_WORDS=(tokentrailctl json ''); COMP_CWORD=2; _tokentrailctl; echo "
              "\"${COMPREPLY[@]}\"\n"
              "COMP_WORDS=(tokentrailctl json check --js); COMP_CWORD=3; _tokentrailctl; echo "
              "\"${COMPREPLY[@]}\"\n";
        QProcess bash;
        bash.start(QStringLiteral("bash"),
                   {QStringLiteral("-u"), QStringLiteral("-c"), QString::fromUtf8(script)});
        QVERIFY(bash.waitForFinished());
        QCOMPARE(bash.readAllStandardError(), QByteArray());
        QCOMPARE(bash.readAllStandardOutput(), QByteArray("check\n--json\n"));
        QCOMPARE(run({QStringLiteral("completion"), QStringLiteral("csh")}).code, 2);
    }

    void manualNamesEveryCommand()
    {
        const auto manual = run({QStringLiteral("manual")}).out;
        QVERIFY(manual.startsWith(".TH TOKENTRAILCTL 1"));
        QVERIFY2(manual.contains(".SS \"json check [FILE]\""), manual.constData());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
