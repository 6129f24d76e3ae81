// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/storyview.h"

#include "ui/tokens/lifebar.h"
#include "ui/tokens/sizebar.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {
constexpr qint64 toleratedSkewSeconds = 5;
}

StoryView::StoryView(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The token in plain words"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(12);
    m_headline = new WrappedLabel;
    m_headline->setFont(scaled(font(), 1.15));
    m_life = new LifeBar;
    m_size = new SizeBar;
    m_statements = new QVBoxLayout;
    m_statements->setSpacing(10);
    layout->addWidget(m_headline);
    layout->addWidget(m_life);
    layout->addWidget(m_size);
    layout->addLayout(m_statements);
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false); // the panel below is the ground
    viewport()->setAutoFillBackground(false);
}

void StoryView::show(const TokenView &view)
{
    m_headline->setText(view.story.headline);
    m_life->setLife(view.story.issuedAt, view.story.expiresAt, view.nowSeconds);
    m_size->setBytes(view.story.bytes);
    while (auto *item = m_statements->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // Nobody issues a token in the future: one of the two clocks is wrong.
    if (const auto ahead = view.story.issuedAt - view.nowSeconds; ahead > toleratedSkewSeconds)
        addStatement({tr("Clocks"),
                      tr("It was issued %1 s in the future by this machine’s clock: this clock is "
                         "behind the issuer’s, or that one is ahead.")
                          .arg(ahead),
                      {},
                      {tr("iat")}});
    for (const auto &statement : view.story.statements)
        addStatement(statement);
    for (const auto &problem : view.token.problems)
        addStatement({tr("Odd"), problem.sentence, {}, {}});
}

void StoryView::addStatement(const xsuaa::TokenStatement &statement)
{
    auto *label = new WrappedLabel(statement.label);
    label->setMuted(true);
    label->setWordWrap(false);
    label->setFixedWidth(fontMetrics().horizontalAdvance(tr("Role collections")) + 18);
    QStringList meanings;
    for (const auto &claim : statement.claims)
        meanings << tr("%1: %2").arg(claim, xsuaa::meaningOfClaim(claim));
    label->setToolTip(meanings.join(u'\n'));

    // Box layouts give wrapped labels the height that their width asks for; a form does not.
    auto *row = new QWidget;
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(label, 0, Qt::AlignTop);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    columns->addLayout(lines, 1);
    auto *words = new WrappedLabel(statement.words);
    words->setAccessibleName(statement.label);
    words->setAccessibleDescription(meanings.join(u'\n'));
    lines->addWidget(words);
    if (!statement.raw.isEmpty()) {
        auto *raw = new WrappedLabel(statement.raw);
        raw->setFont(codeFont());
        raw->setMuted(true);
        lines->addWidget(raw);
    }
    m_statements->addWidget(row);
}

} // namespace tokentrail::ui
