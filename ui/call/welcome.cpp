// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/welcome.h"

#include "ui/widgets/cardbutton.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

constexpr int readableWidth = 620;

void emptied(QVBoxLayout *layout)
{
    while (auto *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

WrappedLabel *heading(const QString &text, double factor, QWidget *parent)
{
    auto *label = new WrappedLabel(text, parent);
    label->setFont(semiBold(scaled(parent->font(), factor)));
    return label;
}

} // namespace

Welcome::Welcome(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("What will happen, and calls to try"));
    viewport()->setAutoFillBackground(false);

    auto *outer = new QWidget;
    auto *column = new QWidget(outer);
    column->setMaximumWidth(readableWidth);
    auto *centre = new QHBoxLayout(outer);
    centre->setContentsMargins(24, 28, 24, 24);
    centre->addStretch(1);
    centre->addWidget(column, 100);
    centre->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(heading(tr("What happens when you press Send"), 1.25, column));
    layout->addSpacing(6);
    m_steps = new QVBoxLayout;
    m_steps->setSpacing(6);
    layout->addLayout(m_steps);
    layout->addSpacing(6);
    auto *after = new WrappedLabel(
        tr("Then the trail of the call stands here: every hop, the tokens in it, and one line for "
           "the person, which breaks where the person is lost."),
        column);
    after->setMuted(true);
    layout->addWidget(after);
    layout->addSpacing(22);

    m_examplesBox = new QWidget(column);
    auto *box = new QVBoxLayout(m_examplesBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(8);
    box->addWidget(heading(tr("Or try one of these"), 1.0, m_examplesBox));
    m_examples = new QVBoxLayout;
    m_examples->setSpacing(6);
    box->addLayout(m_examples);
    layout->addWidget(m_examplesBox);
    layout->addStretch();
    setWidget(outer);
    outer->setAutoFillBackground(false);
}

void Welcome::setPlan(const QStringList &steps)
{
    emptied(m_steps);
    auto number = 0;
    for (const auto &step : steps) {
        auto *row = new QWidget(widget());
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(10);
        auto *chip = new Chip(row);
        chip->setLook({QString::number(++number), Tone::Accent, ChipMark::None, 0});
        chip->setFixedWidth(26);
        layout->addWidget(chip, 0, Qt::AlignTop);
        layout->addWidget(new WrappedLabel(step, row), 1);
        m_steps->addWidget(row);
    }
}

void Welcome::setExamples(const QList<ExampleCall> &examples)
{
    emptied(m_examples);
    m_examplesBox->setVisible(!examples.isEmpty());
    for (const auto &example : examples) {
        auto *card = new CardButton(example.title,
                                    example.explains,
                                    example.losesUser ? ChipMark::Lost : ChipMark::Person,
                                    example.losesUser ? Tone::Error : Tone::Person,
                                    m_examplesBox);
        connect(card, &CardButton::clicked, this, [this, draft = example.draft] {
            Q_EMIT exampleChosen(draft);
        });
        m_examples->addWidget(card);
    }
}

} // namespace tokentrail::ui
