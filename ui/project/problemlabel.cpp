// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/problemlabel.h"

#include <QEvent>
#include <QGuiApplication>

namespace tokentrail::ui {

ProblemLabel::ProblemLabel(QWidget *parent)
    : WrappedLabel({}, parent)
{
    hide();
}

bool ProblemLabel::isWorse(Tone one, Tone other)
{
    const auto rank = [](Tone tone) {
        return tone == Tone::Error ? 2 : tone == Tone::Client ? 1 : 0;
    };
    return rank(one) > rank(other);
}

void ProblemLabel::clearProblems()
{
    clear();
    hide();
    m_worst = Tone::Neutral;
    colour();
}

void ProblemLabel::addProblem(Tone tone, const QString &sentence)
{
    setText(text().isEmpty() ? sentence : QString(text() + QLatin1Char('\n') + sentence));
    if (isWorse(tone, m_worst))
        m_worst = tone;
    colour();
    show();
}

void ProblemLabel::colour()
{
    const auto around = parentWidget() ? parentWidget()->palette() : QGuiApplication::palette();
    const auto ink = Colours::of(around).pair(m_worst).ink;
    if (palette().color(QPalette::WindowText) == ink)
        return;
    QPalette own; // only this role: all others go on following what is around
    own.setColor(QPalette::WindowText, ink);
    setPalette(own);
}

void ProblemLabel::changeEvent(QEvent *event)
{
    WrappedLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace tokentrail::ui
