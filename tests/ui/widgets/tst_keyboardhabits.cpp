// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/keyboard.h"
#include "ui/widgets/cardbutton.h"
#include "ui/widgets/keyboardhabits.h"

#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace tokentrail::ui;
using namespace Qt::StringLiterals;

class TestKeyboardHabits : public QObject
{
    Q_OBJECT

    Keyboard m_keyboard;

    static bool shown(QWidget &window)
    {
        window.show();
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window);
    }
    static void settle() { QCoreApplication::processEvents(); }

private Q_SLOTS:
    void initTestCase()
    {
        KeyboardHabits::keep();
        KeyboardHabits::keep(); // two windows, one habit: a press is still one press
    }

    void returnPressesWhatHasTheFocus()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        QPushButton button(u"Open"_s);
        CardButton card(u"alice"_s, u"Sample Viewers"_s, ChipMark::Person, Tone::Person);
        QCheckBox box(u"all"_s);
        for (auto *widget : std::initializer_list<QWidget *>{&button, &card, &box})
            layout.addWidget(widget);
        QVERIFY(shown(window));
        for (auto *one : std::initializer_list<QAbstractButton *>{&button, &card}) {
            QSignalSpy clicked(one, &QAbstractButton::clicked);
            one->setFocus();
            m_keyboard.press(Qt::Key_Return);
            QCOMPARE(clicked.size(), 1);
            m_keyboard.press(Qt::Key_Enter, Qt::KeypadModifier);
            QCOMPARE(clicked.size(), 2);
            m_keyboard.press(Qt::Key_Space);
            QCOMPARE(clicked.size(), 3);
            m_keyboard.press(Qt::Key_Return, Qt::ControlModifier); // sends the call
            QCOMPARE(clicked.size(), 3);
        }
        box.setFocus();
        m_keyboard.press(Qt::Key_Return);
        QVERIFY(!box.isChecked());
    }

    void aDialogPressesOnce()
    {
        QDialog dialog;
        QVBoxLayout layout(&dialog);
        QPushButton button(u"Send it"_s);
        layout.addWidget(&button);
        QVERIFY(shown(dialog));
        button.setFocus();
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        m_keyboard.press(Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
    }

    void arrowsGoFromCardToCard()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        CardButton first(u"alice"_s, {}, ChipMark::Person, Tone::Person);
        CardButton second(u"bob"_s, {}, ChipMark::Person, Tone::Person);
        layout.addWidget(&first);
        layout.addWidget(&second);
        QVERIFY(shown(window));
        first.setFocus();
        m_keyboard.press(Qt::Key_Down);
        QCOMPARE(m_keyboard.heard(), u"bob"_s);
        m_keyboard.press(Qt::Key_Up);
        QCOMPARE(m_keyboard.heard(), u"alice"_s);
    }

    void aButtonThatIsSwitchedOffHandsTheFocusToItsWork()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        QPushButton behave(u"Behave again"_s);
        QPushButton stop(u"Stop"_s);
        QListWidget list;
        list.addItem(u"fault"_s);
        for (auto *widget : std::initializer_list<QWidget *>{&behave, &stop, &list})
            layout.addWidget(widget);
        connect(&behave, &QPushButton::clicked, &behave, [&] { behave.setEnabled(false); });
        QVERIFY(shown(window));
        behave.setFocus();
        m_keyboard.press(Qt::Key_Space);
        settle();
        QCOMPARE(QApplication::focusWidget(), &list);
        // It comes back on its own, long after the user has gone on: nothing is taken away.
        m_keyboard.press(Qt::Key_Down);
        behave.setEnabled(true);
        settle();
        QCOMPARE(QApplication::focusWidget(), &list);
        // A button that hides itself is no other.
        connect(&stop, &QPushButton::clicked, &stop, &QWidget::hide);
        stop.setFocus();
        m_keyboard.press(Qt::Key_Return);
        settle();
        QCOMPARE(QApplication::focusWidget(), &list);
    }

    void aButtonThatWasBusyGetsTheFocusBack()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        QPushButton test(u"Does it still work?"_s);
        QPushButton remove(u"Remove"_s);
        QListWidget list;
        for (auto *widget : std::initializer_list<QWidget *>{&test, &remove, &list})
            layout.addWidget(widget);
        connect(&test, &QPushButton::clicked, &test, [&] { test.setEnabled(false); });
        QVERIFY(shown(window));
        test.setFocus();
        m_keyboard.press(Qt::Key_Return);
        settle();
        QCOMPARE(QApplication::focusWidget(), &list);
        test.setEnabled(true);
        QCOMPARE(QApplication::focusWidget(), &test);
    }

    void whatTheProgramChoseIsLeft()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        QPushButton fresh(u"New"_s);
        QPushButton other(u"Other"_s);
        QListWidget list;
        QLineEdit name;
        for (auto *widget : std::initializer_list<QWidget *>{&fresh, &other, &list, &name})
            layout.addWidget(widget);
        connect(&fresh, &QPushButton::clicked, &fresh, [&] {
            fresh.setEnabled(false);
            name.setFocus();
        });
        QVERIFY(shown(window));
        fresh.setFocus();
        m_keyboard.press(Qt::Key_Return);
        settle();
        QCOMPARE(QApplication::focusWidget(), &name);
    }
};

QTEST_MAIN(TestKeyboardHabits)
#include "tst_keyboardhabits.moc"
