// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/trails/trailspage.h"

#include "ui/lanes/trailmodel.h"
#include "ui/lanes/trailpane.h"
#include "ui/lanes/trailsaver.h"
#include "ui/lanes/trailview.h"
#include "ui/trails/comparisonview.h"
#include "ui/trails/guidedview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/diffdialog.h"
#include "ui/widgets/findingcard.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/notecard.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/seams.h"
#include "ui/widgets/wrappedlabel.h"

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QImage>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

enum Tab { Picture, Table, Meaning, Guided };

QToolButton *cornerButton(const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(QString(text).remove(u" ▾"_s));
    button->setAccessibleDescription(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    makeQuiet(button);
    return button;
}

} // namespace

TrailsPage::TrailsPage(Seams &seams, QWidget *parent)
    : QWidget(parent)
    , m_seams(seams)
    , m_banner(new Banner(this))
    , m_toast(new Toast(this))
    , m_saver(new TrailSaver(seams, this))
    , m_whole(new QStackedWidget(this))
    , m_right(new QStackedWidget(this))
{
    setAcceptDrops(true);
    auto *nothing = new QWidget;
    auto *words = new WrappedLabel(
        tr("Every call of this run will be kept here, and so will what other clients ask of the "
           "sandbox.\n\nTwo trails can be laid side by side: the one that worked and the one that "
           "failed, with the first difference in a sentence.\n\nA trail, a HAR or a log can be "
           "dropped here, or opened."));
    words->setAlignment(Qt::AlignCenter);
    words->setMuted(true);
    auto *open = new QPushButton(tr("Open a file…"));
    connect(open, &QPushButton::clicked, this, &TrailsPage::openRequested);
    auto *centre = new QVBoxLayout(nothing);
    centre->addStretch();
    centre->addWidget(words);
    centre->addSpacing(8);
    centre->addWidget(open, 0, Qt::AlignHCenter);
    centre->addStretch();

    m_right->addWidget(makeTrail());
    m_right->addWidget(makeComparison());
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setChildrenCollapsible(false);
    columns->addWidget(makeList());
    columns->addWidget(m_right);
    columns->setStretchFactor(1, 1);
    columns->setSizes({270, 900});
    m_whole->addWidget(nothing);
    m_whole->addWidget(columns);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(8);
    layout->addWidget(m_banner);
    layout->addWidget(m_whole, 1);
    connect(m_saver, &TrailSaver::saved, this, [this](const QString &file) {
        m_toast->tell(tr("Saved as %1, without secrets.").arg(file));
    });
    connect(m_saver, &TrailSaver::failed, this, &TrailsPage::tell);
}

QWidget *TrailsPage::makeList()
{
    auto *panel = new Panel(tr("Trails of this run"));
    m_list = new CardList(tr("Trails of this run"));
    auto *inset = new QWidget;
    auto *layout = new QVBoxLayout(inset);
    layout->setContentsMargins(10, 10, 10, 8);
    layout->addWidget(m_list);
    panel->addTab(inset, tr("This run"));
    auto *open = cornerButton(tr("Open…"), tr("Open a trail, a HAR or a log from a file"), panel);
    connect(open, &QToolButton::clicked, this, &TrailsPage::openRequested);
    panel->addCorner(open);
    panel->setMinimumWidth(230);
    connect(m_list, &CardList::chosen, this, [this](const QString &id) { showTrail(id); });
    return panel;
}

QWidget *TrailsPage::makeTrail()
{
    m_panel = new Panel(tr("The trail"));
    m_pane = new TrailPane(tr("Trail, hop by hop"));
    m_table = new QuietTable(tr("Hops of the trail"));
    m_model = new TrailModel(this);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_findings = new QScrollArea;
    m_findings->setWidgetResizable(true);
    m_findings->setFrameShape(QFrame::NoFrame);
    m_findings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_findings->setAccessibleName(tr("What the trail means"));
    m_findings->viewport()->setAutoFillBackground(false);
    m_panel->addTab(m_pane, tr("Trail"));
    m_panel->addTab(m_table, tr("As a table"));
    m_panel->addTab(m_findings, tr("What it means"));
    m_guided = new GuidedView;
    m_panel->addTab(m_guided, tr("Step by step"));
    connect(m_guided, &GuidedView::hopActivated, this, [this](const QString &hopId) {
        m_panel->setCurrentIndex(Picture);
        m_pane->openHop(hopId);
    });
    m_panel->setMinimumWidth(360);
    makeMenus();
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &row) {
        m_panel->setCurrentIndex(Picture);
        m_pane->openHop(row.data(TrailModel::HopIdRole).toString());
    });
    return m_panel;
}

void TrailsPage::makeMenus()
{
    m_compare =
        cornerButton(tr("Compare with ▾"), tr("Lay another trail beside this one"), m_panel);
    m_compareMenu = new QMenu(m_compare);
    m_compare->setMenu(m_compareMenu);
    m_compare->setPopupMode(QToolButton::InstantPopup);
    connect(m_compareMenu, &QMenu::aboutToShow, this, &TrailsPage::fillCompareMenu);
    m_export = cornerButton(tr("Export ▾"), tr("Save the trail, without secrets"), m_panel);
    auto *menu = new QMenu(m_export);
    m_export->setMenu(menu);
    m_export->setPopupMode(QToolButton::InstantPopup);
    const auto add = [&](const QString &text, const std::function<void(const TrailEntry &)> &save) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, save] {
            if (const auto *one = entry(currentId()))
                save(*one);
        });
    };
    const auto addFormat = [&](const QString &text, trail::ExportFormat format) {
        add(text, [this, format](const TrailEntry &one) { m_saver->saveTrail(one.trail, format); });
    };
    addFormat(tr("As SVG…"), trail::ExportFormat::Svg);
    add(tr("As PNG…"),
        [this](const TrailEntry &) { m_saver->saveImage(m_pane->view()->toImage(2)); });
    addFormat(tr("As Markdown…"), trail::ExportFormat::Markdown);
    addFormat(tr("As Mermaid…"), trail::ExportFormat::Mermaid);
    addFormat(tr("As HAR…"), trail::ExportFormat::Har);
    addFormat(tr("As JSON…"), trail::ExportFormat::Json);
    add(tr("As a support bundle…"),
        [this](const TrailEntry &one) { m_saver->saveBundle(one.trail, one.diagnosis); });
    m_panel->addCorner(m_compare);
    m_panel->addCorner(m_export);
}

QWidget *TrailsPage::makeComparison()
{
    auto *panel = new Panel(tr("Two trails compared"));
    m_comparison = new ComparisonView;
    panel->addTab(m_comparison, tr("Side by side"));
    auto *back = cornerButton(tr("Back to one trail"), tr("Show one trail large (Esc)"), panel);
    connect(back, &QToolButton::clicked, this, [this] { showTrail(currentId()); });
    panel->addCorner(back);
    return panel;
}

const TrailEntry *TrailsPage::entry(const QString &id) const
{
    const auto found = std::find_if(
        m_entries.cbegin(), m_entries.cend(), [&](const auto &one) { return one.id == id; });
    return found == m_entries.cend() ? nullptr : &*found;
}

void TrailsPage::fillCompareMenu()
{
    m_compareMenu->clear();
    for (const auto &one : std::as_const(m_entries)) {
        if (one.id == currentId() || one.trail.hops.isEmpty())
            continue;
        auto *action = m_compareMenu->addAction(tr("%1   %2").arg(one.title, one.detail));
        connect(action, &QAction::triggered, this, [this, other = one.id] {
            Q_EMIT compareRequested(currentId(), other);
        });
    }
}

void TrailsPage::setTrails(const QList<TrailEntry> &entries)
{
    const auto before = entry(currentId()) ? entry(currentId())->trail : trail::Trail{};
    m_entries = entries;
    QList<CardLine> lines;
    for (const auto &one : entries)
        lines.append({one.id,
                      one.title,
                      one.detail,
                      one.failed ? ChipMark::Lost : ChipMark::Person,
                      one.failed ? Tone::Error : Tone::Person,
                      false});
    m_whole->setCurrentIndex(entries.isEmpty() ? 0 : 1);
    m_compare->setEnabled(entries.size() > 1);
    m_list->setLines(lines);
    // The one in sight may have grown meanwhile.
    if (const auto *now = entry(currentId()); now && now->trail.hops.size() != before.hops.size())
        showEntry(*now);
}

void TrailsPage::showTrail(const QString &id, const QString &hopId)
{
    const auto *one = entry(id);
    if (!one)
        return;
    m_list->setCurrentId(id);
    m_right->setCurrentIndex(0);
    if (m_shown != id)
        showEntry(*one);
    if (hopId.isEmpty())
        return;
    m_panel->setCurrentIndex(Picture);
    m_pane->openHop(hopId);
}

void TrailsPage::showEntry(const TrailEntry &entry)
{
    m_shown = entry.id;
    m_pane->setTrail(entry.trail);
    m_model->setTrail(entry.trail);
    m_table->resizeColumnsToContents();
    const auto onlyLog = entry.trail.hops.isEmpty();
    m_panel->setTabShown(Picture, !onlyLog);
    m_panel->setTabShown(Table, !onlyLog);
    m_panel->setTabShown(Guided, !entry.guided.isEmpty());
    m_guided->setChecks(entry.guided);
    m_panel->setTabTitle(Meaning, tr("What it means %1").arg(entry.diagnosis.findings.size()));
    if (onlyLog)
        m_panel->setCurrentIndex(Meaning);
    fillFindings(entry.diagnosis);
}

void TrailsPage::fillFindings(const diagnosis::Diagnosis &diagnosis)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    for (const auto &finding : diagnosis.findings) {
        auto *card = new FindingCard(finding);
        connect(card, &FindingCard::hopActivated, this, [this](const QString &hopId) {
            m_panel->setCurrentIndex(Picture);
            m_pane->openHop(hopId);
        });
        connect(card,
                &FindingCard::copyRequested,
                this,
                [this](const QString &text, const QString &what) {
                    m_seams.copyText(text);
                    m_toast->tell(what);
                });
        connect(card, &FindingCard::assignmentRequested, this, &TrailsPage::assignmentRequested);
        connect(card,
                &FindingCard::diffRequested,
                this,
                [this](const QString &title, const QString &diff) {
                    (new DiffDialog(m_seams, title, diff, this))->open();
                });
        layout->addWidget(card);
    }
    if (diagnosis.findings.isEmpty())
        layout->addWidget(new NoteCard(Tone::Neutral,
                                       tr("No cause was found"),
                                       tr("Nothing in it stands for a known defect.")));
    for (const auto &one : diagnosis.notVisible)
        layout->addWidget(new NoteCard(Tone::Neutral, tr("Not visible: %1").arg(one), {}));
    layout->addStretch();
    m_findings->setWidget(content); // deletes the former one
    content->setAutoFillBackground(false);
}

void TrailsPage::showPair(const TrailPair &pair)
{
    m_comparison->setPair(pair);
    m_right->setCurrentIndex(1);
}

void TrailsPage::tell(const QString &sentence)
{
    m_banner->tell(Tone::Error, sentence);
}

QString TrailsPage::currentId() const
{
    return m_list->currentId();
}

void TrailsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        stepBack();
    else
        QWidget::keyPressEvent(event);
}

void TrailsPage::stepBack()
{
    if (m_right->currentIndex() == 0)
        m_pane->closeHop();
    else if (!m_comparison->closeHop())
        showTrail(currentId());
}

void TrailsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void TrailsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    QStringList files;
    for (const auto &url : event->mimeData()->urls())
        files << url.toLocalFile();
    Q_EMIT filesDropped(files);
}

} // namespace tokentrail::ui
