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

int WrappedLabel::heightForWidth(int width) const
{
    // Layouts ask for the same few widths again and again; each answer lays out a document.
    const auto asked = std::tuple(text(), font(), logicalDpiY());
    if (asked != m_measured) {
        m_measured = asked;
        m_heights.clear();
    }
    auto known = m_heights.find(width);
    if (known == m_heights.end())
        known = m_heights.insert(width, QLabel::heightForWidth(width));
    return *known;
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
    m_heights.clear();
    if (event->type() == QEvent::PaletteChange)
        ink();
}

} // namespace tokentrail::ui
