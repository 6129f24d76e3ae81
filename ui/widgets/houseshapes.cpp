// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/houseshapes.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto roleProperty = "tokentrailRole";

} // namespace

bool hasRole(const QWidget *widget, QStringView role)
{
    return widget && widget->property(roleProperty).toString() == role;
}

void roundedBox(QPainter *painter,
                const QRectF &rect,
                const QColor &ground,
                const QColor &border,
                double width,
                double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const auto inset = width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto colours = Colours::of(option->palette);
    const auto enabled = option->state.testFlag(QStyle::State_Enabled);
    const auto hovered = enabled && option->state.testFlag(QStyle::State_MouseOver);
    const auto down =
        option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On);
    auto ground = colours.panel;
    auto border = hovered ? colours.muted : colours.line;
    if (hasRole(widget, u"primary") && enabled) {
        ground = colours.accent.ink;
        if (hovered || down)
            ground = colours.dark ? ground.lighter(108) : ground.darker(112);
        border = ground;
    } else if (hasRole(widget, u"quiet")) {
        ground = hovered || down ? colours.accent.ground : QColor();
        border = QColor();
    } else if (down) {
        ground = colours.accent.ground;
    }
    roundedBox(painter, option->rect, ground, border);
    if (enabled && option->state.testFlag(QStyle::State_HasFocus)) {
        const auto focus = hasRole(widget, u"primary") ? colours.text : colours.accent.ink;
        roundedBox(painter, option->rect, QColor(), focus, 2);
    }
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const auto colours = Colours::of(option->palette);
    const auto on = option->state.testFlag(QStyle::State_On);
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    roundedBox(painter,
               box,
               on ? colours.accent.ink : colours.panel,
               on ? colours.accent.ink : colours.muted,
               1.5,
               3);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colours.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath tick(QPointF(box.left() + box.width() * 0.24, box.center().y()));
    tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.70);
    tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.30);
    painter->drawPath(tick);
    painter->restore();
}

void drawScrollBar(const QStyleOptionComplex *option, const QRect &slider, QPainter *painter)
{
    const auto colours = Colours::of(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    auto handle = colours.muted;
    handle.setAlphaF(option->state.testFlag(QStyle::State_MouseOver) ? 0.8F : 0.45F);
    painter->setBrush(handle);
    const QRectF bar = QRectF(slider).adjusted(3, 3, -3, -3);
    const auto radius = qMin(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const auto colours = Colours::of(option->palette);
    painter->fillRect(option->rect, colours.panel);
    painter->setPen(colours.line);
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawMenuHighlight(const QStyleOptionMenuItem &item, QPainter *painter)
{
    const auto colours = Colours::of(item.palette);
    painter->fillRect(item.rect, colours.panel);
    roundedBox(painter, QRectF(item.rect).adjusted(4, 1, -4, -1), colours.accent.ground, QColor());
}

void makePrimary(QWidget *button)
{
    button->setProperty(roleProperty, u"primary"_s);
    button->setFont(semiBold(button->font()));
}

void makeQuiet(QWidget *button)
{
    button->setProperty(roleProperty, u"quiet"_s);
}

} // namespace tokentrail::ui
