// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/trails/comparisonview.h"

#include "ui/lanes/trailpane.h"
#include "ui/lanes/trailview.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QToolButton *stepButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    makeQuiet(button);
    return button;
}

} // namespace

ComparisonView::ComparisonView(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new WrappedLabel({}, this))
    , m_preface(new WrappedLabel({}, this))
    , m_previous(stepButton(tr("Previous"), tr("Previous difference"), this))
    , m_next(stepButton(tr("Next"), tr("Next difference"), this))
{
    m_sentence->setFont(semiBold(font()));
    m_preface->setMuted(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_preface);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 10, 12, 8);
    top->addLayout(words, 1);
    top->addWidget(m_previous, 0, Qt::AlignTop);
    top->addWidget(m_next, 0, Qt::AlignTop);
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(makeSide(tr("Trail of the one that worked"), m_first, m_firstTitle));
    sides->addWidget(makeSide(tr("Trail of the other one"), m_second, m_secondTitle));
    sides->setStretchFactor(0, 1);
    sides->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(sides, 1);
    connect(m_previous, &QToolButton::clicked, this, [this] { showDifference(m_index - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showDifference(m_index + 1); });
}

QWidget *ComparisonView::makeSide(const QString &name, TrailPane *&pane, WrappedLabel *&title)
{
    auto *side = new QWidget(this);
    title = new WrappedLabel({}, side);
    title->setMuted(true);
    title->setContentsMargins(12, 0, 12, 4);
    pane = new TrailPane(name, side);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(pane, 1);
    side->setMinimumWidth(240);
    return side;
}

void ComparisonView::setPair(const TrailPair &pair)
{
    m_pair = pair;
    const auto titleOf = [](const TrailEntry &entry) {
        return tr("%1 · %2").arg(entry.title, entry.detail);
    };
    m_firstTitle->setText(tr("First: %1").arg(titleOf(pair.first)));
    m_secondTitle->setText(tr("Second: %1").arg(titleOf(pair.second)));
    m_first->setTrail(pair.first.trail);
    m_second->setTrail(pair.second.trail);
    m_preface->setText(pair.comparison.preface);
    m_preface->setVisible(!pair.comparison.preface.isEmpty());
    showDifference(0);
}

void ComparisonView::showDifference(qsizetype index)
{
    const auto &all = m_pair.comparison.differences;
    m_index = all.isEmpty() ? 0 : qBound<qsizetype>(0, index, all.size() - 1);
    m_previous->setEnabled(m_index > 0);
    m_next->setEnabled(m_index + 1 < all.size());
    m_previous->setVisible(all.size() > 1);
    m_next->setVisible(all.size() > 1);
    if (all.isEmpty()) {
        m_sentence->setText(m_pair.comparison.sentence());
        return;
    }
    const auto &one = all.at(m_index);
    m_sentence->setText(
        m_index == 0
            ? tr("First difference of %1 — %2").arg(all.size()).arg(one.sentence)
            : tr("Difference %1 of %2 — %3").arg(m_index + 1).arg(all.size()).arg(one.sentence));
    m_first->view()->selectHop(one.hopInFirst);
    m_second->view()->selectHop(one.hopInSecond);
}

QString ComparisonView::sentence() const
{
    return m_sentence->text();
}

bool ComparisonView::closeHop()
{
    return m_second->closeHop() || m_first->closeHop();
}

} // namespace tokentrail::ui
