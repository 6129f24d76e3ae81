// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keyboardhabits.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace tokentrail::ui {

namespace {

bool isPlainReturn(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        && (key.modifiers() & ~Qt::KeypadModifier) == 0 && !key.isAutoRepeat();
}

// Switches have Space alone; a dialog and a button with a menu know Return themselves.
bool isPressedByReturn(const QAbstractButton &button)
{
    if (qobject_cast<const QCheckBox *>(&button) || qobject_cast<const QRadioButton *>(&button))
        return false;
    if (const auto *tool = qobject_cast<const QToolButton *>(&button); tool && tool->menu())
        return false;
    const auto *push = qobject_cast<const QPushButton *>(&button);
    const bool ofDialog = push && (push->autoDefault() || push->isDefault())
        && qobject_cast<const QDialog *>(push->window());
    return !ofDialog;
}

bool canTakeFocus(const QWidget &widget)
{
    return widget.isEnabled() && widget.isVisible() && (widget.focusPolicy() & Qt::TabFocus);
}

template<typename Kind>
QWidget *firstIn(const QWidget &place)
{
    for (auto *widget : place.findChildren<Kind *>()) {
        if (canTakeFocus(*widget))
            return widget;
    }
    return nullptr;
}

// The list that the button works on, or the text; the nearest, and never outside of its page.
QWidget *workBeside(const QAbstractButton &button)
{
    QWidget *text = nullptr;
    for (auto *place = button.parentWidget(); place; place = place->parentWidget()) {
        if (qobject_cast<QMainWindow *>(place->parentWidget()))
            break;
        if (auto *list = firstIn<QAbstractItemView>(*place))
            return list;
        if (!text)
            text = firstIn<QPlainTextEdit>(*place);
        if (!text)
            text = firstIn<QLineEdit>(*place);
        if (place->isWindow())
            break;
    }
    return text;
}

} // namespace

KeyboardHabits::KeyboardHabits(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, &KeyboardHabits::followFocus);
    qApp->installEventFilter(this);
}

void KeyboardHabits::keep()
{
    if (!qApp->findChild<KeyboardHabits *>(QString(), Qt::FindDirectChildrenOnly))
        new KeyboardHabits(qApp);
}

bool KeyboardHabits::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_lost = nullptr; // the user has gone on
        break;
    case QEvent::KeyPress:
        m_lost = nullptr;
        if (auto *button = qobject_cast<QAbstractButton *>(watched); button && button->isEnabled()
            && isPressedByReturn(*button) && isPlainReturn(*static_cast<QKeyEvent *>(event))) {
            button->click();
            return true;
        }
        break;
    case QEvent::EnabledChange:
    case QEvent::Show:
        if (watched == m_lost && isBack() && QApplication::focusWidget() == m_given) {
            m_lost->setFocus(Qt::OtherFocusReason); // it was busy, and is no longer
            m_lost = nullptr;
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool KeyboardHabits::isBack() const
{
    return m_lost && canTakeFocus(*m_lost);
}

// Qt moves the focus on while it switches a button off: to whatever Tab would reach next.
void KeyboardHabits::followFocus(QWidget *before, QWidget *now)
{
    auto *button = qobject_cast<QAbstractButton *>(before);
    if (button && (!button->isEnabled() || button->isHidden())) {
        m_lost = button;
        m_fell = now;
        QMetaObject::invokeMethod(this, &KeyboardHabits::moveOn, Qt::QueuedConnection);
    } else if (now && now != m_given) {
        m_lost = nullptr; // somebody else has decided
    }
}

// Once everything that the button caused has happened.
void KeyboardHabits::moveOn()
{
    if (!m_lost || QApplication::focusWidget() != m_fell)
        return;
    if (isBack()) {
        m_given = m_lost;
        m_lost->setFocus(Qt::OtherFocusReason);
        m_lost = nullptr;
        return;
    }
    if (auto *work = workBeside(*m_lost)) {
        m_given = work;
        work->setFocus(Qt::OtherFocusReason);
    } else {
        m_given = m_fell;
    }
}

} // namespace tokentrail::ui
