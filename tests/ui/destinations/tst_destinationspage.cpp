// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "ui/destinations/destinationform.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/destinationspage.h"
#include "ui/destinations/propertymodel.h"
#include "ui/widgets/quiettable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

namespace {

QList<DestinationRow> rows()
{
    return {{u"S4_PP"_s, u"PrincipalPropagation"_s, u"OnPremise"_s, u"http://v:1"_s, false},
            {u"BAD"_s, u"PrincipalPropagation"_s, u"Internet"_s, u"http://x.example.com"_s, true}};
}

DestinationView view()
{
    return {u"S4"_s,
            {{u"Name"_s, u"S4"_s, false}, {u"Password"_s, u"s3cret"_s, true}},
            u"S4 needs no token."_s,
            {{NoteKind::Careful, u"Careful."_s, {}}}};
}

QLineEdit *editorOf(QuietTable *table)
{
    return qobject_cast<QLineEdit *>(table->indexWidget(table->currentIndex()));
}

} // namespace

class TestDestinationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsHold()
    {
        DestinationModel list;
        const QAbstractItemModelTester listTester(&list);
        list.setRows(rows());
        QCOMPARE(list.index(1, 0).data().toString(), u"✗ BAD"_s);
        QCOMPARE(list.rowOf(u"BAD"_s), 1);
        PropertyModel properties;
        const QAbstractItemModelTester tester(&properties);
        properties.setProperties(view().properties);
        QCOMPARE(properties.rowCount(), 3); // one to add
    }

    void aSecretIsDotsAndIsNotWipedByLooking()
    {
        PropertyModel model;
        model.setProperties(view().properties);
        const auto cell = model.index(1, PropertyModel::ValueColumn);
        QCOMPARE(cell.data(Qt::DisplayRole).toString(), u"•••"_s);
        QCOMPARE(cell.data(Qt::EditRole).toString(), QString());
        QVERIFY(!model.setData(cell, QString(), Qt::EditRole));
        QCOMPARE(model.properties().at(1).value, u"s3cret"_s);
        QVERIFY(model.setData(cell, u"new"_s, Qt::EditRole));
        QCOMPARE(model.properties().at(1).value, u"new"_s);
    }

    void propertiesAreAddedAndTakenAway()
    {
        PropertyModel model;
        model.setProperties(view().properties);
        QSignalSpy edited(&model, &PropertyModel::edited);
        QVERIFY(model.setData(model.index(2, 0), u" sap-client "_s, Qt::EditRole));
        QVERIFY(model.setData(model.index(2, 1), u"100"_s, Qt::EditRole));
        QCOMPARE(model.properties().last(), (PropertyRow{u"sap-client"_s, u"100"_s, false}));
        QVERIFY(model.setData(model.index(1, 0), QString(), Qt::EditRole));
        QCOMPARE(model.properties().size(), 2);
        QCOMPARE(edited.size(), 3);
    }

    // Typed as the hand does it: name, Tab, value, Return.
    void aPropertyIsAddedByTyping()
    {
        DestinationForm form;
        form.resize(500, 600);
        form.show(view());
        form.setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(&form));
        auto *table = form.findChild<QuietTable *>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(2, PropertyModel::NameColumn));
        QTest::keyClick(table->viewport(), Qt::Key_S); // opens the editor
        QTest::keyClicks(editorOf(table), u"ap-client"_s);
        QVERIFY(editorOf(table));
        QTest::keyClick(editorOf(table), Qt::Key_Return);
        QTRY_COMPARE(table->currentIndex(), table->model()->index(2, PropertyModel::ValueColumn));
        QTRY_VERIFY(editorOf(table));
        QTest::keyClicks(editorOf(table), u"100"_s);
        QTest::keyClick(editorOf(table), Qt::Key_Return);
        QTRY_COMPARE(form.properties().last(), (PropertyRow{u"sap-client"_s, u"100"_s, false}));
    }

    void aPropertyIsAddedByTabbingOn()
    {
        DestinationForm form;
        form.resize(500, 600);
        form.show(view());
        form.setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(&form));
        auto *table = form.findChild<QuietTable *>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(2, PropertyModel::NameColumn));
        QTest::keyClick(table->viewport(), Qt::Key_S); // opens the editor
        QTest::keyClicks(editorOf(table), u"ap-client"_s);
        QTest::keyClick(editorOf(table), Qt::Key_Tab);
        QTRY_VERIFY(editorOf(table));
        QTest::keyClicks(editorOf(table), u"100"_s);
        QTest::keyClick(editorOf(table), Qt::Key_Return);
        QTRY_COMPARE(form.properties().last(), (PropertyRow{u"sap-client"_s, u"100"_s, false}));
    }

    void aValueTypedBesideAnEmptyNameIsNotLost()
    {
        PropertyModel model;
        model.setProperties(view().properties);
        QVERIFY(model.setData(model.index(2, PropertyModel::ValueColumn), u"100"_s, Qt::EditRole));
        QVERIFY(model.setData(
            model.index(2, PropertyModel::NameColumn), u"sap-client"_s, Qt::EditRole));
        QCOMPARE(model.properties().last(), (PropertyRow{u"sap-client"_s, u"100"_s, false}));
    }

    void closedSetsAreOfferedToChooseFrom()
    {
        DestinationForm form;
        form.resize(500, 600);
        form.show({u"S4"_s,
                   {{u"Name"_s, u"S4"_s, false},
                    {u"ProxyType"_s, u"Internet"_s, false},
                    {u"Authentication"_s, u"NoAuthentication"_s, false}},
                   {},
                   {},
                   {{u"ProxyType"_s, {u"Internet"_s, u"OnPremise"_s}}}});
        form.setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(&form));
        auto *table = form.findChild<QuietTable *>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, PropertyModel::ValueColumn));
        QTest::keyClick(table, Qt::Key_F2);
        auto *choice = table->findChild<QComboBox *>();
        QVERIFY(choice);
        QCOMPARE(choice->currentText(), u"Internet"_s);
        QVERIFY(choice->isEditable()); // another word can still be typed
        QTest::keyClick(choice, Qt::Key_Down);
        QTest::keyClick(choice, Qt::Key_Return);
        QTRY_COMPARE(form.properties().at(1).value, u"OnPremise"_s);
    }

    void aNewDestinationBeginsWithItsName()
    {
        DestinationsPage page;
        page.resize(1100, 700);
        page.setRows(rows());
        page.showDestination(view());
        connect(&page, &DestinationsPage::newRequested, &page, [&page] {
            page.showDestination({{}, {{u"Name"_s, {}, false}, {u"URL"_s, {}, false}}, {}, {}, {}});
        });
        page.setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(&page));
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->text() == "New"_L1)
                button->click();
        }
        auto *table = page.form()->findChild<QuietTable *>();
        QTRY_VERIFY(editorOf(table) && editorOf(table)->hasFocus());
        QTest::keyClicks(editorOf(table), u"MINE"_s);
        QTest::keyClick(editorOf(table), Qt::Key_Return);
        QTRY_COMPARE(page.form()->properties().first().value, u"MINE"_s);
    }

    void aNewOneIsOfTheServiceInSight()
    {
        DestinationsPage page;
        page.setServices({{u"a"_s, u"A"_s, {}, {}}, {u"b"_s, u"B"_s, {}, {}}}, u"a"_s);
        const auto begin = [&page] {
            page.setRows(rows());
            for (auto *button : page.findChildren<QPushButton *>()) {
                if (button->text() == "New"_L1)
                    button->click();
            }
            page.setRows(rows());
            return page.currentName().isEmpty();
        };
        QVERIFY(begin());
        page.setServices({{u"a"_s, u"A"_s, {}, {}}, {u"b"_s, u"B"_s, {}, {}}}, u"a"_s);
        page.setRows(rows());
        QVERIFY(page.currentName().isEmpty()); // read again, and nothing is swept away
        for (auto *choice : page.findChildren<ChoiceButton *>()) {
            if (choice->currentId() == u"a"_s)
                QTest::keyClick(choice, Qt::Key_Down);
        }
        page.setRows(rows());
        QCOMPARE(page.currentName(), u"S4_PP"_s);
        QVERIFY(begin());
        page.setServices({{u"a"_s, u"A"_s, {}, {}}, {u"c"_s, u"C"_s, {}, {}}}, u"c"_s);
        page.setRows(rows());
        QCOMPARE(page.currentName(), u"S4_PP"_s);
    }

    void choosingARowAsksForIt()
    {
        DestinationsPage page;
        QSignalSpy chosen(&page, &DestinationsPage::chosen);
        page.setRows(rows());
        QCOMPARE(chosen.last().first().toString(), u"S4_PP"_s);
        page.select(u"BAD"_s);
        QCOMPARE(chosen.last().first().toString(), u"BAD"_s);
        page.setRows(rows());
        QCOMPARE(page.currentName(), u"BAD"_s); // kept
    }

    void theFilterNarrows()
    {
        DestinationsPage page;
        page.setRows(rows());
        for (auto *line : page.findChildren<QLineEdit *>()) {
            if (line->accessibleName() == "Filter of destinations"_L1)
                line->setText(u"onprem"_s);
        }
        for (auto *table : page.findChildren<QuietTable *>()) {
            if (table->accessibleName() == "Destinations"_L1)
                QCOMPARE(table->model()->rowCount(), 1);
        }
    }

    void editingAllowsToSave()
    {
        DestinationsPage page;
        page.setRows(rows());
        page.showDestination(view());
        QSignalSpy saved(&page, &DestinationsPage::saveRequested);
        QPushButton *save = nullptr;
        for (auto *button : page.form()->findChildren<QPushButton *>()) {
            if (button->text().contains(u"change"))
                save = button;
        }
        QVERIFY(save && !save->isEnabled());
        auto *table = page.form()->findChild<QuietTable *>();
        QVERIFY(table->model()->setData(table->model()->index(0, 1), u"S5"_s));
        QVERIFY(save->isEnabled());
        save->click();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(page.form()->properties().first().value, u"S5"_s);
        QCOMPARE(page.form()->before(), u"S4"_s);
    }

    void deleteTakesAPropertyAway()
    {
        DestinationForm form;
        form.show(view());
        auto *table = form.findChild<QuietTable *>();
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(form.properties().size(), 1);
    }

    void everyControlHasAName()
    {
        DestinationsPage page;
        page.setServices({{u"sandbox"_s, u"the sandbox"_s, {}, {}}}, u"sandbox"_s);
        page.setRows(rows());
        page.showDestination(view());
        page.show();
        auto seen = 0;
        const auto nameless = namelessControls(page, &seen);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QVERIFY(seen > 8);
    }
};

QTEST_MAIN(TestDestinationsPage)
#include "tst_destinationspage.moc"
