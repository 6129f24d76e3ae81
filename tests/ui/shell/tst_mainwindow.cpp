// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/fakeseams.h"
#include "tests/ui/samples.h"
#include "ui/call/callpage.h"
#include "ui/call/trailpanel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusstrip.h"
#include "ui/widgets/cardbutton.h"
#include "ui/widgets/wrappedlabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyControlHasAName();
    void aNamelessControlIsFound();
    void aPageIsMadeWhenItIsFirstShown();
    void pagesStandInTheOrderOfTheirDigits();
    void noTwoCommandsShareAShortcut();
    void whateverIsCopiedIsSaid();
    void controlReturnSends();
    void controlReturnOnAnotherPageSendsNothing();
    void escapeOnAPageThatHasNothingOpenDoesNothing();
    void aShortcutDoesNotReachBehindASheet();
    void escapeCancels();
    void controlKFindsACommandByLetters();
    void theSheetKeepsTheKeyboard();
    void aUserIsPickedByKeyboard();
    void aPastedTokenIsNotKeptInSight();
    void pastCallsAreListedNewestFirst();
    void aPastCallShowsItsWholeName();
    void theWindowRemembersItself();
    void anAppearanceIsSavedAtOnce();
    void theWindowIsNeverSmallerThanItsLimit();

private:
    FakeSeams m_seams;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    m_window = std::make_unique<MainWindow>(m_seams);
    auto *page = m_window->callPage();
    page->setSessions(samples::sessions());
    page->setTargets(samples::targets());
    page->setVias(samples::vias());
    page->setExamples(samples::examples());
    page->setDraft(samples::firstDraft());
    m_window->signInSheet()->setUsers({{u"alice"_s, u"admin"_s}, {u"bob"_s, u"viewer"_s}});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::everyControlHasAName()
{
    m_window->callPage()->setOutcome(samples::lost());
    m_window->callPage()->trailPanel()->openHop(u"h4"_s);
    m_window->callPage()->offerFreshSandbox(u"Somebody else owns it."_s);
    m_window->navigation()->addPastCall({u"/ext"_s, u"alice · 502"_s, true});
    m_window->signInSheet()->open();
    auto seen = 0;
    const auto nameless = namelessControls(*m_window, &seen);
    QVERIFY(seen > 0);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void MainWindowTest::aNamelessControlIsFound()
{
    auto *planted = new QLineEdit(m_window->callPage());
    planted->show();
    auto seen = 0;
    QCOMPARE(namelessControls(*m_window, &seen),
             QStringList{u"QLineEdit in tokentrail::ui::CallPage"_s});
}

void MainWindowTest::aPageIsMadeWhenItIsFirstShown()
{
    auto made = 0;
    QPointer<QWidget> page;
    m_window->addPage(u"Roles"_s, 6, [&] {
        ++made;
        return page = new QWidget;
    });
    QCOMPARE(made, 0);
    m_window->showPage(6);
    m_window->showPage(1);
    QVERIFY(!page->isVisible());
    m_window->showPage(6);
    QCOMPARE(made, 1);
    QVERIFY(page->isVisible());
}

void MainWindowTest::pagesStandInTheOrderOfTheirDigits()
{
    for (const auto digit : {0, 9, 3, 6})
        m_window->addPage(QString::number(digit), digit, [] { return new QWidget; });
    QCoreApplication::processEvents();
    std::map<int, QString> byHeight;
    for (auto *button : m_window->navigation()->findChildren<QAbstractButton *>()) {
        if (button->isCheckable())
            byHeight[button->mapTo(m_window.get(), QPoint()).y()] = button->text();
    }
    QStringList texts;
    for (const auto &[y, text] : byHeight)
        texts << text;
    QCOMPARE(texts, (QStringList{u"Call"_s, u"3"_s, u"6"_s, u"9"_s, u"0"_s}));
}

void MainWindowTest::noTwoCommandsShareAShortcut()
{
    QStringList keys;
    for (const auto *action : m_window->commands()) {
        QVERIFY(!action->text().isEmpty());
        if (!action->shortcut().isEmpty())
            keys << action->shortcut().toString();
    }
    auto unique = keys;
    unique.removeDuplicates();
    QCOMPARE(unique, keys);
    for (const auto &needed : {u"Ctrl+Return"_s, u"Esc"_s, u"Ctrl+K"_s, u"F1"_s, u"Alt+1"_s})
        QVERIFY2(keys.contains(needed), qPrintable(needed));
}

void MainWindowTest::controlReturnOnAnotherPageSendsNothing()
{
    m_window->addPage(u"Other"_s, 9, [] { return new QLineEdit; });
    m_window->showPage(9);
    QSignalSpy sent(m_window->callPage(), &CallPage::sendRequested);
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 0);
    QVERIFY(m_window->callPage()->isVisible()); // what would be sent
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 1);
}

void MainWindowTest::escapeOnAPageThatHasNothingOpenDoesNothing()
{
    m_window->addPage(u"Other"_s, 9, [] { return new QWidget; });
    m_window->showPage(9);
    m_window->setFocus();
    QTest::keyClick(m_window.get(),
                    Qt::Key_Escape); // went round and round once, until the stack ended
    QVERIFY(m_window->isVisible());
}

void MainWindowTest::aShortcutDoesNotReachBehindASheet()
{
    m_window->signInSheet()->open();
    auto *inSheet = m_window->focusWidget();
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(m_window->focusWidget(), inSheet);
    QVERIFY(m_window->signInSheet()->isVisible());
}

void MainWindowTest::whateverIsCopiedIsSaid()
{
    const auto says = [this](const QString &words) {
        for (const auto *label : m_window->statusStrip()->findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    };
    m_window->statusStrip()->setWork(u"at work"_s);
    QVERIFY(says(u"at work"_s));
    m_seams.copyText(u"a"_s);
    QVERIFY(says(u"Copied to the clipboard."_s));
    m_window->statusStrip()->setWork(u"still at work"_s);
    QVERIFY(!says(u"work"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"still at work"_s), 10'000);
    m_seams.copySecret(Secret(QByteArray("s")));
    QVERIFY(says(u"The clipboard is cleared"_s));
}

void MainWindowTest::controlReturnSends()
{
    QSignalSpy spy(m_window->callPage(), &CallPage::sendRequested);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(spy.size(), 1);
}

void MainWindowTest::escapeCancels()
{
    QSignalSpy spy(m_window->callPage(), &CallPage::cancelRequested);
    m_window->callPage()->setRunning(u"alice signs in"_s);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QCOMPARE(spy.size(), 1);
}

void MainWindowTest::controlKFindsACommandByLetters()
{
    QSignalSpy spy(m_window->callPage(), &CallPage::sendRequested);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->findChild<CommandPalette *>();
    QVERIFY(palette->isVisible());
    auto *filter = palette->findChild<QLineEdit *>();
    QTRY_COMPARE(m_window->focusWidget(), filter);
    const auto *list = palette->findChild<QListView *>();
    const auto all = list->model()->rowCount();
    QTest::keyClicks(filter, u"zzqq"_s);
    const auto labels = palette->findChildren<WrappedLabel *>();
    const auto nothing = std::find_if(labels.begin(), labels.end(), [](const auto *label) {
        return label->text().startsWith(u"No command"_s);
    });
    QVERIFY(nothing != labels.end() && (*nothing)->isVisible());
    filter->clear();
    QVERIFY(!(*nothing)->isVisible());
    QTest::keyClicks(filter, u"sndcall"_s);
    QVERIFY(list->model()->rowCount() < all);
    QCOMPARE(list->currentIndex().data().toString(), u"Send the call   (Ctrl+Return)"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(spy.size(), 1);
}

void MainWindowTest::theSheetKeepsTheKeyboard()
{
    auto *sheet = m_window->signInSheet();
    sheet->open();
    for (auto i = 0; i < 12; ++i) {
        QVERIFY(sheet->isAncestorOf(m_window->focusWidget()));
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QVERIFY(m_window->callPage()->isAncestorOf(m_window->focusWidget()));
}

void MainWindowTest::aUserIsPickedByKeyboard()
{
    auto *sheet = m_window->signInSheet();
    QSignalSpy spy(sheet, &SignInSheet::userChosen);
    sheet->open();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.constFirst().constFirst().toString(), u"alice"_s);
    QVERIFY(!sheet->isVisible());
}

void MainWindowTest::aPastedTokenIsNotKeptInSight()
{
    auto *sheet = m_window->signInSheet();
    QSignalSpy spy(sheet, &SignInSheet::tokenPasted);
    sheet->open();
    QPlainTextEdit *field = nullptr;
    for (auto *one : sheet->findChildren<QPlainTextEdit *>()) {
        if (one->isVisible())
            field = one;
    }
    QVERIFY(field);
    field->setPlainText(u"  eyJhbGciOiJub25lIn0.e30.  "_s);
    for (auto *button : sheet->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Call with this token")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.constFirst().constFirst().value<Secret>().reveal(),
             QByteArray("eyJhbGciOiJub25lIn0.e30."));
    QVERIFY(field->toPlainText().isEmpty());
}

void MainWindowTest::pastCallsAreListedNewestFirst()
{
    auto *navigation = m_window->navigation();
    navigation->addPastCall({u"/first"_s, u"alice · 200"_s, false});
    navigation->addPastCall({u"/second"_s, u"alice · 502"_s, true});
    QSignalSpy spy(navigation, &Navigation::pastCallChosen);
    CardButton *first = nullptr;
    CardButton *second = nullptr;
    for (auto *card : navigation->findChildren<CardButton *>())
        (card->accessibleName() == u"/first" ? first : second) = card;
    QVERIFY(first && second);
    QTRY_VERIFY(second->mapTo(navigation, QPoint()).y() < first->mapTo(navigation, QPoint()).y());
    QTest::mouseClick(first, Qt::LeftButton);
    QCOMPARE(spy.constFirst().constFirst().toInt(), 0);
}

void MainWindowTest::theWindowRemembersItself()
{
    const QTemporaryDir dir;
    const auto file = dir.filePath(u"tokentrail.ini"_s);
    m_window->rememberIn(file);
    m_window->resize(1200, 700);
    for (auto *action : m_window->commands()) {
        if (action->text() == u"Appearance: dark")
            action->trigger();
    }
    m_window->close();
    QCOMPARE(QSettings(file, QSettings::IniFormat).value(u"window/appearance"_s).toString(),
             u"dark"_s);
    MainWindow again(m_seams);
    again.rememberIn(file);
    QCOMPARE(again.appearance(), Appearance::Dark);
    QCOMPARE(again.size(), QSize(1200, 700));
}

void MainWindowTest::aPastCallShowsItsWholeName()
{
    auto *navigation = m_window->navigation();
    navigation->addPastCall({u"/ext/FunctionalLocation"_s, u"alice · 502 · 14:05:09"_s, true});
    QCoreApplication::processEvents();
    const auto *card = navigation->findChild<CardButton *>();
    QVERIFY(card);
    QTRY_COMPARE(card->titleLines().join(QString()), u"/ext/FunctionalLocation"_s);
    QCOMPARE(card->titleLines().constFirst(), u"/ext"_s);
    navigation->addPastCall({u"/open"_s, u"bob · 200 · 14:05:10"_s, false});
    for (const auto *one : navigation->findChildren<CardButton *>())
        QVERIFY(one->height() >= one->sizeHint().height());
}

void MainWindowTest::anAppearanceIsSavedAtOnce()
{
    const QTemporaryDir dir;
    const auto file = dir.filePath(u"tokentrail.ini"_s);
    m_window->rememberIn(file);
    for (auto *action : m_window->commands()) {
        if (action->text() == u"Appearance: dark")
            action->trigger();
    }
    // Not closed: a process that gets a signal never is.
    QCOMPARE(QSettings(file, QSettings::IniFormat).value(u"window/appearance"_s).toString(),
             u"dark"_s);
}

void MainWindowTest::theWindowIsNeverSmallerThanItsLimit()
{
    m_window->callPage()->setOutcome(samples::lost());
    m_window->resize(1024, 640);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(1024, 640));
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
