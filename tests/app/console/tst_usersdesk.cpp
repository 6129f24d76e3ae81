// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/usersdesk.h"
#include "tests/ui/fakeseams.h"
#include "ui/call/callpage.h"
#include "ui/users/authform.h"
#include "ui/users/userform.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/diffdialog.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {

constexpr auto package =
    "{\r\n\t\"name\": \"shop\",\r\n\t\"cds\": { \"requires\": { \"auth\": {\r\n"
    "\t\t\"kind\": \"mocked\",\r\n\t\t\"users\": {\r\n"
    "\t\t\t\"zoe\": { \"password\": \"s3cret\", \"roles\": [\"admin\"], "
    "\"attr\": { \"level\": [\"2\"], \"n\": 1.50 } },\r\n"
    "\t\t\t\"bob\": { \"roles\": [] }\r\n\t\t}\r\n\t} } }\r\n}";

} // namespace

// From the folder to the file and back: what the Users page makes of a project on disk.
class TestUsersDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    ui::FakeSeams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<UsersDesk> m_desk;

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

    ui::UsersPage *page() const { return m_window->findChild<ui::UsersPage *>(); }
    QString told() const { return page()->findChild<ui::Banner *>()->sentence(); }

    ui::MockUserDraft draftOf(const QString &login)
    {
        page()->showUser(login);
        return page()->form()->draft();
    }

    ui::DiffDialog *dialog() const { return page()->findChild<ui::DiffDialog *>(); }

    void accept()
    {
        QPointer<ui::DiffDialog> open = dialog();
        QVERIFY2(open, qPrintable(told()));
        open->accept();
        QTRY_VERIFY(!open);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        m_bench = std::make_unique<Workbench>(*m_window, Clock::system());
        m_desk = std::make_unique<UsersDesk>(*m_bench);
        write(u"package.json"_s, package);
        m_window->showPage(5);
        m_seams.folderToGive = m_dir->path();
        Q_EMIT page()->openRequested();
    }

    void cleanup()
    {
        m_desk.reset();
        m_window.reset();
        m_bench.reset();
    }

    void oneLineChangesAndUndoPutsItBack()
    {
        auto draft = draftOf(u"zoe"_s);
        draft.roles = QStringList{u"viewer"_s};
        Q_EMIT page()->saveRequested(draft);
        QCOMPARE(read(u"package.json"_s), QByteArray(package)); // shown, not made
        accept();
        QByteArray expected(package);
        QCOMPARE(read(u"package.json"_s), expected.replace("[\"admin\"]", "[\"viewer\"]"));
        Q_EMIT page()->undoRequested();
        QCOMPARE(read(u"package.json"_s), QByteArray(package));
    }

    void theDiffHoldsNoPassword()
    {
        auto draft = draftOf(u"zoe"_s);
        draft.password = Secret("0ther"_ba);
        Q_EMIT page()->saveRequested(draft);
        const auto text = dialog()->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(text.contains(u"zoe"));
        QVERIFY(!text.contains(u"s3cret"));
        QVERIFY(!text.contains(u"0ther"));
        dialog()->reject();
    }

    void onlyWhatDiffersIsWritten()
    {
        auto draft = draftOf(u"zoe"_s);
        draft.attributes.replace(u"level = 2"_s, u"country = DE, FR"_s);
        Q_EMIT page()->saveRequested(draft);
        accept();
        const auto text = read(u"package.json"_s);
        QVERIFY2(text.contains("\"n\": 1.50"), text.constData());
        QVERIFY2(text.contains("\"country\": [\"DE\", \"FR\"]"), text.constData());
        QVERIFY(!text.contains("level"));
    }

    void aFileThatChangedMeanwhileIsLeft()
    {
        auto draft = draftOf(u"bob"_s);
        draft.tenant = u"t7"_s;
        Q_EMIT page()->saveRequested(draft);
        write(u"package.json"_s, "{\"cds\": {}}");
        accept();
        QVERIFY(told().contains(u"changed by somebody else"));
        QCOMPARE(read(u"package.json"_s), "{\"cds\": {}}"_ba);
    }

    void whatCannotWorkIsRefused()
    {
        auto draft = draftOf(u"bob"_s);
        draft.anyPassword = false;
        draft.password = Secret("a:b"_ba);
        Q_EMIT page()->saveRequested(draft);
        QVERIFY(!dialog());
        QVERIFY(told().contains(u"colon"));
    }

    void aBrokenFileIsToldWithItsPlace()
    {
        write(u"package.json"_s, "{\n \"cds\": {},\n}");
        m_desk->open(m_dir->path());
        const auto notes = MockProject(m_dir->path()).view().notes;
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes.first().sentence.contains(u"package.json:2:11"),
                 qPrintable(notes.first().sentence));
    }

    void unknownNamesAreRefused()
    {
        Q_EMIT page()->authForm()->anybodyChosen(false);
        accept();
        QVERIFY(read(u"package.json"_s).contains("\"*\": false"));
        QVERIFY(!MockProject(m_dir->path()).view().anybody);
    }

    void roleCollectionsGoBothWays()
    {
        auto &sandbox = m_bench->replaceSandbox();
        QSignalSpy started(&sandbox, &sandbox::Sandbox::started);
        sandbox.start({m_dir->filePath(u"state"_s), 0, 0});
        QVERIFY(started.wait(30'000));
        const auto app = u"tokentrail-sample!t1"_s;
        Q_EMIT page()->importRequested(app);
        accept();
        const auto users = MockProject(m_dir->path()).view().users;
        const auto row = [&users](const QString &login) {
            for (const auto &user : users) {
                if (user.login == login)
                    return user;
            }
            return ui::MockUserRow();
        };
        QVERIFY(row(u"alice"_s).own); // the sandbox's administrator
        QVERIFY(row(u"alice"_s).roles.contains(u"admin"_s));
        QCOMPARE(row(u"zoe"_s).roles, QStringList{u"admin"_s}); // as before

        Q_EMIT page()->exportRequested(app);
        const auto made = sandbox.command(u"user.list"_s, text::Json::object()).value();
        auto found = false;
        for (const auto &user : made.elements()) {
            if (user[u"userName"].toString() == "zoe"_L1)
                found = user[u"roleCollections"].size() == 1;
        }
        QVERIFY2(found, qPrintable(told()));
    }

    void actingAsSendsBasicToTheProject()
    {
        QSignalSpy wanted(m_bench.get(), &Workbench::sessionWanted);
        Q_EMIT page()->actAsRequested(u"zoe"_s);
        QCOMPARE(wanted.size(), 1);
        const auto *entry = m_bench->sessions().find(wanted.first().first().toString());
        QVERIFY(entry);
        QCOMPARE(entry->session.grant, call::Grant::Basic);
        QCOMPARE(entry->session.userName, u"zoe"_s);
        QCOMPARE(entry->session.password.reveal(), "s3cret"_ba);
        QVERIFY(m_window->callPage()->draft().url.startsWith(u"http://localhost:"));
        QCOMPARE(m_window->callPage()->draft().target, QString());
    }
};

QTEST_MAIN(TestUsersDesk)
#include "tst_usersdesk.moc"
