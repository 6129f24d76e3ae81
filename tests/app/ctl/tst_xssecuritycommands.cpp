// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/json.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

class TestXsSecurityCommands : public QObject
{
    Q_OBJECT

    struct Run
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray error;
    };

    Run check(const QByteArray &descriptor, const QStringList &options)
    {
        QFile file(m_folder.filePath(u"xs-security.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(descriptor) < 0)
            return {};
        file.close();
        QProcess process;
        process.start(QStringLiteral(TOKENTRAILCTL),
                      QStringList{u"xs-security"_s, u"check"_s, file.fileName()} + options);
        process.waitForFinished();
        return {
            process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static QByteArray quoted(QByteArray text) { return text.replace('\'', '"'); }

private Q_SLOTS:
    void tellsWhatXsuaaMakesOfIt()
    {
        const auto descriptor =
            quoted("{'xsappname': 'shop', 'scopes': [{'name': '$XSAPPNAME.View'}],"
                   "'attributes': [{'name': 'level'}],"
                   "'role-templates': [{'name': 'Viewer', 'default-role-name': 'Reads all',"
                   "'scope-references': ['$XSAPPNAME.View']},"
                   "{'name': 'Boss', 'attribute-references': ['level']}],"
                   "'role-collections': [{'name': 'All', 'role-template-references':"
                   "['$XSAPPNAME.Viewer']}]}");
        QCOMPARE(check(descriptor, {}).out.contains("roles:"), false);
        const auto told = check(descriptor, {u"--roles"_s});
        QCOMPARE(told.exitCode, 0);
        QVERIFY2(told.out.endsWith(
                     "roles:\n"
                     "  Reads all (of Viewer): $XSAPPNAME.View\n"
                     "  none of Boss: attribute level is required and has no default-values\n"
                     "role collections:\n"
                     "  All: Reads all\n"),
                 told.out.constData());
        const auto json = text::parseJson(check(descriptor, {u"--roles"_s, u"--json"_s}).out);
        QVERIFY(json);
        QCOMPARE((*json)[u"roles"].elements()[0][u"name"].toString(), u"Reads all"_s);
        QCOMPARE((*json)[u"roles"].elements()[1][u"missingAttribute"].toString(), u"level"_s);
        QCOMPARE((*json)[u"roleCollections"].elements()[0][u"roles"].toStringList(),
                 QStringList{u"Reads all"_s});
        QVERIFY((*json)[u"problems"].isArray());
    }

    void whatCannotBeReadMakesNothing()
    {
        const auto told = check(quoted("{'scopes': 7}"), {u"--roles"_s});
        QCOMPARE(told.exitCode, 1);
        QVERIFY(!told.out.contains("roles:"));
        QVERIFY2(told.error.contains("scopes"), told.error.constData());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestXsSecurityCommands)
#include "tst_xssecuritycommands.moc"
