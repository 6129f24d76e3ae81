// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrappedlabel.h"

#include "ui/widgets/colours.h"

#include <QApplication>
#include <QEvent>

namespace tokentrail::ui {

WrappedLabel::WrappedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappedLabel::setMuted(bool muted)
{
    m_muted = muted;
    ink();
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {60, fontMetrics().height()};
}

void WrappedLabel::ink()
{
    if (!m_muted || m_inking)
        return;
    m_inking = true;
    auto inked = QApplication::palette();
    inked.setColor(QPalette::WindowText, Colours::of(inked).muted);
    setPalette(inked);
    m_inking = false;
}

void WrappedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        ink();
}

} // namespace tokentrail::ui
