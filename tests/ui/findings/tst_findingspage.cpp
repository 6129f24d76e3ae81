// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/fakeseams.h"
#include "tests/ui/samples.h"
#include "ui/findings/findingspage.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/findingcard.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

FindingEntry lost()
{
    const auto diagnosis = samples::lost().diagnosis;
    return {u"t1/lost"_s,
            diagnosis.findings.constFirst(),
            u"GET /ext as alice · 502"_s,
            diagnosis.notVisible,
            {u"502 · 10:00:00"_s},
            false};
}

FindingEntry other()
{
    auto entry = lost();
    entry.id = u"t1/other"_s;
    entry.finding.title = u"Another cause"_s;
    entry.finding.hopId = u"h2"_s;
    entry.finding.fix.edit.clear();
    return entry;
}

} // namespace

class FindingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<FindingsPage>(m_seams);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void theFirstOneIsReadAtOnce()
    {
        m_page->setFindings({lost(), other()});
        QCOMPARE(m_page->currentId(), u"t1/lost"_s);
        QCOMPARE(card()->accessibleName(), lost().finding.title);
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(card()->accessibleName(), u"Another cause"_s);
    }

    void theHopIsOneClickAway()
    {
        m_page->setFindings({lost()});
        QSignalSpy asked(m_page.get(), &FindingsPage::hopRequested);
        press(u"Show it in the trail"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"t1/lost"_s);
        QCOMPARE(asked[0][1].toString(), lost().finding.hopId);
        Q_EMIT card()->hopActivated(u"h2"_s);
        QCOMPARE(asked[1][1].toString(), u"h2"_s);
    }

    void whatIsNotMyProblemLeavesTheList()
    {
        m_page->setFindings({lost(), other()});
        QSignalSpy aside(m_page.get(), &FindingsPage::notMineChanged);
        press(u"Not my problem"_s);
        QTRY_COMPARE(aside.size(), 1);
        QCOMPARE(aside[0][1].toBool(), true);
        auto put = lost();
        put.notMine = true;
        m_page->setFindings({put, other()});
        QCOMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(card()->accessibleName(), u"Another cause"_s);
        auto *box = m_page->findChild<QCheckBox *>();
        QVERIFY(box->isVisible());
        QVERIFY(box->text().contains(u'1'));
        box->setChecked(true);
        QCOMPARE(list()->model()->rowCount(), 2);
    }

    void anEditIsShownBeforeItIsMade()
    {
        m_page->setFindings({lost()});
        QSignalSpy wanted(m_page.get(), &FindingsPage::applyRequested);
        press(u"Show the fix as a diff…"_s);
        auto *dialog = m_page->findChild<DiffDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(wanted.size(), 0);
        dialog->accept();
        QCOMPARE(wanted.size(), 1);
    }

    void nothingLeftIsSaid()
    {
        auto put = lost();
        put.notMine = true;
        m_page->setFindings({put});
        QVERIFY(!card());
        QCOMPARE(list()->model()->rowCount(), 0);
        m_page->setFindings({});
        QVERIFY(!list()->isVisible());
    }

    void everythingHasAName()
    {
        auto put = other();
        put.notMine = true;
        m_page->setFindings({lost(), put});
        auto seen = 0;
        const auto nameless = namelessControls(*m_page, &seen);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QVERIFY(seen > 0);
    }

private:
    CardList *list() const { return m_page->findChild<CardList *>(); }
    FindingCard *card() const { return m_page->findChild<FindingCard *>(); }
    void press(const QString &text)
    {
        for (auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button->click();
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }

    FakeSeams m_seams;
    std::unique_ptr<FindingsPage> m_page;
};

QTEST_MAIN(FindingsPageTest)
#include "tst_findingspage.moc"
