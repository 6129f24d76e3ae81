// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/chip.h"

#include <QAbstractButton>

namespace tokentrail::ui {

// A thing to pick: a mark, a title and a sentence, the whole card is the button.
class CardButton : public QAbstractButton
{
    Q_OBJECT

public:
    CardButton(const QString &title,
               const QString &sentence,
               ChipMark mark,
               Tone tone,
               QWidget *parent = nullptr);

    // A line of a narrow list: the title wraps at its slashes, so that its end, which tells
    // calls apart, is not cut.
    void setCompact(bool compact);
    QStringList titleLines() const; // as they are shown
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return !m_compact; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QFont titleFont() const;
    QRect textRect(int width) const;
    int textLeft() const;

    QString m_title;
    QString m_sentence;
    ChipMark m_mark;
    Tone m_tone;
    bool m_compact = false;
};

} // namespace tokentrail::ui
