// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionComplex;
class QStyleOptionMenuItem;

namespace tokentrail::ui {

// What HouseStyle draws, shape by shape.

inline constexpr double controlRadius = 6;

bool hasRole(const QWidget *widget, QStringView role); // "primary" or "quiet"
void roundedBox(QPainter *painter,
                const QRectF &rect,
                const QColor &ground,
                const QColor &border,
                double width = 1,
                double radius = controlRadius);
void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void drawCheckBox(const QStyleOption *option, QPainter *painter);
void drawScrollBar(const QStyleOptionComplex *option, const QRect &slider, QPainter *painter);
void drawHeaderSection(const QStyleOption *option, QPainter *painter);
void drawMenuHighlight(const QStyleOptionMenuItem &item, QPainter *painter);

} // namespace tokentrail::ui
