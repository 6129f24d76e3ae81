// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/console.h"
#include "tests/ui/accessiblewalk.h"
#include "ui/widgets/seams.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::console;
using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMs = 30'000; // keys are made on the first start
}

// What holds for every page of the window, with the real sandbox behind it.
class EveryPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void everyPageFitsTheSmallestWindow_data();
    void everyPageFitsTheSmallestWindow();
    void cleanupTestCase();

private:
    void eachPage() const;

    QTemporaryDir m_state;
    ui::Seams m_seams;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Console> m_console;
};

void EveryPageTest::initTestCase()
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

void EveryPageTest::cleanupTestCase()
{
    m_console.reset();
    m_window.reset();
}

void EveryPageTest::eachPage() const
{
    QTest::addColumn<QAction *>("goTo");
    auto pages = 0;
    for (auto *action : m_window->commands()) {
        if (!action->text().startsWith(u"Go to"))
            continue;
        ++pages;
        QTest::newRow(qPrintable(action->text())) << action;
    }
    QVERIFY(pages >= 2);
}

void EveryPageTest::everyControlHasAName_data()
{
    eachPage();
}

void EveryPageTest::everyControlHasAName()
{
    QFETCH(QAction *, goTo);
    goTo->trigger();
    QCoreApplication::processEvents();
    auto seen = 0;
    const auto nameless = ui::namelessControls(*m_window, &seen);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(seen > 0);
}

void EveryPageTest::everyPageFitsTheSmallestWindow_data()
{
    eachPage();
}

void EveryPageTest::everyPageFitsTheSmallestWindow()
{
    QFETCH(QAction *, goTo);
    goTo->trigger();
    m_window->resize(1024, 640);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(1024, 640));
}

QTEST_MAIN(EveryPageTest)
#include "tst_everypage.moc"
