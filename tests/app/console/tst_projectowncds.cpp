// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/trustedfolders.h"
#include "core/cap/env.h"
#include "tests/app/console/projectfixture.h"
#include "ui/project/trustdialog.h"
#include "ui/project/valuespanel.h"
#include "ui/widgets/quiettable.h"

#include <QAbstractItemModel>

using namespace tokentrail;
using namespace Qt::StringLiterals;
using test::OpenProject;

// The project's own cds, asked in the window: a script stands in for it.
class TestProjectOwnCds : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenProject> m_project;

    ui::ValuesPanel *panel() const { return m_project->page->values(); }
    QPushButton *button(const QString &beginning) const
    {
        return OpenProject::button(panel(), beginning);
    }
    ui::TrustDialog *question() const { return m_project->page->findChild<ui::TrustDialog *>(); }
    bool says(const QString &sentence) const
    {
        for (const auto *label : panel()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(sentence))
                return true;
        }
        return false;
    }
    QAbstractItemModel *differences() const
    {
        for (const auto *table : panel()->findChildren<ui::QuietTable *>()) {
            if (table->accessibleName().startsWith("Where the project's own cds"_L1))
                return table->isVisible() ? table->model() : nullptr;
        }
        return nullptr;
    }
    // Notes down that it ran, and with which words; prints the document.
    void installCds(const QByteArray &document, const QByteArray &before = {})
    {
        m_project->write(u"node_modules/answer.json"_s, document);
        m_project->write(u"node_modules/.bin/cds"_s,
                         "#!/bin/sh\necho \"$@\" >> node_modules/asked\n" + before
                             + "cat node_modules/answer.json\n");
        QFile::setPermissions(m_project->path(u"node_modules/.bin/cds"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QByteArray asked() const { return m_project->read(u"node_modules/asked"_s); }
    QByteArray whatWasRead(const QStringList &words = {}) const
    {
        const auto env = cap::effectiveEnv(
            {m_project->folder.path(), QDir::homePath(), cap::Environment::ofProcess(), words, 10});
        return env ? env->value({}).value_or(text::Json()).toCompact() : QByteArray();
    }
    void answerOnce()
    {
        button(u"Ask the project"_s)->click();
        QVERIFY(question());
        OpenProject::button(question(), u"Only once"_s)->click();
    }

private Q_SLOTS:
    void init()
    {
        m_project = std::make_unique<OpenProject>();
        m_project->write(
            u"package.json"_s,
            R"({"cds":{"requires":{"auth":{"kind":"basic","users":{"zoe":"geheim"}}},"x":1}})");
    }

    void openingAFolderRunsNothing()
    {
        installCds("{}");
        QVERIFY(m_project->open());
        Q_EMIT m_project->page->profileChosen(u"hybrid"_s);
        m_project->write(u"package.json"_s, "{}"); // nor does reading it anew
        QVERIFY(m_project->open());
        QCOMPARE(asked(), QByteArray());
    }

    void saysWhatWouldRunAndRunsNothingOnReturn()
    {
        installCds("{}");
        QVERIFY(m_project->open());
        button(u"Ask the project"_s)->click();
        QVERIFY(question());
        QString told;
        for (const auto *label : question()->findChildren<QLabel *>())
            told += label->text() + u'\n';
        QVERIFY2(told.contains(m_project->path(u"node_modules/.bin/cds"_s) + u" env --json"_s),
                 qPrintable(told));
        QVERIFY(told.contains("runs node and the code of "_L1));
        QVERIFY(OpenProject::button(question(), u"Cancel"_s)->isDefault());
        QTest::keyClick(question(), Qt::Key_Return);
        QTRY_VERIFY(!question());
        button(u"Ask the project"_s)->click();
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QCOMPARE(asked(), QByteArray());
        QVERIFY(!console::TrustedFolders(m_project->settings.filePath(u"settings.ini"_s))
                     .contains(m_project->folder.path()));
    }

    void saysThatThereIsNoDifference()
    {
        installCds(whatWasRead({u"--production"_s}));
        QVERIFY(m_project->open());
        Q_EMIT m_project->page->profileChosen(u"production"_s);
        answerOnce();
        QTRY_VERIFY(says(u"No difference"_s));
        QCOMPARE(asked(), QByteArray("env --json --production\n"));
        QVERIFY(!differences());
    }

    void showsDifferencesWithoutSecrets()
    {
        auto document = text::parseJson(whatWasRead()).value_or({});
        document.set(u"x"_s, 2);
        document.find(u"requires")
            ->find(u"auth")
            ->set(u"users"_s, text::Json::object({{u"zoe"_s, u"verborgen"_s}}));
        installCds(document.toCompact());
        QVERIFY(m_project->open());
        answerOnce();
        QTRY_VERIFY(differences());
        QCOMPARE(differences()->rowCount(), 2);
        QString cells;
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 3; ++column)
                cells += differences()->index(row, column).data().toString() + u'|';
        }
        QVERIFY2(cells.contains("x|1|2|"_L1), qPrintable(cells));
        QVERIFY2(cells.contains(u"requires.auth.users.zoe|•••|•••|"_s), qPrintable(cells));
        Q_EMIT m_project->page->profileChosen(u"hybrid"_s); // which was not asked about
        QVERIFY(!differences());
    }

    void asksNothingWhereNothingCanBeRead()
    {
        installCds("{}");
        QVERIFY(m_project->open());
        QVERIFY(button(u"Ask the project"_s));
        m_project->write(u"package.json"_s, "{");
        QVERIFY(m_project->open());
        QVERIFY(!button(u"Ask the project"_s));
    }

    void trustIsKeptAndTakenBack()
    {
        installCds(whatWasRead());
        QVERIFY(m_project->open());
        QVERIFY(!button(u"Trust this folder no more"_s));
        button(u"Ask the project"_s)->click();
        OpenProject::button(question(), u"Trust this folder and ask"_s)->click();
        QTRY_VERIFY(says(u"No difference"_s));
        QTRY_VERIFY(!question());
        QVERIFY(console::TrustedFolders(m_project->settings.filePath(u"settings.ini"_s))
                    .contains(m_project->folder.path()));
        button(u"Ask the project"_s)->click();
        QVERIFY(!question());
        QTRY_COMPARE(asked().count('\n'), 2);
        QTRY_VERIFY(button(u"Trust this folder no more"_s));
        button(u"Trust this folder no more"_s)->click();
        QVERIFY(!button(u"Trust this folder no more"_s));
        button(u"Ask the project"_s)->click();
        QVERIFY(question());
        QCOMPARE(asked().count('\n'), 2);
    }

    void trustIsOfOneFolderAlone()
    {
        QTemporaryDir dir;
        const auto settings = dir.filePath(u"settings.ini"_s);
        QVERIFY(QDir(dir.path()).mkpath(u"a/b"_s));
        console::TrustedFolders(settings).add(dir.filePath(u"a"_s));
        QVERIFY(console::TrustedFolders(settings).contains(dir.filePath(u"a/"_s)));
        QVERIFY(!console::TrustedFolders(settings).contains(dir.filePath(u"a/b"_s)));
        QVERIFY(!console::TrustedFolders(settings).contains(dir.path()));
        QVERIFY(QFile::link(dir.filePath(u"a/b"_s), dir.filePath(u"c"_s)));
        console::TrustedFolders(settings).add(dir.filePath(u"c"_s));
        QVERIFY(console::TrustedFolders(settings).contains(dir.filePath(u"a/b"_s)));
    }

    void whatRunsIsStopped()
    {
        installCds("{}", "exec sleep 300\n");
        QVERIFY(m_project->open());
        answerOnce();
        QTRY_VERIFY(button(u"Stop it"_s));
        QVERIFY(says(u"is running"_s));
        QVERIFY(!button(u"Ask the project"_s));
        QTRY_COMPARE(asked().count('\n'), 1);
        button(u"Stop it"_s)->click();
        QTRY_VERIFY(says(u"was stopped"_s));
        QVERIFY(button(u"Ask the project"_s));
    }

    void whatFailsIsSaid()
    {
        installCds("{}", "echo 'no such plugin' >&2; exit 1\n");
        QVERIFY(m_project->open());
        answerOnce();
        QTRY_VERIFY(says(u"cds env failed: no such plugin"_s));
    }

    void noCdsIsSaid()
    {
        const auto path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        QVERIFY(m_project->open());
        button(u"Ask the project"_s)->click();
        qputenv("PATH", path);
        QVERIFY(!question());
        QVERIFY(says(u"There is no cds"_s));
    }
};

QTEST_MAIN(TestProjectOwnCds)
#include "tst_projectowncds.moc"
