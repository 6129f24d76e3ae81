// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/housestyle.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double controlRadius = 6;
constexpr auto roleProperty = "tokentrailRole";

bool hasRole(const QWidget *widget, QStringView role)
{
    return widget && widget->property(roleProperty).toString() == role;
}

void roundedBox(QPainter *painter,
                const QRectF &rect,
                const QColor &ground,
                const QColor &border,
                double width = 1,
                double radius = controlRadius)
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

bool isSystem(const QStyleOption *option)
{
    return !option || Colours::of(option->palette).system;
}

} // namespace

HouseStyle::HouseStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{ }

void HouseStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void HouseStyle::drawPrimitive(PrimitiveElement element,
                               const QStyleOption *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    if (isSystem(option)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const auto colours = Colours::of(option->palette);
    const auto focus = option->state.testFlag(State_HasFocus);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth == 0) {
            painter->fillRect(option->rect, colours.panel);
            return;
        }
        roundedBox(painter,
                   option->rect,
                   colours.panel,
                   focus ? colours.accent.ink : colours.line,
                   focus ? 2 : 1);
        return;
    case PE_FrameLineEdit:
        return; // drawn with the panel
    case PE_FrameDefaultButton:
        return;
    case PE_Frame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            roundedBox(painter,
                       option->rect,
                       QColor(),
                       focus ? colours.accent.ink : colours.line,
                       focus ? 2 : 1);
        return;
    case PE_FrameFocusRect:
        if (widget && widget->inherits("QAbstractButton"))
            return; // drawn with the button
        roundedBox(painter, option->rect, QColor(), colours.accent.ink, 2, 4);
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(option, painter);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, colours.panel);
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        roundedBox(painter, option->rect, colours.panel, colours.line, 1, 0);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HouseStyle::drawControl(ControlElement element,
                             const QStyleOption *option,
                             QPainter *painter,
                             const QWidget *widget) const
{
    if (isSystem(option)) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    switch (element) {
    case CE_Splitter:
    case CE_ScrollBarSlider:
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item
            && item->state.testFlag(State_Selected)
            && item->menuItemType != QStyleOptionMenuItem::Separator) {
            auto plain = *item;
            drawMenuHighlight(plain, painter);
            plain.state.setFlag(State_Selected, false);
            QProxyStyle::drawControl(element, &plain, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && hasRole(widget, u"primary") && button->state.testFlag(State_Enabled)) {
            auto primary = *button;
            primary.palette.setColor(QPalette::ButtonText, Colours::of(option->palette).onAccent);
            QProxyStyle::drawControl(element, &primary, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control,
                                    const QStyleOptionComplex *option,
                                    QPainter *painter,
                                    const QWidget *widget) const
{
    if (control == CC_ScrollBar && !isSystem(option)) {
        drawScrollBar(option, subControlRect(control, option, SC_ScrollBarSlider, widget), painter);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && control == CC_ToolButton && !isSystem(option)) {
        auto plain = *button; // the text says that there is a menu
        plain.features.setFlag(QStyleOptionToolButton::HasMenu, false);
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect HouseStyle::subControlRect(ComplexControl control,
                                 const QStyleOptionComplex *option,
                                 SubControl subControl,
                                 const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar || isSystem(option))
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const auto horizontal = bar->orientation == Qt::Horizontal;
    const auto length = horizontal ? bar->rect.width() : bar->rect.height();
    const auto range = bar->maximum - bar->minimum;
    auto handle = length;
    if (range > 0)
        handle = qBound(28, length * bar->pageStep / (range + bar->pageStep), length);
    const auto start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return horizontal
            ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
            : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return piece(start, handle);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    default:
        return {};
    }
}

QSize HouseStyle::sizeFromContents(ContentsType type,
                                   const QStyleOption *option,
                                   const QSize &size,
                                   const QWidget *widget) const
{
    auto result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        result = QSize(size.width() + 24, qMax(30, size.height() + 12));
    else if (type == CT_LineEdit)
        result.setHeight(qMax(30, size.height() + 12));
    else if (type == CT_MenuItem)
        result += QSize(16, 4);
    return result;
}

int HouseStyle::pixelMetric(PixelMetric metric,
                            const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_SplitterWidth:
        return 12;
    case PM_MenuVMargin:
        return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 17;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(StyleHint hint,
                          const QStyleOption *option,
                          const QWidget *widget,
                          QStyleHintReturn *answer) const
{
    if (hint == SH_ScrollBar_Transient)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, answer);
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
