// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "ui/project/stepspanel.h"
#include "ui/widgets/quiettable.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

TableRow step(const QString &id, bool isOpen, const QString &command)
{
    TableRow row;
    row.cells = {isOpen ? u"○ open"_s : u"✓ done"_s, id, u"as seen"_s};
    row.detail = command;
    row.command = command;
    row.id = id;
    row.isOpen = isOpen;
    return row;
}

template<typename T>
T *button(QWidget &panel, const QString &beginning)
{
    for (auto *one : panel.findChildren<T *>()) {
        if (one->text().startsWith(beginning))
            return one;
    }
    return nullptr;
}

} // namespace

class TestStepsPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<StepsPanel> m_panel;

private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<StepsPanel>();
        m_panel->resize(760, 420);
        m_panel->setSteps({step(u"xssec"_s, true, u"npm add @sap/xssec"_s),
                           step(u"binding"_s, true, u"cds bind"_s),
                           step(u"approuter"_s, true, u"npm install"_s)});
        m_panel->setOffers({{}, {{u"dev"_s, u"dev"_s, u"xsuaa"_s, {}}}});
        m_panel->show();
    }

    void eachStepOffersWhatItCanBeDoneWith()
    {
        auto *sandbox = button<QPushButton>(*m_panel, u"Bind to the sandbox"_s);
        auto *make = button<QPushButton>(*m_panel, u"Make the files"_s);
        auto *copy = button<QPushButton>(*m_panel, u"Copy the command"_s);
        QVERIFY(sandbox && make && copy);
        m_panel->chooseStep(u"xssec"_s);
        QVERIFY(!sandbox->isVisible() && !make->isVisible() && copy->isVisible());
        m_panel->chooseStep(u"binding"_s);
        QVERIFY(sandbox->isVisible() && !make->isVisible());
        m_panel->chooseStep(u"approuter"_s);
        QVERIFY(!sandbox->isVisible() && make->isVisible());
        m_panel->setSteps({step(u"approuter"_s, false, {})});
        QVERIFY(!make->isVisible() && !copy->isVisible()); // it is there: nothing is replaced
    }

    void bindsIntoTheFileThatWasChosen()
    {
        m_panel->chooseStep(u"binding"_s);
        QSignalSpy sandbox(m_panel.get(), &StepsPanel::sandboxWanted);
        QSignalSpy key(m_panel.get(), &StepsPanel::keyWanted);
        button<QPushButton>(*m_panel, u"Bind to the sandbox"_s)->click();
        QCOMPARE(sandbox.takeFirst(), QVariantList{u"cdsrc-private"_s});
        auto *place = m_panel->findChild<ChoiceButton *>();
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Down); // the next choice
        button<QPushButton>(*m_panel, u"Bind to the sandbox"_s)->click();
        QCOMPARE(sandbox.takeFirst(), QVariantList{u"default-env"_s});
        const auto actions = button<QPushButton>(*m_panel, u"Bind to a key"_s)->menu()->actions();
        QCOMPARE(actions.size(), 1);
        actions.constFirst()->trigger();
        QCOMPARE(key.takeFirst(), (QVariantList{u"dev"_s, u"default-env"_s}));
    }

    void whatIsMissingIsSaid()
    {
        m_panel->setOffers({u"No sandbox is running."_s, {}});
        m_panel->chooseStep(u"binding"_s);
        auto *sandbox = button<QPushButton>(*m_panel, u"Bind to the sandbox"_s);
        QVERIFY(!sandbox->isEnabled());
        QCOMPARE(sandbox->accessibleDescription(), u"No sandbox is running."_s);
        auto *key = button<QPushButton>(*m_panel, u"Bind to a key"_s);
        QVERIFY(!key->isEnabled());
        QVERIFY(key->toolTip().contains("Keys page"_L1));
    }

    void theFirstStepThatIsToBeDoneIsChosen()
    {
        const auto *table = m_panel->findChild<QuietTable *>();
        QCOMPARE(table->currentIndex().row(), 0); // the first of those in init()
        auto wrong = step(u"xs-security"_s, false, {});
        wrong.tone = Tone::Error;
        StepsPanel panel;
        panel.setSteps({step(u"auth-kind"_s, false, {}), wrong, step(u"binding"_s, true, {})});
        panel.show();
        QCOMPARE(panel.findChild<QuietTable *>()->currentIndex().row(), 1);
        auto *bring = button<QPushButton>(panel, u"Bring in line with the model"_s);
        QVERIFY(bring && bring->isVisible());
        QSignalSpy wanted(&panel, &StepsPanel::descriptorWanted);
        bring->click();
        QCOMPARE(wanted.count(), 1);
        panel.chooseStep(u"binding"_s);
        QVERIFY(!bring->isVisible());
    }

    void theChosenStepStaysWhenTheFilesChange()
    {
        m_panel->chooseStep(u"binding"_s);
        m_panel->setSteps({step(u"xssec"_s, false, {}), step(u"binding"_s, false, u"cds watch"_s)});
        auto *table = m_panel->findChild<QuietTable *>();
        QCOMPARE(table->currentIndex().row(), 1);
    }

    void everyControlHasAName()
    {
        m_panel->chooseStep(u"binding"_s);
        int seen = 0;
        QCOMPARE(namelessControls(*m_panel, &seen), QStringList());
        QVERIFY(seen >= 4);
    }
};

QTEST_MAIN(TestStepsPanel)
#include "tst_stepspanel.moc"
