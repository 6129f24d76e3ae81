// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/accessiblewalk.h"
#include "tests/ui/keyboard.h"
#include "ui/project/descriptoreditor.h"
#include "ui/project/descriptorform.h"
#include "ui/project/descriptoroutline.h"
#include "ui/project/descriptorpanel.h"
#include "ui/project/problemlabel.h"
#include "ui/widgets/choicebutton.h"
#include "ui/widgets/keyboardhabits.h"
#include "ui/widgets/quiettable.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokentrail;
using namespace Qt::StringLiterals;

namespace {

// In the texts of this test ' stands for a double quote.
QString quoted(const QString &text)
{
    return QString(text).replace(u'\'', u'"');
}

const auto shop = quoted(u"{ 'xsappname':'shop', 'x-own' : [ 1.50,  2 ],\n"
                         u"  'scopes': [\n"
                         u"    {'name': '$XSAPPNAME.View', 'description': 'reads'},\n"
                         u"    { 'name' : '$XSAPPNAME.Edit' }\n"
                         u"  ],\n"
                         u"  'attributes': [{'name': 'country', 'valueRequired': false}],\n"
                         u"  'role-templates': [\n"
                         u"    {'name': 'Viewer', 'scope-references': ['$XSAPPNAME.View'],\n"
                         u"     'attribute-references': ['country'], 'note':  null}\n"
                         u"  ],\n"
                         u"  'oauth2-configuration': {'token-validity': 3600, 'autoapprove': 7}\n"
                         u"}\n"_s);

// The text with a place replaced, as one looks for it: the rest is the same.
QString shopWith(const QString &from, const QString &to)
{
    return QString(shop).replace(quoted(from), quoted(to));
}

} // namespace

class TestDescriptorForm : public QObject
{
    Q_OBJECT

    template<typename Kind>
    Kind *find(const QString &name) const
    {
        for (auto *widget : m_panel->findChildren<Kind *>()) {
            if (widget->accessibleName().startsWith(name) && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QLineEdit *line(const QString &name) const { return find<QLineEdit>(name); }
    QString text() const { return m_panel->text(); }
    bool says(const QString &sentence) const
    {
        for (const auto *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(sentence))
                return true;
        }
        return false;
    }
    QPushButton *button(const QString &title) const
    {
        for (auto *each : m_panel->findChildren<QPushButton *>()) {
            if (each->text() == title && each->isVisible())
                return each;
        }
        return nullptr;
    }
    ui::DescriptorOutline *outline() const { return m_panel->findChild<ui::DescriptorOutline *>(); }
    void show(const QStringList &entry) const { outline()->setCurrentEntry(entry); }

private Q_SLOTS:
    void init()
    {
        ui::KeyboardHabits::keep();
        m_panel = std::make_unique<ui::DescriptorPanel>();
        m_panel->resize(900, 700);
        m_panel->setDescriptor(u"/shop"_s, shop, true);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void whatIsTypedInAFieldChangesThatPlaceAlone()
    {
        show({u"scopes"_s, u"0"_s});
        auto *description = line(u"description"_s);
        QVERIFY(description);
        QCOMPARE(description->text(), u"reads"_s);
        description->setFocus();
        description->selectAll();
        QTest::keyClicks(description, u"sees"_s);
        QCOMPARE(text(), shopWith(u"'reads'"_s, u"'sees'"_s));
        QVERIFY(m_panel->isChanged());
        QTest::keyClick(description, Qt::Key_Z, Qt::ControlModifier); // all that was typed there
        QCOMPARE(text(), shop);
        QCOMPARE(description->text(), u"reads"_s);
        QTest::keyClick(description, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text(), shopWith(u"'reads'"_s, u"'sees'"_s));
    }

    void aTextThatIsEmptiedGoes()
    {
        show({u"scopes"_s, u"0"_s});
        auto *description = line(u"description"_s);
        description->setFocus();
        description->selectAll();
        QTest::keyClick(description, Qt::Key_Delete);
        QCOMPARE(text(), shopWith(u"'reads'"_s, u"''"_s)); // something may still follow
        outline()->setFocus();
        QCOMPARE(text(), shopWith(u", 'description': 'reads'"_s, {}));
        QTest::keyClick(outline(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), shop);
    }

    void aRenamedScopeIsRenamedWhereItIsReferredTo()
    {
        show({u"scopes"_s, u"0"_s});
        auto *name = line(u"name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"$XSAPPNAME.Read"_s);
        QCOMPARE(text(), shop); // not while it is typed: half a name may be another's
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(text(), shopWith(u"'$XSAPPNAME.View'"_s, u"'$XSAPPNAME.Read'"_s));
        QVERIFY(says(u"$XSAPPNAME.View is now $XSAPPNAME.Read"_s));
        m_panel->showForm(false); // the other view has the same history
        auto *editor = m_panel->findChild<ui::DescriptorEditor *>();
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), shop);
        m_panel->showForm(true);
        QCOMPARE(line(u"name"_s)->text(), u"$XSAPPNAME.View"_s);
    }

    void whatAStepOfTheHistoryChangedComesIntoSight()
    {
        show({u"scopes"_s, u"0"_s});
        auto *name = line(u"name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"$XSAPPNAME.Read"_s);
        QTest::keyClick(name, Qt::Key_Return);
        show({u"oauth2-configuration"_s});
        outline()->setFocus();
        QTest::keyClick(outline(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), shop);
        QCOMPARE(outline()->currentEntry(), (QStringList{u"scopes"_s, u"0"_s}));
        show({u"oauth2-configuration"_s});
        QTest::keyClick(outline(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(outline()->currentEntry(), (QStringList{u"scopes"_s, u"0"_s}));
    }

    void aStepThatTakesAMemberAwayStaysAtItsEntry()
    {
        m_panel->setDescriptor(u"/bare"_s, u"{\n  \"xsappname\": \"bare\"\n}\n"_s, true);
        show({u"oauth2-configuration"_s});
        line(u"token-validity"_s)->setFocus();
        QTest::keyClicks(line(u"token-validity"_s), u"999999"_s);
        QTest::keyClick(line(u"token-validity"_s), Qt::Key_Tab);
        const auto typed = text();
        const auto step = [](Qt::Key key) {
            QTest::keyClick(QApplication::focusWidget(), key, Qt::ControlModifier);
        };
        step(Qt::Key_Z);
        QVERIFY(!text().contains("token-validity"_L1));
        QCOMPARE(outline()->currentEntry(), QStringList{u"oauth2-configuration"_s});
        QCOMPARE(line(u"token-validity"_s)->text(), QString());
        step(Qt::Key_Y);
        QCOMPARE(text(), typed);
        QCOMPARE(outline()->currentEntry(), QStringList{u"oauth2-configuration"_s});
    }

    void theFocusStaysInTheFormWhenItsFieldGoes()
    {
        auto *name = line(u"xsappname"_s);
        name->setFocus();
        QTest::keyClicks(name, u"2"_s);
        show({u"scopes"_s, u"0"_s});
        line(u"description"_s)->setFocus();
        QTest::keyClick(line(u"description"_s), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), shop);
        QCOMPARE(outline()->currentEntry(), ui::DescriptorOutline::general());
        QCOMPARE(QApplication::focusWidget(), outline());
        QTest::keyClick(outline(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(text(), shopWith(u"'shop'"_s, u"'shop2'"_s));
    }

    void whatWasSaidOfAChangeGoesWithIt()
    {
        show({u"scopes"_s, u"0"_s});
        auto *name = line(u"name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"$XSAPPNAME.Read"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(says(u"is now $XSAPPNAME.Read"_s));
        QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), shop);
        QVERIFY(!says(u"is now $XSAPPNAME.Read"_s));
    }

    void ctrlSSavesFromBothViews()
    {
        QSignalSpy saved(m_panel.get(), &ui::DescriptorPanel::saveRequested);
        show({u"scopes"_s, u"0"_s});
        auto *name = line(u"name"_s);
        name->setFocus();
        QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(saved.count(), 0); // there is nothing to save
        name->selectAll();
        QTest::keyClicks(name, u"$XSAPPNAME.Read"_s);
        QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier); // with the name as it stands there
        const auto renamed = shopWith(u"'$XSAPPNAME.View'"_s, u"'$XSAPPNAME.Read'"_s);
        QCOMPARE(saved.takeFirst(), QVariantList{renamed});
        m_panel->showForm(false);
        auto *editor = m_panel->findChild<ui::DescriptorEditor *>();
        editor->setFocus();
        QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(saved.takeFirst(), QVariantList{renamed});
    }

    void aNameThatIsTakenIsRefused()
    {
        show({u"scopes"_s, u"0"_s});
        auto *name = line(u"name"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"$XSAPPNAME.Edit"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(text(), shop);
        QCOMPARE(name->text(), u"$XSAPPNAME.View"_s);
        QVERIFY(says(u"There is a \"$XSAPPNAME.Edit\" already."_s));
    }

    void undoTakesBackANameThatIsNotTakenYet()
    {
        show({u"scopes"_s, u"0"_s});
        auto *name = line(u"name"_s);
        name->setFocus();
        QTest::keyClicks(name, u"er"_s);
        QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(name->text(), u"$XSAPPNAME.View"_s);
        QCOMPARE(text(), shop);
    }

    void scopesArePickedFromThoseThatExist()
    {
        show({u"role-templates"_s, u"0"_s});
        auto *list = find<QListView>(u"scope-references"_s);
        QVERIFY(list);
        QStringList offered;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            offered << list->model()->index(row, 0).data().toString();
        QCOMPARE(offered, (QStringList{u"$XSAPPNAME.View"_s, u"$XSAPPNAME.Edit"_s, u"uaa.user"_s}));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(text(),
                 shopWith(u"['$XSAPPNAME.View']"_s, u"['$XSAPPNAME.View', '$XSAPPNAME.Edit']"_s));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(text(), shop);
    }

    void anEntryIsTickedAlsoByItsLabel()
    {
        show({u"role-templates"_s, u"0"_s});
        auto *list = find<QListView>(u"scope-references"_s);
        const auto second = list->model()->index(1, 0);
        const auto place = list->visualRect(second);
        const auto ticked =
            shopWith(u"['$XSAPPNAME.View']"_s, u"['$XSAPPNAME.View', '$XSAPPNAME.Edit']"_s);
        const QPoint box(place.left() + 10, place.center().y());
        for (const auto &where : {box, place.center()}) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, where);
            QCOMPARE(text(), ticked);
            QCOMPARE(list->currentIndex().row(), 1);
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, where);
            QCOMPARE(text(), shop);
            QCOMPARE(list->currentIndex().row(), 1);
        }
        QVERIFY(!list->selectionModel()->hasSelection()); // the boxes alone say what is chosen
    }

    void theEntriesOfACollectionAreTickedWhereTheyStand()
    {
        m_panel->setDescriptor(
            u"/two"_s,
            quoted(u"{'role-templates': [{'name': 'A'}, {'name': 'B'}, {'name': 'C'}],\n"
                   u" 'role-collections': [{'name': 'All'}]}"_s),
            true);
        show({u"role-collections"_s, u"0"_s});
        auto *list = find<QListView>(u"role-template-references"_s);
        QVERIFY(list);
        for (const int row : {1, 2}) {
            const auto place = list->visualRect(list->model()->index(row, 0));
            QTest::mouseClick(
                list->viewport(), Qt::LeftButton, {}, {place.left() + 10, place.center().y()});
            QCOMPARE(list->currentIndex().row(), row);
            QCOMPARE(QApplication::focusWidget(), list);
        }
        QVERIFY(text().contains(quoted(u"['$XSAPPNAME.B', '$XSAPPNAME.C']"_s)));
    }

    void scopesOfOthersAreAddedByName()
    {
        show({u"role-templates"_s, u"0"_s});
        auto *other = line(u"Another one for scope-references"_s);
        QVERIFY(other);
        other->setFocus();
        QTest::keyClicks(other, u"$XSAPPNAME(application,bill).Read"_s);
        QTest::keyClick(other, Qt::Key_Return);
        QCOMPARE(text(),
                 shopWith(u"['$XSAPPNAME.View']"_s,
                          u"['$XSAPPNAME.View', '$XSAPPNAME(application,bill).Read']"_s));
        auto *list = find<QListView>(u"scope-references"_s);
        const auto last = list->model()->index(list->model()->rowCount() - 1, 0);
        QCOMPARE(last.data().toString(), u"$XSAPPNAME(application,bill).Read"_s);
        QCOMPARE(last.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void anAttributeGetsDefaultValues()
    {
        show({u"role-templates"_s, u"0"_s});
        auto *values = find<ui::CodeView>(u"Default values of country"_s);
        QVERIFY(values);
        values->setFocus();
        QTest::keyClicks(values, u"DE"_s);
        QTest::keyClick(values, Qt::Key_Return);
        QTest::keyClicks(values, u"AT"_s);
        QCOMPARE(text(),
                 shopWith(u"['country']"_s,
                          u"[{ 'name': 'country', 'default-values': ['DE', 'AT'] }]"_s));
        QTest::keyClick(values, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), shop);
    }

    void numbersAndChoices()
    {
        show({u"oauth2-configuration"_s});
        auto *validity = line(u"token-validity"_s);
        validity->setFocus();
        validity->selectAll();
        QTest::keyClicks(validity, u"72x00"_s); // no letter gets in
        QCOMPARE(text(), shopWith(u"3600"_s, u"7200"_s));
        QTest::keyClick(validity, Qt::Key_Z, Qt::ControlModifier);
        show({u"attributes"_s, u"0"_s});
        auto *type = find<ui::ChoiceButton>(u"valueType"_s);
        QVERIFY(type);
        QCOMPARE(type->currentId(), QString());
        Q_EMIT type->chosen(u"int"_s);
        QCOMPARE(
            text(),
            shopWith(u"'valueRequired': false"_s, u"'valueRequired': false, 'valueType': 'int'"_s));
        Q_EMIT type->chosen(QString());
        QCOMPARE(text(), shop);
        auto *required = find<ui::ChoiceButton>(u"valueRequired"_s);
        Q_EMIT required->chosen(u"true"_s);
        QCOMPARE(text(), shopWith(u"false"_s, u"true"_s));
    }

    void whatTheFormDoesNotKnowStaysAndIsTold()
    {
        show(ui::DescriptorOutline::general());
        QVERIFY(says(u"1 member(s) that this form does not know stay as they are: x-own."_s));
        auto *name = line(u"xsappname"_s);
        name->setFocus();
        QTest::keyClicks(name, u"2"_s);
        QCOMPARE(text(), shopWith(u"'shop'"_s, u"'shop2'"_s));
        show({u"role-templates"_s, u"0"_s});
        QVERIFY(says(u": note."_s));
        show({u"oauth2-configuration"_s});
        QVERIFY(says(u"Something else stands here"_s)); // autoapprove: 7
        QVERIFY(!find<ui::ChoiceButton>(u"autoapprove"_s));
    }

    void aTextThatALineCannotHoldIsNotCut()
    {
        for (const auto &held : {u"two\\nlines"_s, QString(40'000, u'x')}) {
            const QString given = shopWith(u"'reads'"_s, u"'"_s + held + u"'"_s);
            m_panel->setDescriptor(u"/long"_s, given, true);
            show({u"scopes"_s, u"0"_s});
            QVERIFY(!line(u"description"_s));
            QVERIFY(says(u"Something else stands here"_s));
            m_panel->setDescriptor(u"/shop"_s, shop, true);
        }
    }

    void halvesOfACharacterStayTogether()
    {
        auto *editor = m_panel->findChild<ui::DescriptorEditor *>();
        const auto smile = QString::fromUcs4(U"\U0001F600"); // these two begin alike
        const auto laugh = QString::fromUcs4(U"\U0001F602");
        editor->become(u"a"_s + smile + u"b"_s, false);
        editor->become(u"a"_s + laugh + u"b"_s, false);
        QCOMPARE(text(), QString(u"a"_s + laugh + u"b"_s));
        editor->undo();
        QCOMPARE(text(), QString(u"a"_s + smile + u"b"_s));
    }

    void aTextThatCannotBeReadIsLeftToTheText()
    {
        show({u"scopes"_s, u"0"_s});
        m_panel->showForm(false);
        auto *editor = m_panel->findChild<ui::DescriptorEditor *>();
        editor->become(shopWith(u"'role-templates'"_s, u"role-templates'"_s), false);
        m_panel->showForm(true);
        QVERIFY(says(u"Line 7, column 3"_s));
        QVERIFY(!line(u"description"_s)->isEnabled());
        auto *help = button(u"Show the place"_s);
        QVERIFY(help);
        QTest::mouseClick(help, Qt::LeftButton);
        QVERIFY(editor->isVisible());
        QCOMPARE(editor->textCursor().blockNumber(), 6);
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        m_panel->showForm(true);
        QVERIFY(line(u"description"_s)->isEnabled());
    }

    void problemsStandAtTheirField()
    {
        ui::TableRow row;
        row.cells = {u"✗ error"_s, u"The name is too long."_s, u"line 3, column 14"_s};
        row.line = 3;
        row.column = 14;
        row.tone = ui::Tone::Error;
        m_panel->setProblems({row});
        show({u"scopes"_s, u"0"_s});
        const auto *field = line(u"name"_s)->parentWidget()->parentWidget();
        const auto *label = field->findChild<ui::ProblemLabel *>();
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), u"✗ error: The name is too long."_s);
        const auto marked = outline()->currentIndex();
        QCOMPARE(marked.data().toString(), u"✗ View"_s);
        QCOMPARE(marked.parent().data().toString(), u"✗ Scopes · 2"_s);
        show({u"scopes"_s, u"1"_s});
        QVERIFY(!says(u"The name is too long."_s));
        show(ui::DescriptorOutline::general());
        auto *table = find<ui::QuietTable>(u"Problems of xs-security.json"_s);
        table->selectRow(0);
        QCOMPARE(outline()->currentEntry(), (QStringList{u"scopes"_s, u"0"_s}));
    }

    void aListIsShownWithWhatHoldsItsEntries()
    {
        show({u"scopes"_s});
        auto *table = find<ui::QuietTable>(u"Entries of the list"_s);
        QVERIFY(table);
        const auto *model = table->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, 0).data().toString(), u"$XSAPPNAME.View"_s);
        QCOMPARE(model->index(0, 1).data().toString(), u"reads"_s);
        QCOMPARE(model->index(0, 2).data().toString(), u"Viewer"_s);
        QCOMPARE(model->index(1, 2).data().toString(), QString());
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(line(u"name"_s)->text(), u"$XSAPPNAME.Edit"_s);
        show({u"role-collections"_s}); // none: what they are for stands there
        QVERIFY(!find<ui::QuietTable>(u"Entries of the list"_s));
        QVERIFY(says(u"There are none yet."_s));
    }

    void removedEntriesLeaveTheirReferencesAndSaySo()
    {
        show({u"scopes"_s, u"0"_s});
        outline()->setFocus();
        QTest::keyClick(outline(), Qt::Key_Delete);
        QCOMPARE(text(),
                 shopWith(u"{'name': '$XSAPPNAME.View', 'description': 'reads'},\n    "_s, {}));
        QVERIFY(says(u"1 reference(s) to it stay"_s));
        QCOMPARE(outline()->currentIndex().data().toString(), u"Edit"_s);
        QTest::keyClick(outline(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), shop);
    }

    // From nothing to a scope and a role template that gives it, with keys alone.
    void beginsWithKeysAlone()
    {
        m_panel->setDescriptor(u"/new"_s, {}, true);
        ui::Keyboard keys;
        m_panel->setFocus();
        auto *begin = button(u"Begin an empty one"_s);
        QVERIFY(begin);
        begin->setFocus();
        keys.press(Qt::Key_Return);
        QCOMPARE(text(), u"{\n}\n"_s);
        QVERIFY(keys.tabTo(u"Entries of xs-security.json"_s));
        keys.press(Qt::Key_Down);
        QVERIFY(keys.tabTo(u"Add a scope"_s));
        keys.press(Qt::Key_Return);
        QCOMPARE(keys.heard(), u"name"_s);
        keys.type(u"$XSAPPNAME.View"_s);
        keys.press(Qt::Key_Return);
        QVERIFY(keys.tabTo(u"Entries of xs-security.json"_s, Qt::ShiftModifier));
        keys.press(Qt::Key_Down);
        keys.press(Qt::Key_Down);
        QVERIFY(keys.tabTo(u"Add a role template"_s));
        keys.press(Qt::Key_Return);
        keys.type(u"Viewer"_s);
        QVERIFY(keys.tabTo(u"scope-references"_s));
        keys.press(Qt::Key_Space);
        QCOMPARE(text(),
                 quoted(u"{\n  'scopes': [\n    {\n      'name': '$XSAPPNAME.View'\n    }\n  ],\n"
                        u"  'role-templates': [\n    {\n      'name': 'Viewer',\n"
                        u"      'scope-references': [\n        '$XSAPPNAME.View'\n      ]\n"
                        u"    }\n  ]\n}\n"_s));
    }

    void everyControlHasAName()
    {
        for (const auto &entry : {ui::DescriptorOutline::general(),
                                  QStringList{u"scopes"_s},
                                  QStringList{u"scopes"_s, u"0"_s},
                                  QStringList{u"attributes"_s, u"0"_s},
                                  QStringList{u"role-templates"_s, u"0"_s},
                                  ui::DescriptorOutline::foreign(),
                                  QStringList{u"oauth2-configuration"_s},
                                  ui::DescriptorOutline::outcome()}) {
            show(entry);
            int seen = 0;
            QCOMPARE(ui::namelessControls(*m_panel, &seen), QStringList());
            QVERIFY(seen > 3);
        }
    }

    void whatIsNotEditableIsShownOnly()
    {
        m_panel->setDescriptor(u"/other"_s, shop, false);
        show({u"scopes"_s, u"0"_s});
        QCOMPARE(line(u"description"_s)->text(), u"reads"_s);
        QVERIFY(!line(u"description"_s)->isEnabled());
        outline()->setFocus();
        QTest::keyClick(outline(), Qt::Key_Delete);
        QTest::keyClick(outline(), Qt::Key_Down); // to look is free
        QCOMPARE(line(u"name"_s)->text(), u"$XSAPPNAME.Edit"_s);
        QCOMPARE(text(), shop);
    }

    // As after each save, and whenever another file of the folder changes.
    void theHistoryOutlivesReadingTheFileAgain()
    {
        m_panel->setDescriptor(u"/windows"_s, QString(shop).replace(u"\n"_s, u"\r\n"_s), true);
        auto *editor = m_panel->findChild<ui::DescriptorEditor *>();
        const auto changed = shopWith(u"'reads'"_s, u"'sees'"_s);
        editor->become(changed, false);
        m_panel->setDescriptor(u"/windows"_s, QString(changed).replace(u"\n"_s, u"\r\n"_s), true);
        QVERIFY(!m_panel->isChanged());
        editor->undo();
        QCOMPARE(text(), shop);
    }

    void theChangesOfAnotherProjectWait()
    {
        show({u"scopes"_s, u"0"_s});
        auto *description = line(u"description"_s);
        description->setFocus();
        description->selectAll();
        QTest::keyClicks(description, u"sees"_s);
        m_panel->setDescriptor(u"/other"_s, u"{}\n"_s, true);
        QCOMPARE(text(), u"{}\n"_s);
        QVERIFY(!m_panel->isChanged());
        m_panel->setDescriptor(u"/shop"_s, shop, true);
        QCOMPARE(text(), shopWith(u"'reads'"_s, u"'sees'"_s));
        QVERIFY(m_panel->isChanged());
    }

    void theChangesWaitWhileTheFileCannotBeEdited()
    {
        const auto changed = shopWith(u"'reads'"_s, u"'sees'"_s);
        m_panel->findChild<ui::DescriptorEditor *>()->become(changed, false);
        m_panel->setDescriptor(u"/shop"_s, u"{\r\n}\n"_s, false); // ends of two kinds
        QVERIFY(!m_panel->isChanged());
        m_panel->setDescriptor(u"/shop"_s, shop, true);
        QCOMPARE(text(), changed);
        QVERIFY(m_panel->isChanged());
    }

    void theChoiceOfTheViewIsTold()
    {
        QSignalSpy shown(m_panel.get(), &ui::DescriptorPanel::formShown);
        m_panel->showForm(false);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.constFirst().constFirst().toBool(), false);
    }

private:
    std::unique_ptr<ui::DescriptorPanel> m_panel;
};

QTEST_MAIN(TestDescriptorForm)
#include "tst_descriptorform.moc"
