// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tabstrip.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"

#include <QPainter>

namespace tokentrail::ui {

namespace {
constexpr int gap = 16;
} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

QSize TabStrip::tabSizeHint(int index) const
{
    const QFontMetrics metrics(semiBold(font()));
    return {metrics.horizontalAdvance(tabText(index)) + gap, metrics.height() + 18};
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    const auto pointed = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const auto chosen = i == currentIndex();
        const auto tab = tabRect(i).adjusted(0, 0, -gap, 0);
        painter.setFont(chosen ? semiBold(font()) : font());
        const auto hovered = underMouse() && tabRect(i).contains(pointed);
        painter.setPen(chosen || hovered ? colours.text : colours.muted);
        painter.drawText(tab, Qt::AlignLeft | Qt::AlignVCenter, tabText(i));
        if (!chosen)
            continue;
        painter.fillRect(QRectF(tab.left(), tab.bottom() - 1, tab.width(), 2), colours.accent.ink);
        if (hasFocus()) {
            painter.setPen(QPen(colours.accent.ink, 2));
            painter.drawRoundedRect(QRectF(tab).adjusted(-5, 6, 5, -6), 4, 4);
        }
    }
}

} // namespace tokentrail::ui
