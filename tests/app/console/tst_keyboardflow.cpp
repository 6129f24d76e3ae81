// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "core/call/sessionstore.h"
#include "core/vault/filevault.h"
#include "tests/ui/fakeseams.h"
#include "tests/ui/keyboard.h"
#include "ui/call/callpage.h"
#include "ui/widgets/diffdialog.h"

#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000; // keys are made on the first start

constexpr auto package = R"({
  "name": "shop",
  "version": "1.0.0",
	"cds": { "requires": { "auth": {
    "kind": "mocked",
    "users": {
      "alice": { "roles": ["admin"] },
      "bob":   { "roles": ["viewer"], "attr": { "level": [ 1.50 ] } }
    }
  } } }
})";

class WorkingSeams : public ui::FakeSeams
{
public:
    void putSecret(const Secret &secret) override
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(secret.reveal()));
    }
};

} // namespace

// The scene that the whole window is for, through the real program with its sandbox, a vault on
// disk and a repository: nothing but keys is sent to it.
class TestKeyboardFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    WorkingSeams m_seams;
    ui::Keyboard m_keys;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Console> m_console;
    int m_clicks = 0;

    QStringList column(const QString &tableName, int number) const
    {
        QStringList cells;
        for (const auto *view : m_window->findChildren<QTableView *>()) {
            if (view->accessibleName() != tableName)
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row)
                cells << view->model()->index(row, number).data().toString();
        }
        return cells;
    }
    bool shows(const QString &text) const
    {
        for (const auto *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    QByteArray git(const QStringList &words) const
    {
        QProcess process;
        process.setWorkingDirectory(project());
        process.start(u"git"_s, words);
        return process.waitForFinished() && process.exitCode() == 0
            ? process.readAllStandardOutput()
            : QByteArray("git failed: ") + process.readAllStandardError();
    }
    QString project() const { return m_dir.filePath(u"shop"_s); }
    QString vaultKeyFile() const { return m_dir.filePath(u"vault.key"_s); }
    bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    // Orders are written by admins alone.
    int statusOfDelete()
    {
        QSignalSpy shown(m_console.get(), &Console::outcomeShown);
        m_keys.press(Qt::Key_1, Qt::AltModifier);
        m_keys.press(Qt::Key_L, Qt::ControlModifier);
        m_keys.press(Qt::Key_A, Qt::ControlModifier);
        m_keys.type(u"/odata/v4/customer/Orders(1)"_s);
        m_keys.press(Qt::Key_Tab, Qt::ShiftModifier);
        for (int i = 0; i < 5 && m_keys.heard() != u"Method: DELETE"; ++i)
            m_keys.press(Qt::Key_Down);
        m_keys.press(Qt::Key_Return, Qt::ControlModifier);
        if (!QTest::qWaitFor([&] { return shown.size() == 1; }, patienceMs))
            return -1;
        return m_window->callPage()->outcome()->response.status;
    }
    bool signIn(const QString &key, const QString &user)
    {
        m_keys.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        for (int i = 0; i < 8 && !m_keys.heard().contains(key); ++i)
            m_keys.press(Qt::Key_Down); // the focus starts on the list of keys
        if (!m_keys.heard().contains(key))
            return false;
        if (!m_keys.tabTo(u"User"_s))
            return false;
        m_keys.type(user);
        m_keys.press(Qt::Key_Tab);
        m_keys.type(user);
        m_keys.press(Qt::Key_Return);
        return QTest::qWaitFor([&] { return !m_window->signInSheet()->isVisible(); }, 5'000);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonPress)
            ++m_clicks;
        return QObject::eventFilter(watched, event);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qApp->installEventFilter(this);
        QVERIFY(write(vaultKeyFile(), QByteArray(32, 'k')));
        qputenv("TOKENTRAIL_VAULT_KEY_FILE", vaultKeyFile().toUtf8());
        QVERIFY(QDir().mkpath(project()));
        QVERIFY(write(project() + u"/package.json"_s, package));
        for (const auto &words : {u"init -q"_s,
                                  u"add package.json"_s,
                                  u"-c user.name=t -c user.email=t@t commit -q -m one"_s}) {
            const auto said = git(words.split(u' '));
            QVERIFY2(!said.startsWith("git failed"), said.constData());
        }
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        Options options;
        options.stateDir = m_dir.filePath(u"sandbox"_s);
        options.configDir = m_dir.path();
        options.vaultFile = m_dir.filePath(u"vault"_s);
        options.keychain = false;
        m_console = std::make_unique<Console>(*m_window, options);
        QSignalSpy ready(m_console.get(), &Console::ready);
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_console->start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patienceMs);
    }
    void cleanupTestCase()
    {
        m_console.reset();
        m_window.reset();
        QCOMPARE(m_clicks, 0);
    }

    void aKeyIsImported()
    {
        m_keys.press(Qt::Key_0, Qt::AltModifier);
        QVERIFY(m_keys.tabTo(u"Scenario"_s)); // the tabs of the right panel
        m_keys.press(Qt::Key_Right);
        m_keys.press(Qt::Key_Right);
        QCOMPARE(m_keys.heard(), u"Run your application against it"_s);
        QVERIFY(m_keys.tabTo(u"Copy the service key"_s));
        m_keys.press(Qt::Key_Space);
        m_keys.press(Qt::Key_7, Qt::AltModifier);
        QVERIFY(m_keys.tabTo(u"Paste a service key"_s));
        m_keys.press(Qt::Key_V, Qt::ControlModifier);
        m_keys.press(Qt::Key_Tab);
        QCOMPARE(m_keys.heard(), u"Keep the key"_s);
        m_keys.press(Qt::Key_Space);
        QCOMPARE(column(u"Keys"_s, 0).size(), 1);
        QVERIFY(column(u"Keys"_s, 0).constFirst().contains(u"tokentrail-sample"_s));
    }

    void beforehandBobMayNot()
    {
        QVERIFY(signIn(u"tokentrail-sample"_s, u"bob"_s));
        QCOMPARE(statusOfDelete(), 403);
    }

    void aRoleFromATemplateGoesIntoACollectionAndToBob()
    {
        m_keys.press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!column(u"Role collections"_s, 0).isEmpty(), patienceMs);
        QVERIFY(m_keys.tabTo(u"Name of a new role collection"_s));
        m_keys.type(u"Nordic"_s);
        m_keys.press(Qt::Key_Return);
        m_keys.press(Qt::Key_N, Qt::ControlModifier); // a new role, its template first: admin
        QVERIFY(m_keys.heard().contains(u"Role template"_s));
        QVERIFY(m_keys.tabTo(u"Role name"_s));
        m_keys.type(u"Nordic approver"_s);
        QVERIFY(m_keys.tabTo(u"Values of country"_s));
        m_keys.type(u"SE, NO"_s);
        QVERIFY(m_keys.tabTo(u"Values of level"_s));
        m_keys.type(u"1"_s);
        m_keys.press(Qt::Key_Return);
        QVERIFY(m_keys.tabTo(u"Roles of the collection"_s));
        m_keys.press(Qt::Key_Tab, Qt::ShiftModifier); // to the tabs above
        m_keys.press(Qt::Key_Right);
        QVERIFY(m_keys.tabTo(u"User or group to assign the collection to"_s));
        m_keys.type(u"bob"_s);
        m_keys.press(Qt::Key_Return);

        const auto planned = column(u"Planned changes"_s, 1);
        QCOMPARE(planned.size(), 4);
        QVERIFY2(planned.at(1).contains(u"country = SE, NO"_s), qPrintable(planned.at(1)));
        QVERIFY2(planned.at(3).contains(u"bob"_s), qPrintable(planned.at(3)));
    }

    void whatItMeansForBobIsSeenBeforeAnythingIsSent()
    {
        QVERIFY(m_keys.tabTo(u"Role collections"_s));
        m_keys.press(Qt::Key_Right);
        QCOMPARE(m_keys.heard(), u"Users"_s);
        m_keys.press(Qt::Key_Tab);
        for (int i = 0; i < 6 && !shows(u"bob would have "_s); ++i)
            m_keys.press(Qt::Key_Down);
        QVERIFY2(column(u"Why the person may do what"_s, 1).contains(u"Nordic approver"_s),
                 qPrintable(m_keys.heard()));
        QTRY_VERIFY(shows(u"no token has them yet"_s));
        QCOMPARE(statusOfDelete(), 403); // nothing was sent yet

        m_keys.press(Qt::Key_6, Qt::AltModifier);
        m_keys.press(Qt::Key_A, Qt::AltModifier); // Apply
        QTRY_COMPARE_WITH_TIMEOUT(column(u"Change log"_s, 1).size(), 4, patienceMs);
    }

    void bobSignsInAndCallsWithSuccess()
    {
        QVERIFY(signIn(u"tokentrail-sample"_s, u"bob"_s));
        QCOMPARE(statusOfDelete(), 204);
        QVERIFY(m_window->callPage()->outcome()->diagnosis.findings.isEmpty());
        // The book of sessions is the command line's, too; the token of before is kept.
        const vault::FileVault vault(m_dir.filePath(u"vault"_s),
                                     {vault::VaultKey::Kind::KeyFile, Secret(QByteArray(32, 'k'))});
        const auto sessions = call::loadSessions(vault);
        QVERIFY(sessions);
        QCOMPARE(sessions->keys(), QStringList{u"bob"_s});
        QCOMPARE(sessions->value(u"bob"_s).past.size(), 1);
    }

    void bobTheMockUserChangesInOneLine()
    {
        m_seams.folderToGive = project();
        m_keys.press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(m_keys.tabTo(u"Open a project…"_s));
        m_keys.press(Qt::Key_Space);
        QVERIFY(m_keys.tabTo(u"Mock users"_s));
        for (int i = 0; i < 10 && !shows(u"bob, in"_s); ++i)
            m_keys.press(Qt::Key_Down);
        QVERIFY(shows(u"bob, in"_s));
        QVERIFY(m_keys.tabTo(u"Roles"_s));
        m_keys.press(Qt::Key_End);
        m_keys.type(u", editor"_s);
        m_keys.press(Qt::Key_S, Qt::AltModifier); // Show the change
        QTRY_VERIFY(qobject_cast<ui::DiffDialog *>(QApplication::activeWindow()));
        m_keys.press(Qt::Key_Return); // Write it
        QTRY_VERIFY(git({u"diff"_s, u"--stat"_s}).contains("1 insertion(+), 1 deletion(-)"));
        const auto diff = git({u"diff"_s, u"-U0"_s});
        QVERIFY2(diff.contains("\n+      \"bob\":   { \"roles\": [\"viewer\", \"editor\"], "
                               "\"attr\": { \"level\": [ 1.50 ] } }\n"),
                 diff.constData());
    }
};

QTEST_MAIN(TestKeyboardFlow)
#include "tst_keyboardflow.moc"
