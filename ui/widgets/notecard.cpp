// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/notecard.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace tokentrail::ui {

NoteCard::NoteCard(Tone tone, const QString &title, const QString &sentence, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
{
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 9, 12, 10);
    layout->setSpacing(3);
    auto *heading = new WrappedLabel(title, this);
    layout->addWidget(heading);
    if (tone != Tone::Neutral)
        heading->setFont(semiBold(font()));
    if (sentence.isEmpty())
        return;
    auto *label = new WrappedLabel(sentence, this);
    label->setMuted(tone == Tone::Neutral);
    layout->addWidget(label);
}

void NoteCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    auto pair = colours.pair(m_tone);
    if (m_tone == Tone::Neutral)
        pair.ink = colours.line;
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(card, pair.ground);
    painter.setClipPath(card);
    painter.fillRect(QRectF(0, 0, 4, height()), pair.ink);
}

} // namespace tokentrail::ui
