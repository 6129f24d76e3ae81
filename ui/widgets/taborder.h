// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace tokentrail::ui {

// Makes what was built later the next stops of the Tab key behind a widget, in the order of its
// making. Qt puts what comes later at the end of the window, far from where it stands.
inline void stopBehind(QWidget *before, const QWidget *content)
{
    auto *last = before;
    for (auto *widget : content->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QWidget::setTabOrder(last, widget);
        last = widget;
    }
}

} // namespace tokentrail::ui
