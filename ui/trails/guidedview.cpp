// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/trails/guidedview.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/evidencerow.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

using Outcome = diagnosis::GuidedCheck::Outcome;

QString inWords(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return GuidedView::tr("✓ passed");
    case Outcome::Failed:
        return GuidedView::tr("✗ failed");
    case Outcome::NotVisible:
        return GuidedView::tr("– not visible");
    }
    return {};
}

// Its ink says again what its words say, and follows the palette.
class OutcomeLabel : public QLabel
{
public:
    explicit OutcomeLabel(Outcome outcome)
        : QLabel(inWords(outcome))
        , m_outcome(outcome)
    {
        setFont(semiBold(font()));
        ink();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            ink();
    }

private:
    void ink()
    {
        auto inked = QApplication::palette();
        const auto colours = Colours::of(inked);
        inked.setColor(QPalette::WindowText,
                       m_outcome == Outcome::Passed       ? colours.person.ink
                           : m_outcome == Outcome::Failed ? colours.error.ink
                                                          : colours.muted);
        setPalette(inked);
    }

    Outcome m_outcome;
};

} // namespace

GuidedView::GuidedView(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Questions that lead to the place"));
    viewport()->setAutoFillBackground(false);
}

void GuidedView::setChecks(const QList<diagnosis::GuidedCheck> &checks)
{
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(14, 12, 14, 14);
    rows->setSpacing(4);
    auto *intro = new WrappedLabel(
        tr("From the caller to the backend: what the call never came to is not visible."));
    intro->setMuted(true);
    rows->addWidget(intro);
    auto number = 0;
    for (const auto &check : checks)
        addCheck(rows, ++number, check);
    rows->addStretch();
    setWidget(content); // deletes the former one
    content->setAutoFillBackground(false);
}

void GuidedView::addCheck(QVBoxLayout *rows, int number, const diagnosis::GuidedCheck &check)
{
    auto *question = new WrappedLabel(tr("%1. %2").arg(number).arg(check.question));
    question->setFont(semiBold(question->font()));
    auto *outcome = new OutcomeLabel(check.outcome);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(question, 1);
    line->addWidget(outcome, 0, Qt::AlignTop);
    rows->addSpacing(8);
    rows->addLayout(line);
    auto *answer = new EvidenceRow(check.sentence,
                                   check.hopId,
                                   check.outcome == Outcome::Passed ? EvidenceRow::Kind::For
                                                                    : EvidenceRow::Kind::Against);
    connect(answer, &EvidenceRow::hopActivated, this, &GuidedView::hopActivated);
    rows->addWidget(answer);
}

} // namespace tokentrail::ui
