// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chipbutton.h"

#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QtMath>

namespace tokentrail::ui {

namespace {

constexpr int leastWidth = 80;

} // namespace

ChipButton::ChipButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChipButton::setLook(const ChipLook &look)
{
    m_look = look;
    setText(look.text);
    setAccessibleName(look.text);
    updateGeometry();
    update();
}

QSize ChipButton::sizeHint() const
{
    const auto size = chipSize(m_look, font());
    return {qCeil(size.width()), qCeil(size.height())};
}

QSize ChipButton::minimumSizeHint() const
{
    return {qMin(leastWidth, sizeHint().width()), sizeHint().height()};
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    paintChip(painter, rect(), m_look, Colours::of(palette()));
    if (!hasFocus())
        return;
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

} // namespace tokentrail::ui
