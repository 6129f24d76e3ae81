// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/fakeseams.h"
#include "tests/ui/samples.h"
#include "ui/lanes/hopdetail.h"
#include "ui/lanes/trailpane.h"
#include "ui/lanes/trailview.h"
#include "ui/trails/comparisonview.h"
#include "ui/trails/guidedview.h"
#include "ui/trails/trailspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/evidencerow.h"
#include "ui/widgets/findingcard.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

TrailEntry lost()
{
    const auto outcome = samples::lost();
    return {u"t-lost"_s, outcome.trail.title, u"502"_s, true, outcome.trail, outcome.diagnosis};
}

TrailEntry healthy()
{
    const auto outcome = samples::healthy();
    return {u"t-ok"_s, outcome.trail.title, u"200"_s, false, outcome.trail, outcome.diagnosis};
}

} // namespace

class TrailsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<TrailsPage>(m_seams);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void theNewestIsOpenedFirst()
    {
        m_page->setTrails({lost(), healthy()});
        QCOMPARE(m_page->currentId(), u"t-lost"_s);
        QCOMPARE(m_page->pane()->view()->trail().title, lost().title);
    }

    void aChoiceInTheListShowsItsTrail()
    {
        m_page->setTrails({lost(), healthy()});
        auto *list = m_page->findChild<CardList *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(m_page->pane()->view()->trail().title, healthy().title);
        m_page->showTrail(u"t-lost"_s, u"h4"_s);
        QCOMPARE(m_page->currentId(), u"t-lost"_s);
        QCOMPARE(m_page->pane()->detail()->hopId(), u"h4"_s);
        QVERIFY(m_page->pane()->detail()->isVisible());
    }

    void theQuestionsLeadToTheHop()
    {
        auto entry = lost();
        diagnosis::Case input;
        input.trail = entry.trail;
        entry.guided = diagnosis::guidedChecks(input);
        QVERIFY(entry.guided.size() > 5);
        m_page->setTrails({entry});
        auto *guided = m_page->findChild<GuidedView *>();
        QStringList outcomes;
        for (const auto *label : guided->findChildren<QLabel *>())
            outcomes << label->text();
        const auto failures =
            std::count_if(entry.guided.cbegin(), entry.guided.cend(), [](const auto &one) {
                return one.outcome == diagnosis::GuidedCheck::Outcome::Failed;
            });
        QVERIFY(failures > 0);
        QCOMPARE(outcomes.count(u"✗ failed"_s), failures);
        QVERIFY(outcomes.contains(u"✓ passed"_s));
        const auto failed =
            std::find_if(entry.guided.cbegin(), entry.guided.cend(), [](const auto &one) {
                return one.outcome == diagnosis::GuidedCheck::Outcome::Failed;
            });
        QVERIFY(!failed->hopId.isEmpty());
        for (auto *row : guided->findChildren<EvidenceRow *>()) {
            if (row->accessibleName() == failed->sentence)
                row->click();
        }
        QCOMPARE(m_page->pane()->detail()->hopId(), failed->hopId);
    }

    void theChosenOneStaysWhenOthersCome()
    {
        m_page->setTrails({lost()});
        m_page->setTrails({healthy(), lost()});
        QCOMPARE(m_page->currentId(), u"t-lost"_s);
    }

    void comparingAsksForTheOther()
    {
        m_page->setTrails({lost(), healthy()});
        QSignalSpy asked(m_page.get(), &TrailsPage::compareRequested);
        for (auto *menu : m_page->findChildren<QMenu *>()) {
            Q_EMIT menu->aboutToShow();
            for (auto *action : menu->actions()) {
                if (action->text().startsWith(healthy().title))
                    action->trigger();
            }
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"t-lost"_s);
        QCOMPARE(asked[0][1].toString(), u"t-ok"_s);
    }

    void theFirstDifferenceIsNamedAndChosenInBoth()
    {
        m_page->setTrails({lost(), healthy()});
        const auto comparison = trail::compareTrails(healthy().trail, lost().trail);
        m_page->showPair({healthy(), lost(), comparison});
        QVERIFY(m_page->comparison()->isVisible());
        const auto &first = comparison.differences.constFirst();
        QVERIFY(m_page->comparison()->sentence().contains(first.sentence));
        const auto views = m_page->comparison()->findChildren<TrailView *>();
        QCOMPARE(views.size(), 2);
        QSet<QString> chosen{views[0]->selectedHop(), views[1]->selectedHop()};
        QVERIFY(chosen.contains(first.hopInFirst) && chosen.contains(first.hopInSecond));
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QVERIFY(!m_page->comparison()->isVisible());
    }

    void everyDifferenceCanBeReached()
    {
        const auto comparison = trail::compareTrails(healthy().trail, lost().trail);
        QVERIFY(comparison.differences.size() > 1);
        m_page->setTrails({lost(), healthy()});
        m_page->showPair({healthy(), lost(), comparison});
        QToolButton *next = nullptr;
        for (auto *button : m_page->comparison()->findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"Next difference")
                next = button;
        }
        QVERIFY(next);
        for (qsizetype i = 1; i < comparison.differences.size(); ++i) {
            QVERIFY(next->isEnabled());
            next->click();
            QVERIFY(
                m_page->comparison()->sentence().contains(comparison.differences.at(i).sentence));
        }
        QVERIFY(!next->isEnabled());
    }

    void aLogAloneShowsWhatItMeans()
    {
        m_page->setTrails({{u"log"_s, u"app.log"_s, u"a log"_s, false, {}, lost().diagnosis}});
        QVERIFY(m_page->findChild<FindingCard *>());
        QVERIFY(m_page->findChild<FindingCard *>()->isVisible());
    }

    void theBundleIsOneFileWithoutSecrets()
    {
        const QTemporaryDir dir;
        m_page->setTrails({lost()});
        m_seams.fileToGive = dir.filePath(u"b.zip"_s);
        for (auto *menu : m_page->findChildren<QMenu *>()) {
            for (auto *action : menu->actions()) {
                if (action->text() == u"As a support bundle…")
                    action->trigger();
            }
        }
        QCOMPARE(m_seams.suggested, u"tokentrail-support.zip"_s);
        QFile file(m_seams.fileToGive);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("PK\x03\x04"));
    }

    void everythingHasAName()
    {
        m_page->setTrails({lost(), healthy()});
        auto seen = 0;
        QVERIFY2(namelessControls(*m_page, &seen).isEmpty(),
                 qPrintable(namelessControls(*m_page, &seen).join(u'\n')));
        m_page->showPair({healthy(), lost(), trail::compareTrails(healthy().trail, lost().trail)});
        QVERIFY2(namelessControls(*m_page, &seen).isEmpty(),
                 qPrintable(namelessControls(*m_page, &seen).join(u'\n')));
        QVERIFY(seen > 0);
    }

    void theListKeepsTheRulesOfModels()
    {
        CardLineModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines({{u"a"_s, u"A"_s, u"x"_s}, {u"b"_s, u"B"_s, u"y"_s}});
        QCOMPARE(model.rowOf(u"b"_s), 1);
        model.setLines({});
        QCOMPARE(model.rowOf(u"b"_s), -1);
    }

private:
    FakeSeams m_seams;
    std::unique_ptr<TrailsPage> m_page;
};

QTEST_MAIN(TrailsPageTest)
#include "tst_trailspage.moc"
