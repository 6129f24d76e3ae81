// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/colours.h"

#include <QWidget>

class QPainter;

namespace tokentrail::ui {

// The shape that says the same as the colour.
enum class ChipMark { None, Person, Client, Lost };

struct ChipLook
{
    QString text;
    Tone tone = Tone::Neutral;
    ChipMark mark = ChipMark::None;
    int personNumber = 0;
};

QSizeF chipSize(const ChipLook &look, const QFont &font);
void paintChip(QPainter &painter, const QRectF &rect, const ChipLook &look, const Colours &colours);
void paintMark(QPainter &painter, const QRectF &square, ChipMark mark, const QColor &ink);

// A pill with a mark and a name.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);

    void setLook(const ChipLook &look);
    const ChipLook &look() const { return m_look; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipLook m_look;
};

} // namespace tokentrail::ui
