// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chip.h"

#include <QFontMetricsF>
#include <QPainter>

namespace tokentrail::ui {

namespace {

constexpr double padding = 8; // with mark and gap as wide as core/trail/lanes.h reserves
constexpr double markSize = 9;
constexpr double markGap = 5;

} // namespace

QSizeF chipSize(const ChipLook &look, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const auto mark = look.mark == ChipMark::None ? 0 : markSize + markGap;
    return {metrics.horizontalAdvance(look.text) + 2 * padding + mark, metrics.height() + 5};
}

void paintMark(QPainter &painter, const QRectF &square, ChipMark mark, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const auto centre = square.center();
    const auto radius = square.width() / 2;
    switch (mark) {
    case ChipMark::None:
        break;
    case ChipMark::Person:
        painter.drawEllipse(centre, radius, radius);
        break;
    case ChipMark::Client:
        painter.drawPolygon(QPolygonF{QPointF(centre.x(), centre.y() - radius * 1.2),
                                      QPointF(centre.x() + radius * 1.2, centre.y()),
                                      QPointF(centre.x(), centre.y() + radius * 1.2),
                                      QPointF(centre.x() - radius * 1.2, centre.y())});
        break;
    case ChipMark::Lost: {
        painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap));
        const auto reach = radius * 0.75;
        painter.drawLine(centre - QPointF(reach, reach), centre + QPointF(reach, reach));
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach));
        break;
    }
    }
    painter.restore();
}

void paintChip(QPainter &painter, const QRectF &rect, const ChipLook &look, const Colours &colours)
{
    const auto pair = look.tone == Tone::Person ? colours.personNumber(look.personNumber)
                                                : colours.pair(look.tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.system ? QPen(pair.ink, 1) : QPen(Qt::NoPen));
    painter.setBrush(pair.ground);
    const auto radius = rect.height() / 2;
    painter.drawRoundedRect(rect, radius, radius);
    auto text = rect.adjusted(padding, 0, -padding, 0);
    if (look.mark != ChipMark::None) {
        const QRectF square(text.left(), rect.center().y() - markSize / 2, markSize, markSize);
        paintMark(painter, square, look.mark, pair.ink);
        text.setLeft(square.right() + markGap);
    }
    painter.setPen(pair.ink);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(text,
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(look.text, Qt::ElideRight, text.width() + 1));
    painter.restore();
}

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setLook(const ChipLook &look)
{
    m_look = look;
    setAccessibleName(look.text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const auto size = chipSize(m_look, font());
    return {qCeil(size.width()), qCeil(size.height())};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_look, Colours::of(palette()));
}

} // namespace tokentrail::ui
