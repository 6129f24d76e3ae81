// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

// cap xs-security --merge --as-cds beside what cds-dk 9.9.6 and 10.1.2 did.
class TestCapXsSecurity : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
            ? file.fileName()
            : QString();
    }

    static std::pair<int, QByteArray> merge(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TOKENTRAILCTL),
                      QStringList{u"cap"_s, u"xs-security"_s, u"--json"_s} + arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished())
            return {-1, {}};
        return {process.exitCode(), process.readAllStandardOutput()};
    }

private Q_SLOTS:
    void asCdsAModelThatDoesNotCompileIsNoModel_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::newRow("no CSN at all") << QByteArray("service S { broken {");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an attribute that cds refuses")
            << QByteArray(R"({"definitions":{"S":{"kind":"service",
                "@restrict":[{"to":"a","where":"$user.a.b = 1"}]}}})");
    }

    void asCdsAModelThatDoesNotCompileIsNoModel()
    {
        QFETCH(QByteArray, model);
        const auto csn = write(u"csn.json"_s, model);
        const auto before = write(u"before.json"_s, R"({"xsappname":"a"})");
        const auto [code, out] = merge({u"--csn"_s, csn, u"--merge"_s, before, u"--as-cds"_s});
        QCOMPARE(code, 0);
        QCOMPARE(
            text::parseJson(out).value().toCompact(),
            QByteArray(
                R"({"xsappname":"a","scopes":[],"attributes":[],"role-templates":[],"authorities-inheritance":false})"));
        // Whoever does not ask for cds' way is told.
        QVERIFY(merge({u"--csn"_s, csn, u"--merge"_s, before}).first != 0);
    }

    void asCdsAFileThatIsNotThereIsMade()
    {
        const auto csn =
            write(u"csn.json"_s, R"({"definitions":{"S":{"kind":"service","@requires":"admin"}}})");
        const auto absent = m_folder.filePath(u"absent.json"_s);
        const auto [code, out] = merge({u"--csn"_s, csn, u"--merge"_s, absent, u"--as-cds"_s});
        QCOMPARE(code, 0);
        QCOMPARE(text::parseJson(out).value()[u"scopes"].size(), 1);
        QCOMPARE(merge({u"--csn"_s, csn, u"--merge"_s, absent}).first, 3);
    }
};

QTEST_GUILESS_MAIN(TestCapXsSecurity)
#include "tst_capxssecurity.moc"
