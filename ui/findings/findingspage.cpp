// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingspage.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/findingcard.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/notecard.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/wrappedlabel.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

FindingsPage::FindingsPage(Seams &seams, QWidget *parent)
    : QWidget(parent)
    , m_seams(seams)
    , m_whole(new QStackedWidget(this))
    , m_banner(new Banner(this))
    , m_toast(new Toast(this))
{
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeList());
    columns->addWidget(makeReader());
    columns->setStretchFactor(1, 1);
    columns->setSizes({340, 800});
    m_whole->addWidget(makeNothing());
    m_whole->addWidget(columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addWidget(m_whole, 1);
}

QWidget *FindingsPage::makeNothing()
{
    auto *words = new WrappedLabel(tr(
        "Nothing was found yet.\n\nWhen a call is refused, its cause stands here in one "
        "sentence: how sure it is, what speaks for it and against it, what nobody could see, and "
        "what to change. Alt+1 goes to the page where calls are made."));
    words->setAlignment(Qt::AlignCenter);
    words->setMuted(true);
    return words;
}

QWidget *FindingsPage::makeList()
{
    m_listPanel = new Panel(tr("Findings of this run"));
    m_list = new CardList(tr("Findings of this run"));
    m_showNotMine = new QCheckBox;
    auto *inset = new QWidget;
    auto *layout = new QVBoxLayout(inset);
    layout->setContentsMargins(10, 10, 10, 8);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_showNotMine);
    m_listPanel->addTab(inset, tr("Findings"));
    m_listPanel->setMinimumWidth(250);
    connect(m_list, &CardList::chosen, this, &FindingsPage::read);
    connect(m_showNotMine, &QCheckBox::toggled, this, &FindingsPage::refill);
    return m_listPanel;
}

QWidget *FindingsPage::makeReader()
{
    auto *panel = new Panel(tr("The finding"));
    m_reader = new QScrollArea;
    m_reader->setWidgetResizable(true);
    m_reader->setFrameShape(QFrame::NoFrame);
    m_reader->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reader->setAccessibleName(tr("The finding"));
    m_reader->viewport()->setAutoFillBackground(false);
    panel->addTab(m_reader, tr("Cause, evidence, fix"));
    panel->setMinimumWidth(360);
    return panel;
}

const FindingEntry *FindingsPage::entry(const QString &id) const
{
    const auto found = std::find_if(
        m_entries.cbegin(), m_entries.cend(), [&](const auto &one) { return one.id == id; });
    return found == m_entries.cend() ? nullptr : &*found;
}

void FindingsPage::setFindings(const QList<FindingEntry> &entries)
{
    m_entries = entries;
    refill();
}

void FindingsPage::refill()
{
    QList<CardLine> lines;
    auto notMine = 0;
    for (const auto &one : std::as_const(m_entries)) {
        notMine += one.notMine ? 1 : 0;
        if (one.notMine && !m_showNotMine->isChecked())
            continue;
        const auto tone = toneOf(one.finding.severity);
        lines.append(
            {one.id,
             one.finding.title,
             tr("%1 · %2").arg(confidenceInWords(one.finding.confidence), one.call),
             one.finding.severity == diagnosis::Severity::Error ? ChipMark::Lost : ChipMark::Client,
             tone,
             one.notMine});
    }
    m_listPanel->setTabTitle(0, tr("Findings %1").arg(m_entries.size() - notMine));
    m_showNotMine->setText(tr("Show what is not my problem (%1)").arg(notMine));
    m_showNotMine->setVisible(notMine > 0);
    m_whole->setCurrentIndex(m_entries.isEmpty() ? 0 : 1);
    m_list->setLines(lines);
    read(m_list->currentId());
}

void FindingsPage::read(const QString &id)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(8);
    if (const auto *one = entry(id)) {
        auto *call = new WrappedLabel(one->call);
        call->setMuted(true);
        layout->addWidget(call);
        auto *card = new FindingCard(one->finding);
        connect(card, &FindingCard::hopActivated, this, [this, id](const QString &hopId) {
            Q_EMIT hopRequested(id, hopId);
        });
        connect(card,
                &FindingCard::copyRequested,
                this,
                [this](const QString &text, const QString &what) {
                    m_seams.copyText(text);
                    m_toast->tell(what);
                });
        connect(card, &FindingCard::assignmentRequested, this, &FindingsPage::assignmentRequested);
        connect(card, &FindingCard::diffRequested, this, [this, id] {
            if (const auto *shown = entry(id))
                showDiff(*shown);
        });
        layout->addWidget(card);
        addActions(layout, *one);
        for (const auto &hidden : one->notVisible)
            layout->addWidget(new NoteCard(Tone::Neutral, tr("Not visible"), hidden));
    } else {
        auto *none = new WrappedLabel(tr("Nothing is left that is your problem."));
        none->setMuted(true);
        layout->addWidget(none);
    }
    layout->addStretch();
    m_reader->setWidget(content); // deletes the former one
    content->setAutoFillBackground(false);
}

void FindingsPage::addActions(QVBoxLayout *layout, const FindingEntry &entry)
{
    if (!entry.alsoIn.isEmpty()) {
        auto *also = new WrappedLabel(
            tr("Found before, too: %1").arg(entry.alsoIn.join(QStringLiteral("; "))));
        also->setMuted(true);
        layout->addWidget(also);
    }
    auto *row = new QWidget;
    auto *buttons = new FlowLayout(row);
    auto *jump = new QPushButton(tr("Show it in the trail"), row);
    connect(jump, &QPushButton::clicked, this, [this, id = entry.id, hop = entry.finding.hopId] {
        Q_EMIT hopRequested(id, hop);
    });
    auto *aside =
        new QPushButton(entry.notMine ? tr("It is my problem") : tr("Not my problem"), row);
    aside->setToolTip(entry.notMine
                          ? tr("List it again")
                          : tr("Put it aside, here and on the next start, for this call"));
    aside->setAccessibleDescription(aside->toolTip());
    // Queued: what follows reads anew, and the button is gone then.
    connect(
        aside,
        &QPushButton::clicked,
        this,
        [this, id = entry.id, notMine = entry.notMine] { Q_EMIT notMineChanged(id, !notMine); },
        Qt::QueuedConnection);
    buttons->addWidget(jump);
    buttons->addWidget(aside);
    layout->addWidget(row);
}

void FindingsPage::showDiff(const FindingEntry &entry)
{
    auto *dialog = new DiffDialog(m_seams, entry.finding.title, entry.finding.fix.edit, this);
    dialog->offer(tr("Apply to a project…"),
                  tr("You choose the folder of the project. The lines must be there as shown; "
                     "nothing else in the file changes."));
    connect(dialog, &QDialog::accepted, this, [this, id = entry.id] { Q_EMIT applyRequested(id); });
    dialog->open();
}

void FindingsPage::tell(const QString &sentence)
{
    m_banner->tell(Tone::Person, sentence);
}

void FindingsPage::tellError(const QString &sentence)
{
    m_banner->tell(Tone::Error, sentence);
}

QString FindingsPage::currentId() const
{
    return m_list->currentId();
}

void FindingsPage::choose(const QString &id)
{
    m_list->setCurrentId(id);
}

void FindingsPage::keyPressEvent(QKeyEvent *event)
{
    const auto *one = entry(currentId());
    if (one && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT notMineChanged(one->id, !one->notMine);
    else if (one && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
             && event->modifiers() == Qt::NoModifier)
        Q_EMIT hopRequested(one->id, one->finding.hopId);
    else
        QWidget::keyPressEvent(event);
}

} // namespace tokentrail::ui
