// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/emptystate.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

namespace {

constexpr int lineWidth = 560; // px; longer lines are hard to follow
constexpr int margin = 24;

} // namespace

EmptyState::EmptyState(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_heading(new WrappedLabel)
    , m_text(new WrappedLabel)
    , m_layout(new QVBoxLayout(this))
{
    m_heading->setFont(semiBold(font()));
    m_text->setMuted(true);
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->setSpacing(10);
    m_layout->addStretch(2);
    for (auto *label : {m_heading, m_text}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        m_layout->addWidget(label, 0, Qt::AlignHCenter);
    }
    m_layout->addStretch(3);
    setText(text);
}

void EmptyState::setText(const QString &text)
{
    m_heading->setText(text.section(QStringLiteral("\n\n"), 0, 0));
    m_text->setText(text.section(QStringLiteral("\n\n"), 1));
    m_text->setVisible(!m_text->text().isEmpty());
    fit();
}

void EmptyState::addAction(QWidget *button)
{
    m_layout->insertSpacing(m_layout->count() - 1, 6);
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_heading->setFont(semiBold(font()));
        fit();
    }
}

// Aligned in a box layout, a label gets the height of its hint, not the one for its width.
void EmptyState::fit()
{
    const int width = std::clamp(this->width() - 2 * margin, 200, lineWidth);
    for (auto *label : {m_heading, m_text})
        label->setFixedSize(width, std::max(0, label->heightForWidth(width))); // -1: no text
}

} // namespace tokentrail::ui
