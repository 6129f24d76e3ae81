// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/housestyle.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/houseshapes.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace tokentrail::ui
