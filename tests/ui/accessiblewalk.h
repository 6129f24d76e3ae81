// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace tokentrail::ui {

// Qt's own helpers inside its widgets, which nobody reaches by Tab.
inline bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_") || widget->inherits("QHeaderView")
        || widget->inherits("QTableCornerButton") || widget->inherits("QComboBoxPrivateContainer");
}

// Controls in sight that Tab reaches and a screen reader could not name; seen counts all of them.
inline QStringList namelessControls(const QWidget &window, int *seen)
{
    QStringList nameless;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || isInner(widget)
            || !widget->isVisibleTo(&window))
            continue;
        ++*seen;
        auto *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className())
                    + QStringLiteral(" in ")
                    + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    return nameless;
}

} // namespace tokentrail::ui
