// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/findingspanel.h"

#include "ui/widgets/findingcard.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/notecard.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/wrappedlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

// Whom the last hop of the call took the user for; empty when nobody said so.
QString backendUserOf(const trail::Trail &trail)
{
    for (auto hop = trail.hops.crbegin(); hop != trail.hops.crend(); ++hop) {
        const auto name = hop->notes[u"backendUser"].toString();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

FindingsPanel::FindingsPanel(QWidget *parent)
    : Panel(tr("What the call means"), parent)
{
    const QString names[] = {
        tr("Findings of the call"), tr("Causes ruled out"), tr("What could not be seen")};
    for (auto i = 0; i < TabCount; ++i) {
        auto *area = new QScrollArea(this);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setFocusPolicy(Qt::StrongFocus);
        area->setAccessibleName(names[i]);
        area->viewport()->setAutoFillBackground(false);
        m_areas[i] = area;
        addTab(area, {});
    }
    clear();
}

QVBoxLayout *FindingsPanel::emptied(Tab tab)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    m_areas[tab]->setWidget(content); // deletes the former one, and would fill the new one
    content->setAutoFillBackground(false);
    return layout;
}

void FindingsPanel::tell(Tab tab, const QString &sentence)
{
    auto *layout = emptied(tab);
    auto *label = new WrappedLabel(sentence);
    label->setMuted(true);
    layout->addWidget(label);
    layout->addStretch();
}

void FindingsPanel::retitle(qsizetype findings, qsizetype ruledOut, qsizetype notVisible)
{
    setTabTitle(Findings, tr("Findings %1").arg(findings));
    setTabTitle(RuledOut, tr("Ruled out %1").arg(ruledOut));
    setTabTitle(NotVisible, tr("Not visible %1").arg(notVisible));
}

void FindingsPanel::clear()
{
    retitle(0, 0, 0);
    setTabTitle(Findings, tr("Findings"));
    setTabTitle(RuledOut, tr("Ruled out"));
    setTabTitle(NotVisible, tr("Not visible"));
    tell(Findings,
         tr("Send a call. When it is refused, the cause stands here in one sentence, with the "
            "evidence and what to change."));
    tell(RuledOut, tr("Causes that the evidence excludes will stand here, each with its reason."));
    tell(NotVisible,
         tr("What nobody could observe will stand here, so that silence is not taken for health."));
}

void FindingsPanel::setRunning(const QString &step)
{
    tell(Findings, step);
}

QWidget *FindingsPanel::healthyCard(const CallOutcome &outcome)
{
    const auto user = outcome.trail.user.isUser ? outcome.trail.user.name : QString();
    const auto backendUser = backendUserOf(outcome.trail);
    if (!user.isEmpty() && !backendUser.isEmpty())
        return new NoteCard(Tone::Person,
                            tr("%1 arrived as %2").arg(user, backendUser),
                            tr("The call carried the same person all the way to the "
                               "backend. There is nothing to change."));
    if (!user.isEmpty())
        return new NoteCard(Tone::Person,
                            tr("%1 was accepted").arg(user),
                            tr("The person is seen in every hop of the call. There is nothing to "
                               "change."));
    return new NoteCard(Tone::Neutral,
                        tr("Nothing wrong was found"),
                        tr("The call was made for nobody in particular, and nothing asked for a "
                           "person."));
}

void FindingsPanel::addCards(const CallOutcome &outcome)
{
    auto *layout = emptied(Findings);
    for (const auto &finding : outcome.diagnosis.findings) {
        auto *card = new FindingCard(finding);
        connect(card, &FindingCard::hopActivated, this, &FindingsPanel::hopActivated);
        connect(card, &FindingCard::copyRequested, this, &FindingsPanel::copyRequested);
        connect(card, &FindingCard::diffRequested, this, &FindingsPanel::diffRequested);
        connect(card, &FindingCard::assignmentRequested, this, &FindingsPanel::assignmentRequested);
        layout->addWidget(card);
    }
    if (outcome.diagnosis.findings.isEmpty()) {
        if (!outcome.sent)
            layout->addWidget(
                new NoteCard(Tone::Error, tr("The call was not sent"), outcome.failure));
        else if (outcome.response.status == 0)
            layout->addWidget(
                new NoteCard(Tone::Error, tr("There was no answer"), outcome.failure));
        else if (outcome.response.status >= 400) {
            const auto refusal = refusalOf(outcome);
            layout->addWidget(new NoteCard(Tone::Client, refusal.title, refusal.sentence));
        } else
            layout->addWidget(healthyCard(outcome));
    }
    layout->addStretch();
    // The buttons scroll along; without any the keys have to.
    auto *area = m_areas[Findings];
    area->setFocusPolicy(outcome.diagnosis.findings.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
    stopBehind(area, area->widget());
}

void FindingsPanel::setOutcome(const CallOutcome &outcome)
{
    const auto &diagnosis = outcome.diagnosis;
    retitle(diagnosis.findings.size(), diagnosis.ruledOut.size(), diagnosis.notVisible.size());
    addCards(outcome);

    auto *ruledOut = emptied(RuledOut);
    for (const auto &one : diagnosis.ruledOut)
        ruledOut->addWidget(new NoteCard(Tone::Neutral, one.because, one.id));
    ruledOut->addStretch();
    if (diagnosis.ruledOut.isEmpty())
        tell(RuledOut, tr("No other cause had to be excluded."));

    auto *notVisible = emptied(NotVisible);
    for (const auto &one : diagnosis.notVisible)
        notVisible->addWidget(new NoteCard(Tone::Neutral, one, {}));
    notVisible->addStretch();
    if (diagnosis.notVisible.isEmpty())
        tell(NotVisible, tr("Every party of this call was observed."));
    setCurrentIndex(Findings);
}

} // namespace tokentrail::ui
