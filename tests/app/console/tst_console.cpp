// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "app/console/examples.h"
#include "core/trail/export.h"
#include "tests/ui/fakeseams.h"
#include "ui/call/callpage.h"
#include "ui/lanes/trailpane.h"
#include "ui/lanes/trailview.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/shell/signinsheet.h"
#include "ui/shell/statusstrip.h"
#include "ui/tokens/checkrow.h"
#include "ui/trails/comparisonview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cardbutton.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/findingcard.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
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
    void aMethodInTheUrlIsSaidAndGoesWithTheMistake();
    void aCallThatWasNeverMadeIsNoAnswer();
    void aFaultIsSeenOnEveryPage();
    void theTrailsPageKeepsEveryCall();
    void theFailedCallIsComparedWithTheOneThatWorked();
    void whatAnotherClientAskedIsSeen();
    void aTrailIsOpenedFromAFile_data();
    void aTrailIsOpenedFromAFile();
    void aFindingLeadsToItsHop();
    void whatIsNotMineIsRemembered();
    void aDefectiveTokenIsMadeAndUsed();
    void anOwnedStateIsSaidAndAFreshOneOffered();
    void cleanupTestCase();

private:
    const ui::CallOutcome *outcomeOf(const ui::CallDraft &draft);
    ui::TrailsPage *trailsPage() const;
    ui::CardList *listOf(QWidget *page) const { return page->findChild<ui::CardList *>(); }

    QTemporaryDir m_state;
    ui::FakeSeams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Console> m_console;
};

void ConsoleTest::initTestCase()
{
    m_window = std::make_unique<ui::MainWindow>(m_seams);
    Options options;
    options.stateDir = m_state.filePath(u"sandbox"_s);
    options.configDir = m_state.path();
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

void ConsoleTest::aMethodInTheUrlIsSaidAndGoesWithTheMistake()
{
    auto draft = firstCall();
    draft.url = u"DELETE /api/FunctionalLocation"_s;
    m_window->callPage()->setDraft(draft);
    m_window->callPage()->send();
    const auto *banner = m_window->callPage()->findChild<ui::Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->sentence().contains(u"choose it left of the URL"_s),
             qPrintable(banner->sentence()));
    auto *url = m_window->callPage()->findChild<QLineEdit *>();
    QTest::keyClicks(url, u"x"_s);
    QVERIFY(banner->isHidden());
}

void ConsoleTest::aCallThatWasNeverMadeIsNoAnswer()
{
    auto draft = firstCall();
    draft.via = u"NOT_THERE"_s;
    const auto *outcome = outcomeOf(draft);
    QVERIFY(outcome);
    QVERIFY(!outcome->sent);
    QCOMPARE(outcome->response.status, 0); // the 404 was the Destination service's
    QCOMPARE(ui::statusLine(*outcome), u"not sent"_s);
    const auto cards = m_window->navigation()->findChildren<ui::CardButton *>();
    QVERIFY(std::any_of(cards.begin(), cards.end(), [](const auto *card) {
        return card->accessibleDescription().contains(u"not sent"_s);
    }));
    QVERIFY(outcome->failure.contains(u"NOT_THERE"_s));
    QCOMPARE(outcome->trail.title, u"Lookup of NOT_THERE as alice"_s);
}

void ConsoleTest::aFaultIsSeenOnEveryPage()
{
    m_window->showPage(0);
    auto *sandbox = m_window->findChild<ui::SandboxPage *>();
    const auto *place = m_window->statusStrip()->findChild<ui::Chip *>();
    QCOMPARE(place->look().text, u"SANDBOX · subaccount dev"_s);
    Q_EMIT sandbox->faultSet(u"xsuaa.no-scope-claim"_s, {});
    QVERIFY(place->look().text.contains(u" · 1 fault"_s));
    Q_EMIT sandbox->faultCleared(u"xsuaa.no-scope-claim"_s);
    QCOMPARE(place->look().text, u"SANDBOX · subaccount dev"_s);
}

ui::TrailsPage *ConsoleTest::trailsPage() const
{
    m_window->showPage(2);
    return m_window->findChild<ui::TrailsPage *>();
}

void ConsoleTest::theTrailsPageKeepsEveryCall()
{
    auto *page = trailsPage();
    const auto before = listOf(page)->model()->rowCount();
    const auto *outcome = outcomeOf(firstCall());
    QVERIFY(outcome);
    QCOMPARE(listOf(page)->model()->rowCount(), before + 1);
    QCOMPARE(listOf(page)->model()->index(0, 0).data().toString(), outcome->trail.title);
}

void ConsoleTest::theFailedCallIsComparedWithTheOneThatWorked()
{
    auto draft = firstCall();
    draft.url = u"/api/FunctionalLocation?$top=3"_s;
    QVERIFY(outcomeOf(draft));
    QVERIFY(outcomeOf(firstCall()));
    Q_EMIT m_window->callPage()->compareRequested();
    auto *page = m_window->findChild<ui::TrailsPage *>();
    QVERIFY(page && page->comparison()->isVisible());
    const auto sentence = page->comparison()->sentence();
    QVERIFY2(sentence.startsWith(u"First difference"_s) && !sentence.contains(u"answered 502"_s),
             qPrintable(sentence));
}

void ConsoleTest::whatAnotherClientAskedIsSeen()
{
    auto *page = trailsPage();
    http::Client other;
    http::ClientRequest request;
    const auto &trail = m_window->callPage()->outcome()->trail;
    request.url =
        QUrl(trail.hop(trail.rootHopId)->url).resolved(QUrl(u"/api/FunctionalLocation?$top=1"_s));
    auto *job = other.send(request, &other);
    QSignalSpy finished(job, &http::ClientJob::finished);
    job->start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
    const auto seen = [&] {
        const auto *model = listOf(page)->model();
        for (auto row = 0; row < model->rowCount(); ++row) {
            const auto detail = model->index(row, 0).data(ui::CardLineModel::DetailRole).toString();
            if (detail.contains(u"another client"_s) && detail.startsWith(u"401"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(seen(), patienceMs);
}

void ConsoleTest::aTrailIsOpenedFromAFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    const auto *outcome = outcomeOf(firstCall());
    QVERIFY(outcome);
    using trail::ExportFormat;
    QTest::newRow("json") << u"t.json"_s << trail::exportTrail(outcome->trail, ExportFormat::Json);
    QTest::newRow("har") << u"t.har"_s << trail::exportTrail(outcome->trail, ExportFormat::Har);
    QTest::newRow("log") << u"app.log"_s
                         << QByteArray("[cds] - Error: Failed to load destination. Caused by: No "
                                       "user token (JWT) has been provided. This is strictly "
                                       "necessary for 'PrincipalPropagation'.\n");
}

void ConsoleTest::aTrailIsOpenedFromAFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFile file(m_state.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    auto *page = trailsPage();
    const auto before = listOf(page)->model()->rowCount();
    m_seams.fileToGive = file.fileName();
    Q_EMIT page->openRequested();
    QVERIFY(listOf(page)->model()->rowCount() > before);
    const auto detail = listOf(page)->currentIndex().data(ui::CardLineModel::DetailRole).toString();
    QVERIFY2(detail.contains(name), qPrintable(detail));
}

void ConsoleTest::aFindingLeadsToItsHop()
{
    QVERIFY(outcomeOf(firstCall()));
    m_window->showPage(3);
    auto *page = m_window->findChild<ui::FindingsPage *>();
    QVERIFY(page && listOf(page)->model()->rowCount() > 0);
    const auto *card = page->findChild<ui::FindingCard *>();
    QVERIFY(card);
    Q_EMIT page->hopRequested(page->currentId(), u"h2"_s);
    auto *trails = m_window->findChild<ui::TrailsPage *>();
    QVERIFY(trails->isVisible());
    QCOMPARE(trails->pane()->view()->selectedHop(), u"h2"_s);
}

void ConsoleTest::whatIsNotMineIsRemembered()
{
    m_window->showPage(3);
    auto *page = m_window->findChild<ui::FindingsPage *>();
    const auto before = listOf(page)->model()->rowCount();
    QVERIFY(before > 0);
    Q_EMIT page->notMineChanged(page->currentId(), true);
    QCOMPARE(listOf(page)->model()->rowCount(), before - 1);
    const QSettings settings(m_state.filePath(u"tokentrail.ini"_s), QSettings::IniFormat);
    QCOMPARE(settings.value(u"findings/notMine"_s).toStringList().size(), 1);
}

void ConsoleTest::aDefectiveTokenIsMadeAndUsed()
{
    m_window->showPage(4);
    auto *page = m_window->findChild<ui::TokensPage *>();
    Q_EMIT page->defectRequested(u"expired"_s, u"alice"_s);
    const auto rows = page->findChildren<ui::CheckRow *>();
    const auto failed = std::any_of(rows.begin(), rows.end(), [](const auto *row) {
        return row->accessibleName() == u"✗ expired";
    });
    QVERIFY(failed);
    for (auto *action : page->findChildren<QAction *>()) {
        if (action->text() == u"Call with it")
            action->trigger();
    }
    QVERIFY(m_window->callPage()->isVisible());
    auto draft = m_window->callPage()->draft();
    QVERIFY(draft.session.startsWith(u"pasted:"_s));
    draft.url = u"/api/FunctionalLocation"_s;
    const auto *outcome = outcomeOf(draft);
    QVERIFY(outcome);
    QCOMPARE(outcome->response.status, 401);
    QCOMPARE(outcome->diagnosis.findings.constFirst().id, u"token-expired"_s);
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
