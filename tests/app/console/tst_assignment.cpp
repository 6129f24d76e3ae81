// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "app/console/examples.h"
#include "tests/ui/fakeseams.h"
#include "ui/call/callpage.h"
#include "ui/roles/rolespage.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000; // keys are made on the first start

} // namespace

// From a refusal to the role collection that ends it, through the window with its sandbox.
class TestAssignment : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    ui::FakeSeams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Console> m_console;
    diagnosis::Assignment m_assignment; // that the first refusal led to

    // Orders are written by admins alone, and bob is none.
    const ui::CallOutcome *deleteAsBob()
    {
        auto draft = firstCall();
        draft.session = u"bob"_s;
        draft.method = "DELETE";
        draft.url = u"/odata/v4/customer/Orders(1)"_s;
        QSignalSpy shown(m_console.get(), &Console::outcomeShown);
        m_window->callPage()->setDraft(draft);
        m_window->callPage()->send();
        return QTest::qWaitFor([&] { return shown.size() == 1; }, patienceMs)
            ? &*m_window->callPage()->outcome()
            : nullptr;
    }
    static QPushButton *button(QWidget *within, const QString &text)
    {
        for (auto *one : within->findChildren<QPushButton *>()) {
            if (one->text().remove(u'&') == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    static bool says(QWidget *within, const QString &words)
    {
        for (auto *label : within->findChildren<QLabel *>()) {
            if (label->text().contains(words) && !label->isHidden())
                return true;
        }
        return false;
    }
    static QString firstFinding(const ui::CallOutcome &outcome)
    {
        return outcome.diagnosis.findings.isEmpty() ? QString()
                                                    : outcome.diagnosis.findings.constFirst().id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_window = std::make_unique<ui::MainWindow>(m_seams);
        Options options;
        options.stateDir = m_dir.filePath(u"sandbox"_s);
        options.configDir = m_dir.path();
        m_console = std::make_unique<Console>(*m_window, options);
        QSignalSpy ready(m_console.get(), &Console::ready);
        m_window->show();
        m_console->start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patienceMs);
    }
    void cleanupTestCase()
    {
        m_console.reset();
        m_window.reset();
    }

    void theRefusalNamesTheCollectionThatWouldDo()
    {
        const auto *outcome = deleteAsBob();
        QVERIFY(outcome);
        QCOMPARE(outcome->response.status, 403);
        QCOMPARE(firstFinding(*outcome), u"role-collection-not-assigned"_s);
        const auto assignment = outcome->diagnosis.findings.constFirst().fix.assignment;
        QVERIFY(assignment);
        QCOMPARE(assignment->user, u"bob"_s);
        QVERIFY2(assignment->issuer.endsWith("/oauth/token"_L1), qPrintable(assignment->issuer));
        m_assignment = *assignment;
    }

    void theFindingLeadsToTheChange()
    {
        QPushButton *assign = nullptr;
        QTRY_VERIFY((assign = button(m_window->callPage(), u"Assign it in Roles…"_s)));
        QTest::mouseClick(assign, Qt::LeftButton);
        auto *page = m_window->findChild<ui::RolesPage *>();
        QVERIFY(page && page->isVisible());
        QPushButton *plan = nullptr;
        QTRY_VERIFY((plan = button(page, u"Plan it"_s)));
        QCOMPARE(m_window->focusWidget(), plan);
        QVERIFY(says(page, u"bob would have"_s));
        QTest::keyClick(plan, Qt::Key_Space);
        // No token can be compared with what is merely planned.
        QVERIFY(says(page, u"no token has them yet"_s));
        QVERIFY(!says(page, u"The token of the running session says what this preview says"_s));
        QPushButton *apply = nullptr;
        QTRY_VERIFY((apply = button(page, u"Apply"_s)));
        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button(page, u"Sign in again"_s), patienceMs);
    }

    // bob and the collection are in the sandbox, too.
    void whatIsOfAnotherSubaccountIsNotProposedHere()
    {
        diagnosis::Assignment elsewhere = m_assignment;
        elsewhere.issuer = u"https://dev.authentication.eu10.hana.ondemand.com/oauth/token"_s;
        Q_EMIT m_window->callPage()->assignmentRequested(elsewhere);
        auto *page = m_window->findChild<ui::RolesPage *>();
        QVERIFY(page && page->isVisible());
        QVERIFY2(page->findChild<ui::Banner *>()->sentence().contains("dev.authentication."_L1),
                 qPrintable(page->findChild<ui::Banner *>()->sentence()));
        QVERIFY(!button(page, u"Plan it"_s));
    }

    void theTokenOfBeforeIsTold()
    {
        const auto *outcome = deleteAsBob();
        QVERIFY(outcome);
        QCOMPARE(outcome->response.status, 403);
        QCOMPARE(firstFinding(*outcome), u"assigned-after-login"_s);
    }

    void theNextLoginBringsTheRole()
    {
        m_window->showPage(6);
        auto *page = m_window->findChild<ui::RolesPage *>();
        QPushButton *again = nullptr;
        QTRY_VERIFY((again = button(page, u"Sign in again"_s)));
        QTest::mouseClick(again, Qt::LeftButton);
        QPushButton *send = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((send = button(page, u"Send the call again"_s)), patienceMs);
        QVERIFY(!button(page, u"Sign in again"_s));
        // The call that was refused, whatever stands on the Call page by now.
        auto other = m_window->callPage()->draft();
        other.method = "GET";
        m_window->callPage()->setDraft(other);
        QSignalSpy shown(m_console.get(), &Console::outcomeShown);
        QTest::mouseClick(send, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patienceMs);
        QVERIFY(m_window->callPage()->isVisible());
        const auto outcome = *m_window->callPage()->outcome();
        QCOMPARE(outcome.draft.method, QByteArray("DELETE"));
        QVERIFY2(outcome.response.status < 300, qPrintable(firstFinding(outcome)));
    }
};

QTEST_MAIN(TestAssignment)
#include "tst_assignment.moc"
