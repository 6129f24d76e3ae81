// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/findingcard.h"

#include "core/base/redactor.h"
#include "ui/widgets/evidencerow.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/wrappedlabel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tokentrail::ui::FindingCard", text);
}

} // namespace

QString confidenceInWords(double confidence)
{
    if (confidence >= 0.95)
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::FindingCard", "certain"));
    if (confidence >= 0.75)
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::FindingCard", "very likely"));
    if (confidence >= 0.5)
        return say(QT_TRANSLATE_NOOP("tokentrail::ui::FindingCard", "likely"));
    return say(QT_TRANSLATE_NOOP("tokentrail::ui::FindingCard", "possible"));
}

QString explanationOf(const diagnosis::Finding &finding)
{
    QString text = finding.title + u"\n\n"_s + finding.sentence + u'\n';
    for (const auto &evidence : finding.evidence)
        text += u"\n+ "_s + evidence.sentence;
    for (const auto &evidence : finding.counterEvidence)
        text += u"\n- "_s + evidence.sentence;
    if (!finding.fix.text.isEmpty())
        text += u"\n\n"_s + FindingCard::tr("What to change: %1").arg(finding.fix.text);
    if (!finding.fix.command.isEmpty())
        text += u"\n\n    "_s + finding.fix.command;
    if (!finding.fix.edit.isEmpty())
        text += u"\n\n"_s + finding.fix.edit;
    text += u"\n\n("_s + finding.id + u", "_s + confidenceInWords(finding.confidence) + u")\n"_s;
    return redactor::text(text); // evidence quotes logs and messages
}

Tone toneOf(diagnosis::Severity severity)
{
    switch (severity) {
    case diagnosis::Severity::Error:
        return Tone::Error;
    case diagnosis::Severity::Warning:
        return Tone::Client;
    case diagnosis::Severity::Hint:
        return Tone::Accent;
    }
    return Tone::Neutral;
}

FindingCard::FindingCard(const diagnosis::Finding &finding, QWidget *parent)
    : QFrame(parent)
    , m_finding(finding)
    , m_tone(toneOf(finding.severity))
{
    setAccessibleName(finding.title);
    setAccessibleDescription(finding.sentence);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 12, 12);
    layout->setSpacing(4);
    auto *title = new WrappedLabel(finding.title, this);
    title->setFont(semiBold(font()));
    m_title = title;
    layout->addWidget(title);
    layout->addWidget(new WrappedLabel(finding.sentence, this));
    addEvidence(layout);
    addFix(layout);
    addButtons(layout);
    auto *footnote = new WrappedLabel(
        tr("%1 · %2").arg(confidenceInWords(finding.confidence), finding.id), this);
    footnote->setFont(scaled(font(), 0.92));
    m_footnote = footnote;
    layout->addWidget(footnote);
    ink();
}

void FindingCard::addEvidence(QVBoxLayout *layout)
{
    const auto add = [this, layout](const diagnosis::Evidence &one, EvidenceRow::Kind kind) {
        auto *row = new EvidenceRow(one.sentence, one.hopId, kind, this);
        connect(row, &EvidenceRow::hopActivated, this, &FindingCard::hopActivated);
        layout->addWidget(row);
    };
    if (!m_finding.evidence.isEmpty())
        layout->addSpacing(4);
    for (const auto &one : std::as_const(m_finding.evidence))
        add(one, EvidenceRow::Kind::For);
    if (m_finding.counterEvidence.isEmpty())
        return;
    auto *heading = new WrappedLabel(tr("Against it"), this);
    heading->setFont(semiBold(font()));
    layout->addSpacing(4);
    layout->addWidget(heading);
    for (const auto &one : std::as_const(m_finding.counterEvidence))
        add(one, EvidenceRow::Kind::Against);
}

void FindingCard::addFix(QVBoxLayout *layout)
{
    if (m_finding.fix.text.isEmpty())
        return;
    layout->addSpacing(6);
    auto *heading = new WrappedLabel(tr("What to change"), this);
    heading->setFont(semiBold(font()));
    layout->addWidget(heading);
    layout->addWidget(new WrappedLabel(m_finding.fix.text, this));
}

void FindingCard::addButtons(QVBoxLayout *layout)
{
    layout->addSpacing(6);
    auto *row = new QWidget(this);
    auto *buttons = new FlowLayout(row);
    const auto add = [row, buttons](const QString &text) {
        auto *button = new QPushButton(text, row);
        buttons->addWidget(button);
        return button;
    };
    if (!m_finding.fix.edit.isEmpty()) {
        connect(add(tr("Show the fix as a diff…")), &QPushButton::clicked, this, [this] {
            Q_EMIT diffRequested(m_finding.title, m_finding.fix.edit);
        });
    }
    if (const auto &assignment = m_finding.fix.assignment) {
        connect(add(tr("Assign it in Roles…")), &QPushButton::clicked, this, [this, assignment] {
            Q_EMIT assignmentRequested(*assignment);
        });
    }
    if (!m_finding.fix.command.isEmpty()) {
        connect(add(tr("Copy command")), &QPushButton::clicked, this, [this] {
            Q_EMIT copyRequested(m_finding.fix.command, tr("Command copied."));
        });
    }
    connect(add(tr("Copy explanation")), &QPushButton::clicked, this, [this] {
        Q_EMIT copyRequested(explanationOf(m_finding), tr("Explanation copied."));
    });
    layout->addWidget(row);
    layout->addSpacing(2);
}

void FindingCard::ink()
{
    const auto colours = Colours::of(palette());
    auto inked = palette();
    inked.setColor(QPalette::WindowText, colours.pair(m_tone).ink);
    m_title->setPalette(inked);
}

void FindingCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_title)
        ink();
}

void FindingCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = Colours::of(palette());
    const auto pair = colours.pair(m_tone);
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(card, pair.ground);
    painter.setClipPath(card);
    painter.fillRect(QRectF(0, 0, 4, height()), pair.ink);
    if (colours.system) {
        painter.setPen(pair.ink);
        painter.drawPath(card);
    }
}

} // namespace tokentrail::ui
