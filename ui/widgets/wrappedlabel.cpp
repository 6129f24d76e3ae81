// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrappedlabel.h"

#include "ui/widgets/colours.h"

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
    // A role, not a colour: it follows the palette by itself. Never pale in high contrast.
    const auto pale = m_muted && !Colours::of(palette()).system;
    const auto role = pale ? QPalette::PlaceholderText : QPalette::WindowText;
    if (foregroundRole() != role) // setting it is a change of palette, and would come back here
        setForegroundRole(role);
}

void WrappedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        ink();
}

} // namespace tokentrail::ui
