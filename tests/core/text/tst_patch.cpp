// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/patch.h"
#include "core/text/zip.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

const QByteArray diff = "--- a/srv/server.js\n+++ b/srv/server.js\n@@ -4,3 +4,3 @@\n"
                        " cds.on('bootstrap', app => {\n-  app.get('/x', handler)\n"
                        "+  app.get('/x', before, handler)\n })\n";
const QByteArray source = "// first\ncds.on('bootstrap', app => {\n  app.get('/x', handler)\n})\n";

} // namespace

class TestPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyItsLines()
    {
        const auto patches = readPatch(diff);
        QVERIFY(patches.has_value());
        QCOMPARE(patches->size(), 1);
        QCOMPARE(patches->constFirst().file, u"srv/server.js"_s);
        const auto after = applyPatch(patches->constFirst(), source);
        QVERIFY(after.has_value());
        QCOMPARE(*after,
                 QByteArray("// first\ncds.on('bootstrap', app => {\n"
                            "  app.get('/x', before, handler)\n})\n"));
    }

    void keepsReturnsAndAMissingLastLineEnd()
    {
        auto windows = source;
        windows.replace("\n", "\r\n").chop(2);
        const auto after = applyPatch(readPatch(diff)->constFirst(), windows);
        QVERIFY(after.has_value());
        QCOMPARE(after->count("\r\n"), 3);
        QVERIFY(after->contains("before, handler)\r\n"));
        QVERIFY(after->endsWith("})"));
    }

    void refusesWhatIsNotThere()
    {
        const auto after = applyPatch(readPatch(diff)->constFirst(), "something else\n");
        QVERIFY(!after.has_value());
        QVERIFY(after.error().sentence.contains(u"Nothing was changed"_s));
    }

    void refusesWhatIsThereTwice()
    {
        const auto after = applyPatch(readPatch(diff)->constFirst(), source + source);
        QVERIFY(!after.has_value());
        QVERIFY(after.error().sentence.contains(u"more than once"_s));
    }

    void staysInItsFolder_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("up") << QByteArray("b/../../etc/passwd");
        QTest::newRow("root") << QByteArray("/etc/passwd");
        QTest::newRow("none") << QByteArray("b/");
    }

    void staysInItsFolder()
    {
        QFETCH(QByteArray, name);
        QVERIFY(!readPatch("+++ " + name + "\n@@ -1 +1 @@\n-a\n+b\n").has_value());
    }

    void garbageIsNoDiff()
    {
        QVERIFY(!readPatch("hello\nworld").has_value());
        QVERIFY(!readPatch("@@ -1 +1 @@\n-a\n+b\n").has_value());
    }

    void pythonReadsTheArchive()
    {
        const auto python = QStandardPaths::findExecutable(u"python3"_s);
        QVERIFY2(!python.isEmpty(), "python3 is needed to read the archive");
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"x.zip"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(zipOf({{u"a/größe.txt"_s, "hello\n"}, {u"empty"_s, {}}}));
        file.close();
        QProcess process;
        process.start(
            python,
            {u"-c"_s,
             u"import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is "
             u"None\nprint([(n,z.read(n)) for n in z.namelist()]==[('a/gr\\xf6\\xdfe.txt',"
             u"b'hello\\n'),('empty',b'')])"_s,
             file.fileName()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("True"));
    }
};

} // namespace tokentrail::text

QTEST_GUILESS_MAIN(tokentrail::text::TestPatch)
#include "tst_patch.moc"
