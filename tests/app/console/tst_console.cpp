// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "app/console/examples.h"
#include "ui/call/callpage.h"
#include "ui/shell/signinsheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/seams.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000; // keys are made on the first start

} // namespace

// The window with the real sandbox behind it.
class ConsoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstCallIsReadyToSend();
    void theThreadsCaseNamesThePlace();
    void theHealthyCallArrivesAsAlice();
    void theSessionIsKeptBetweenCalls();
    void nobodyIsRefused();
    void everyExampleDoesWhatItSays_data();
    void everyExampleDoesWhatItSays();
    void aUrlThatIsNoneIsSaid();
    void anOwnedStateIsSaidAndAFreshOneOffered();
    void cleanupTestCase();

private:
    const ui::CallOutcome *outcomeOf(const ui::CallDraft &draft);

    QTemporaryDir m_state;
    ui::Seams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Console> m_console;
};

void ConsoleTest::initTestCase()
{
    m_window = std::make_unique<ui::MainWindow>(m_seams);
    Options options;
    options.stateDir = m_state.filePath(u"sandbox"_s);
    m_console = std::make_unique<Console>(*m_window, options);
    QSignalSpy ready(m_console.get(), &Console::ready);
    m_window->show();
    m_console->start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patienceMs);
}

void ConsoleTest::cleanupTestCase()
{
    m_console.reset();
    m_window.reset();
}

const ui::CallOutcome *ConsoleTest::outcomeOf(const ui::CallDraft &draft)
{
    QSignalSpy shown(m_console.get(), &Console::outcomeShown);
    m_window->callPage()->setDraft(draft);
    m_window->callPage()->send();
    if (!QTest::qWaitFor([&] { return shown.size() == 1; }, patienceMs))
        return nullptr;
    return &*m_window->callPage()->outcome();
}

void ConsoleTest::theFirstCallIsReadyToSend()
{
    QVERIFY(m_window->callPage()->draft() == firstCall());
}

void ConsoleTest::theThreadsCaseNamesThePlace()
{
    const auto *outcome = outcomeOf(firstCall());
    QVERIFY(outcome);
    QCOMPARE(outcome->response.status, 502);
    QVERIFY(!outcome->diagnosis.findings.isEmpty());
    QStringList ids;
    for (const auto &finding : outcome->diagnosis.findings)
        ids << finding.id;
    QVERIFY2(ids.contains(u"user-token-absent"_s) || ids.contains(u"user-lost-inside-cap"_s),
             qPrintable(ids.join(u' ')));
    QCOMPARE(outcome->trail.user.name, u"alice"_s);
    QCOMPARE(outcome->trail.loss, trail::LossPlace::InsideService);
}

void ConsoleTest::theHealthyCallArrivesAsAlice()
{
    auto draft = firstCall();
    draft.url = u"/api/FunctionalLocation?$top=3"_s;
    const auto *outcome = outcomeOf(draft);
    QVERIFY(outcome);
    QCOMPARE(outcome->response.status, 200);
    QVERIFY(outcome->response.body.contains("ALICE"));
    for (const auto &finding : outcome->diagnosis.findings)
        QVERIFY2(finding.severity == diagnosis::Severity::Hint, qPrintable(finding.id));
    QCOMPARE(outcome->trail.loss, trail::LossPlace::NotLost);
}

void ConsoleTest::theSessionIsKeptBetweenCalls()
{
    const auto *first = outcomeOf(firstCall());
    QVERIFY(first);
    const auto tokenOf = [](const trail::Trail &trail) {
        const auto *root = trail.hop(trail.rootHopId);
        return root && !root->tokens.isEmpty() ? root->tokens.constFirst().fingerprint : QString();
    };
    const auto token = tokenOf(first->trail);
    QVERIFY(!token.isEmpty());
    const auto *second = outcomeOf(firstCall());
    QVERIFY(second);
    QCOMPARE(tokenOf(second->trail), token);
}

void ConsoleTest::nobodyIsRefused()
{
    auto draft = firstCall();
    draft.session.clear();
    draft.url = u"/api/FunctionalLocation"_s;
    const auto *outcome = outcomeOf(draft);
    QVERIFY(outcome);
    QCOMPARE(outcome->response.status, 401);
    QVERIFY(!outcome->diagnosis.findings.isEmpty());
    QCOMPARE(outcome->diagnosis.findings.constFirst().id, u"no-token"_s);
}

void ConsoleTest::everyExampleDoesWhatItSays_data()
{
    QTest::addColumn<int>("number");
    const auto examples = exampleCalls();
    for (qsizetype i = 0; i < examples.size(); ++i)
        QTest::newRow(qPrintable(examples.at(i).title)) << static_cast<int>(i);
}

void ConsoleTest::everyExampleDoesWhatItSays()
{
    QFETCH(int, number);
    const auto example = exampleCalls().at(number);
    const auto *outcome = outcomeOf(example.draft);
    QVERIFY(outcome);
    QCOMPARE(outcome->response.status >= 400, example.losesUser);
    QCOMPARE(outcome->diagnosis.findings.isEmpty(), !example.losesUser);
}

void ConsoleTest::aUrlThatIsNoneIsSaid()
{
    auto draft = firstCall();
    draft.target.clear();
    draft.url = u"not a url"_s;
    m_window->callPage()->setDraft(draft);
    m_window->callPage()->send();
    const auto *banner = m_window->callPage()->findChild<ui::Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->sentence().contains(u"not a url"_s));
}

void ConsoleTest::anOwnedStateIsSaidAndAFreshOneOffered()
{
    ui::MainWindow window(m_seams);
    Options options;
    options.stateDir = m_state.filePath(u"sandbox"_s);
    Console second(window, options);
    QSignalSpy ready(&second, &Console::ready);
    window.show();
    second.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patienceMs);
    auto *banner = window.callPage()->findChild<ui::Banner *>();
    QVERIFY(banner->isVisible());
    Q_EMIT banner->actionTriggered();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, patienceMs);
    QVERIFY(window.callPage()->draft() == firstCall());
}

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
