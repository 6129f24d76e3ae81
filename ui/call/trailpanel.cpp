// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/trailpanel.h"

#include "ui/call/welcome.h"
#include "ui/lanes/hopdetail.h"
#include "ui/lanes/trailmodel.h"
#include "ui/lanes/trailview.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/quiettable.h"

#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

QToolButton *cornerButton(const QString &text, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    makeQuiet(button);
    return button;
}

} // namespace

TrailPanel::TrailPanel(QWidget *parent)
    : Panel(tr("Trail"), parent)
    , m_stack(new QStackedWidget(this))
    , m_welcome(new Welcome(this))
    , m_view(new TrailView(this))
    , m_table(new QuietTable(tr("Hops of the call"), this))
    , m_model(new TrailModel(this))
{
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_view);
    addTab(m_stack, tr("Trail"));
    addTab(m_table, tr("As a table"));
    m_examples = cornerButton(tr("Examples"), tr("Calls to try"), this);
    m_compare =
        cornerButton(tr("Compare"), tr("Compare with the last call that worked, hop by hop"), this);
    m_compare->hide();
    addCorner(m_compare);
    addCorner(m_examples);
    connect(m_compare, &QToolButton::clicked, this, &TrailPanel::compareRequested);
    makeExportMenu();
    showWelcome();

    connect(m_examples, &QToolButton::clicked, this, [this] {
        if (m_stack->currentWidget() == m_welcome)
            showTrail();
        else
            Q_EMIT examplesRequested();
    });
    connect(m_welcome, &Welcome::exampleChosen, this, &TrailPanel::exampleChosen);
    connect(m_view, &TrailView::hopOpened, this, &TrailPanel::openHop);
    connect(m_view, &TrailView::hopSelected, this, [this](const QString &hopId) {
        selectInTable(hopId);
        if (hopId.isEmpty())
            closeHop();
        else if (isHopOpen() || m_view->underMouse())
            openHop(hopId);
    });
    connect(m_table, &QuietTable::currentRowChanged, this, [this](const QModelIndex &row) {
        const auto hopId = row.data(TrailModel::HopIdRole).toString();
        m_view->selectHop(hopId);
        if (isHopOpen())
            openHop(hopId);
    });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &row) {
        openHop(row.data(TrailModel::HopIdRole).toString());
    });
}

void TrailPanel::makeDetail()
{
    m_detail = new HopDetail(this);
    m_detail->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_detail->setMinimumHeight(190);
    layout()->addWidget(m_detail);
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_detail, 1);
    connect(m_detail, &HopDetail::closed, this, &TrailPanel::closeHop);
}

bool TrailPanel::isHopOpen() const
{
    return m_detail && m_detail->isVisible();
}

void TrailPanel::makeExportMenu()
{
    m_export = cornerButton(tr("Export ▾"), tr("Save the trail, without secrets"), this);
    m_export->setAccessibleName(tr("Export"));
    m_exportMenu = new QMenu(m_export);
    const auto add = [this](const QString &text, trail::ExportFormat format) {
        auto *action = m_exportMenu->addAction(text);
        connect(
            action, &QAction::triggered, this, [this, format] { Q_EMIT exportRequested(format); });
    };
    add(tr("As SVG…"), trail::ExportFormat::Svg);
    auto *png = m_exportMenu->addAction(tr("As PNG…"));
    connect(png, &QAction::triggered, this, &TrailPanel::imageExportRequested);
    add(tr("As Markdown…"), trail::ExportFormat::Markdown);
    add(tr("As Mermaid…"), trail::ExportFormat::Mermaid);
    add(tr("As HAR…"), trail::ExportFormat::Har);
    add(tr("As JSON…"), trail::ExportFormat::Json);
    auto *bundle = m_exportMenu->addAction(tr("As a support bundle…"));
    connect(bundle, &QAction::triggered, this, &TrailPanel::bundleRequested);
    m_export->setMenu(m_exportMenu);
    m_export->setPopupMode(QToolButton::InstantPopup);
    addCorner(m_export);
}

void TrailPanel::showWelcome()
{
    closeHop();
    m_stack->setCurrentWidget(m_welcome);
    setCurrentIndex(Picture);
    setTabShown(Table, false);
    m_export->setEnabled(false);
    m_export->hide();
    m_compare->hide();
    m_examples->setVisible(!m_trail.hops.isEmpty());
    nameExamples(tr("Back to the trail"));
}

void TrailPanel::showTrail()
{
    m_stack->setCurrentWidget(m_view);
    setTabShown(Table, true);
    m_export->setEnabled(true);
    m_export->show();
    m_compare->setVisible(m_comparable);
    m_examples->show();
    nameExamples(tr("Examples"));
}

void TrailPanel::nameExamples(const QString &text)
{
    m_examples->setText(text);
    m_examples->setAccessibleName(text);
}

void TrailPanel::setPlan(const QStringList &steps)
{
    m_welcome->setPlan(steps);
}

void TrailPanel::setExamples(const QList<ExampleCall> &examples)
{
    m_welcome->setExamples(examples);
}

void TrailPanel::setTrail(const trail::Trail &trail)
{
    m_trail = trail;
    closeHop();
    m_view->setTrail(trail);
    m_model->setTrail(trail);
    if (!m_table->model()) // not for the first frame, which shows no table
        m_table->setModel(m_model);
    m_table->resizeColumnsToContents();
    showTrail();
}

void TrailPanel::openHop(const QString &hopId)
{
    if (!m_trail.hop(hopId))
        return;
    if (!m_detail)
        makeDetail();
    m_detail->setHop(m_trail, hopId);
    m_detail->show();
    m_view->selectHop(hopId);
    selectInTable(hopId);
}

bool TrailPanel::closeHop()
{
    if (!isHopOpen())
        return false;
    const auto hadFocus = m_detail->isAncestorOf(focusWidget());
    m_detail->hide();
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

void TrailPanel::setComparable(bool comparable)
{
    m_comparable = comparable;
    m_compare->setVisible(comparable && m_stack->currentWidget() == m_view);
}

void TrailPanel::selectInTable(const QString &hopId)
{
    const auto row = m_model->indexOf(hopId);
    if (row.isValid() && m_table->currentIndex().row() != row.row())
        m_table->setCurrentIndex(row);
}

QImage TrailPanel::picture(double factor) const
{
    return m_view->toImage(factor);
}

} // namespace tokentrail::ui
