// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/fakeseams.h"
#include "tests/ui/samples.h"
#include "ui/call/bodyview.h"
#include "ui/call/callpage.h"
#include "ui/call/findingspanel.h"
#include "ui/call/trailpanel.h"
#include "ui/lanes/hopdetail.h"
#include "ui/lanes/trailview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cardbutton.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbutton.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/findingcard.h"
#include "ui/widgets/largetextview.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

class CallPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendGivesWhatTheLineSays();
    void returnInTheUrlSends();
    void aSecondSendWaitsForTheFirst();
    void cancelStopsARunningCall();
    void anOutcomeShowsStatusFindingAndBody();
    void aLargeBodyIsIndentedBesideTheWindow();
    void aHealthyOutcomeSaysWhoArrived();
    void aRefusalWithoutFindingIsNotCalledHealthy();
    void whatIsNotFoundIsToldInTheAnswersOwnWords();
    void noAnswerIsSaid();
    void whatWasNotSentIsNoAnswerToo();
    void cancelClosesTheHopWhenNothingRuns();
    void theButtonsOfAFindingFollowItsTab();
    void evidenceOpensTheHop();
    void anExampleIsOneClickAway();
    void parametersAndUrlFollowEachOther();
    void headersAndBodyAreSent();
    void exportsAskForAFileAndWriteIt();
    void aFileThatCannotBeWrittenIsSaid();
    void copyGoesThroughTheSeam();
    void whatTheModelExpectsLeadsToTheReason();

private:
    QPushButton *sendButton() const;
    CodeView *editor(const QString &name) const;

    FakeSeams m_seams;
    std::unique_ptr<CallPage> m_page;
};

void CallPageTest::init()
{
    m_page = std::make_unique<CallPage>(m_seams);
    m_page->setSessions(samples::sessions());
    m_page->setTargets(samples::targets());
    m_page->setVias(samples::vias());
    m_page->setExamples(samples::examples());
    m_page->setDraft(samples::firstDraft());
    m_page->resize(1200, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QPushButton *CallPageTest::sendButton() const
{
    for (auto *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Send" || button->text() == u"Cancel")
            return button;
    }
    return nullptr;
}

CodeView *CallPageTest::editor(const QString &name) const
{
    for (auto *view : m_page->findChildren<CodeView *>()) {
        if (view->accessibleName() == name)
            return view;
    }
    return nullptr;
}

void CallPageTest::sendGivesWhatTheLineSays()
{
    QSignalSpy spy(m_page.get(), &CallPage::sendRequested);
    QTest::mouseClick(sendButton(), Qt::LeftButton);
    QCOMPARE(spy.size(), 1);
    const auto draft = spy.constFirst().constFirst().value<CallDraft>();
    QVERIFY(draft == samples::firstDraft());
}

void CallPageTest::returnInTheUrlSends()
{
    QSignalSpy spy(m_page.get(), &CallPage::sendRequested);
    auto *url = m_page->findChild<QLineEdit *>();
    url->selectAll();
    QTest::keyClicks(url, u"/open/FunctionalLocation"_s);
    QTest::keyClick(url, Qt::Key_Return);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.constFirst().constFirst().value<CallDraft>().url, u"/open/FunctionalLocation"_s);
}

void CallPageTest::aSecondSendWaitsForTheFirst()
{
    QSignalSpy spy(m_page.get(), &CallPage::sendRequested);
    m_page->setRunning(u"alice signs in"_s);
    m_page->send();
    QCOMPARE(spy.size(), 0);
    m_page->setOutcome(samples::healthy());
    m_page->send();
    QCOMPARE(spy.size(), 1);
}

void CallPageTest::cancelStopsARunningCall()
{
    QSignalSpy spy(m_page.get(), &CallPage::cancelRequested);
    m_page->setRunning(u"alice signs in"_s);
    QCOMPARE(sendButton()->text(), u"Cancel"_s);
    m_page->cancel();
    QTest::mouseClick(sendButton(), Qt::LeftButton);
    QCOMPARE(spy.size(), 2);
    m_page->tellError(u"Cancelled before the answer came."_s);
    QCOMPARE(sendButton()->text(), u"Send"_s);
    QVERIFY(m_page->findChild<Banner *>()->isVisible());
}

void CallPageTest::anOutcomeShowsStatusFindingAndBody()
{
    const auto outcome = samples::lost();
    m_page->setOutcome(outcome);
    auto statusTold = false;
    for (const auto *chip : m_page->findChildren<Chip *>())
        statusTold |= chip->isVisible() && chip->look().text == u"502 Bad Gateway · 184 ms";
    QVERIFY(statusTold);
    const auto *card = m_page->findChild<FindingCard *>();
    QVERIFY(card);
    QCOMPARE(card->accessibleName(), outcome.diagnosis.findings.constFirst().title);
    QCOMPARE(m_page->findingsPanel()->tabTitle(0), u"Findings 1"_s);
    QCOMPARE(m_page->findingsPanel()->tabTitle(1), u"Ruled out 3"_s);
    QCOMPARE(m_page->findingsPanel()->tabTitle(2), u"Not visible 1"_s);
    QVERIFY(editor(u"Body of the response"_s)->toPlainText().contains(u"    \"code\": \"502\""_s));
}

void CallPageTest::aLargeBodyIsIndentedBesideTheWindow()
{
    auto outcome = samples::healthy();
    outcome.response.body = "{\"value\":[";
    for (auto i = 0; i < 200'000; ++i)
        outcome.response.body += "{\"ID\":" + QByteArray::number(i) + "},";
    outcome.response.body += "{}]}";
    m_page->setOutcome(outcome);
    auto *body = m_page->findChild<BodyView *>();
    QVERIFY(body);
    QVERIFY(body->largeView()->isHidden());
    QTRY_VERIFY(!body->largeView()->isHidden());
    QCOMPARE(body->largeView()->line(2), u"    {"_s);
    QCOMPARE(body->largeView()->line(3), u"      \"ID\": 0"_s);
    QCOMPARE(body->largeView()->lineCount(), 3 * 200'000 + 5);
    QTest::keyClick(body->largeView(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(m_seams.copied.contains(u"\"ID\": 199999"_s));
    m_page->setOutcome(samples::lost()); // what was large is let go
    QVERIFY(body->largeView()->isHidden());
    QCOMPARE(body->largeView()->lineCount(), 1);
}

void CallPageTest::aHealthyOutcomeSaysWhoArrived()
{
    m_page->setOutcome(samples::healthy());
    QVERIFY(!m_page->findChild<FindingCard *>());
    auto told = false;
    for (const auto *frame : m_page->findingsPanel()->findChildren<QFrame *>())
        told |= frame->accessibleName() == u"alice arrived as ALICE";
    QVERIFY(told);
}

void CallPageTest::aRefusalWithoutFindingIsNotCalledHealthy()
{
    auto outcome = samples::lost();
    outcome.diagnosis = {};
    m_page->setOutcome(outcome);
    auto told = false;
    for (const auto *frame : m_page->findingsPanel()->findChildren<QFrame *>())
        told |= frame->accessibleName() == u"Refused, and no rule knows why";
    QVERIFY(told);
}

void CallPageTest::whatIsNotFoundIsToldInTheAnswersOwnWords()
{
    auto outcome = samples::lost();
    outcome.diagnosis = {};
    outcome.response.status = 404;
    outcome.response.headers = {{"Content-Type", "text/html"}};
    outcome.response.body = "<html><body><pre>Cannot GET /admin</pre></body></html>";
    m_page->setOutcome(outcome);
    const auto frames = m_page->findingsPanel()->findChildren<QFrame *>();
    const auto card = std::find_if(frames.begin(), frames.end(), [](const QFrame *frame) {
        return frame->accessibleName() == u"The request itself was refused";
    });
    QVERIFY(card != frames.end());
    QVERIFY2((*card)->accessibleDescription().contains(u"“Cannot GET /admin”"_s),
             qPrintable((*card)->accessibleDescription()));
}

void CallPageTest::noAnswerIsSaid()
{
    const auto outcome = samples::unanswered();
    m_page->setOutcome(outcome);
    QCOMPARE(editor(u"Body of the response"_s)->toPlainText(), outcome.failure);
    auto told = false;
    for (const auto *frame : m_page->findingsPanel()->findChildren<QFrame *>())
        told |= frame->accessibleDescription() == outcome.failure;
    QVERIFY(told);
}

void CallPageTest::whatWasNotSentIsNoAnswerToo()
{
    auto outcome = samples::unanswered();
    outcome.diagnosis = {};
    outcome.sent = false;
    m_page->setOutcome(outcome);
    QStringList titles;
    for (const auto *frame : m_page->findingsPanel()->findChildren<QFrame *>())
        titles << frame->accessibleName();
    QVERIFY2(titles.contains(u"The call was not sent"_s), qPrintable(titles.join(u'|')));
    QVERIFY(!titles.contains(u"There was no answer"_s));
}

void CallPageTest::cancelClosesTheHopWhenNothingRuns()
{
    m_page->setOutcome(samples::lost());
    m_page->trailPanel()->openHop(u"h3"_s);
    const auto *detail = m_page->findChild<HopDetail *>();
    QVERIFY(detail->isVisible());
    QSignalSpy spy(m_page.get(), &CallPage::cancelRequested);
    m_page->cancel();
    QVERIFY(!detail->isVisible());
    QCOMPARE(spy.size(), 0);
}

// What a finding proposes is the next stop, and no stop in between is out of sight.
void CallPageTest::theButtonsOfAFindingFollowItsTab()
{
    m_page->setOutcome(samples::lost());
    auto *area = m_page->findChild<FindingCard *>()->parentWidget()->parentWidget()->parentWidget();
    QCOMPARE(area->focusPolicy(), Qt::ClickFocus);
    QStringList stops;
    auto *stop = area;
    do {
        stop = stop->nextInFocusChain();
        if ((stop->focusPolicy() & Qt::TabFocus) != 0)
            stops << QString::fromLatin1(stop->metaObject()->className());
    } while (!qobject_cast<QPushButton *>(stop) && stop != area);
    QVERIFY(qobject_cast<QPushButton *>(stop));
    QVERIFY2(m_page->findChild<FindingCard *>()->isAncestorOf(stop), qPrintable(stops.join(u' ')));
    for (const auto &name : stops)
        QVERIFY2(name.contains(u"Evidence"_s) || name == u"QPushButton"_s,
                 qPrintable(stops.join(u' ')));
}

void CallPageTest::evidenceOpensTheHop()
{
    m_page->setOutcome(samples::lost());
    Q_EMIT m_page->findChild<FindingCard *>()->hopActivated(u"h4"_s);
    const auto *detail = m_page->findChild<HopDetail *>();
    QVERIFY(detail->isVisible());
    QCOMPARE(detail->hopId(), u"h4"_s);
    QCOMPARE(m_page->trailPanel()->view()->selectedHop(), u"h4"_s);
}

void CallPageTest::anExampleIsOneClickAway()
{
    QSignalSpy spy(m_page.get(), &CallPage::sendRequested);
    const auto cards = m_page->trailPanel()->findChildren<CardButton *>();
    QCOMPARE(cards.size(), samples::examples().size());
    QTest::mouseClick(cards.constFirst(), Qt::LeftButton);
    QCOMPARE(spy.size(), 1);
    QVERIFY(spy.constFirst().constFirst().value<CallDraft>()
            == samples::examples().constFirst().draft);
    QCOMPARE(m_page->findChild<QLineEdit *>()->text(), samples::examples().constFirst().draft.url);
}

void CallPageTest::parametersAndUrlFollowEachOther()
{
    auto *parameters = editor(u"Parameters, one a line"_s);
    QCOMPARE(parameters->toPlainText(), u"$top = 3"_s);
    parameters->setPlainText(u"$top = 5\n$filter = Name eq 'A B'"_s);
    QCOMPARE(m_page->draft().url, u"/ext/FunctionalLocation?$top=5&$filter=Name%20eq%20'A%20B'"_s);
    auto *url = m_page->findChild<QLineEdit *>();
    url->selectAll();
    QTest::keyClicks(url, u"/x?a=1&b"_s);
    QCOMPARE(parameters->toPlainText(), u"a = 1\nb"_s);
}

void CallPageTest::headersAndBodyAreSent()
{
    editor(u"Headers, one a line"_s)->setPlainText(u"Accept: text/plain\nno colon\nX-A:  b "_s);
    editor(u"Body"_s)->setPlainText(u"{\"a\":1}"_s);
    const auto draft = m_page->draft();
    QCOMPARE(draft.headers.fields().size(), 2);
    QCOMPARE(draft.headers.value("x-a"), QByteArray("b"));
    QCOMPARE(draft.body, QByteArray("{\"a\":1}"));
}

void CallPageTest::exportsAskForAFileAndWriteIt()
{
    const QTemporaryDir dir;
    m_page->setOutcome(samples::lost());
    m_seams.fileToGive = dir.filePath(u"t.svg"_s);
    Q_EMIT m_page->trailPanel()->exportRequested(trail::ExportFormat::Svg);
    QCOMPARE(m_seams.suggested, u"trail.svg"_s);
    QFile svg(m_seams.fileToGive);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("<svg"));
    m_seams.fileToGive = dir.filePath(u"t.png"_s);
    Q_EMIT m_page->trailPanel()->imageExportRequested();
    QVERIFY(!QImage(m_seams.fileToGive).isNull());
}

void CallPageTest::aFileThatCannotBeWrittenIsSaid()
{
    m_page->setOutcome(samples::lost());
    m_seams.fileToGive = u"/nowhere/at/all/t.md"_s;
    Q_EMIT m_page->trailPanel()->exportRequested(trail::ExportFormat::Markdown);
    const auto *banner = m_page->findChild<Banner *>();
    QVERIFY(banner->isVisible());
    QVERIFY(banner->sentence().contains(m_seams.fileToGive));
}

void CallPageTest::copyGoesThroughTheSeam()
{
    m_page->setOutcome(samples::lost());
    for (auto *button : m_page->findChild<FindingCard *>()->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy explanation")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(m_seams.copied.startsWith(u"The user was lost inside the CAP service"_s));
}

void CallPageTest::whatTheModelExpectsLeadsToTheReason()
{
    auto *chip = m_page->findChild<ChipButton *>();
    QVERIFY(chip && !chip->isVisible());
    QSignalSpy activated(m_page.get(), &CallPage::predictionActivated);
    m_page->setPrediction(u"expected 403: Orders grants READ to admin only"_s, true);
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->accessibleName(), u"expected 403: Orders grants READ to admin only"_s);
    QCOMPARE(chip->look().tone, Tone::Error);
    QTRY_COMPARE(chip->width(), chip->sizeHint().width());
    QVERIFY(chip->width() > 100);
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Space);
    QCOMPARE(activated.count(), 1);
    m_page->setPrediction({}, false);
    QVERIFY(!chip->isVisible());
}

QTEST_MAIN(CallPageTest)
#include "tst_callpage.moc"
