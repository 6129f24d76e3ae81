// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QApplication>
#include <QTest>
#include <QWidget>

namespace tokentrail::ui {

// Somebody without a mouse who reads names: keys go where the focus is, and nowhere else.
class Keyboard
{
public:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(target(), key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(target(), text); }

    QString heard() const { return nameOf(QApplication::focusWidget()); }

    // Tab, as often as it takes until something of that name has the focus. False: it never does.
    bool tabTo(const QString &name, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QStringList way;
        for (int i = 0; i < 120; ++i) {
            if (heard().contains(name))
                return true;
            way << heard();
            press(Qt::Key_Tab, modifiers);
        }
        way.resize(40);
        qWarning(
            "no %s on the way: %s", qPrintable(name), qPrintable(way.join(QStringLiteral(" | "))));
        return false;
    }

private:
    static QString nameOf(QWidget *widget)
    {
        auto *interface = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
        return interface ? interface->text(QAccessible::Name) : QString();
    }
    static QWidget *target()
    {
        auto *focus = QApplication::focusWidget();
        return focus ? focus : QApplication::activeWindow();
    }
};

} // namespace tokentrail::ui
