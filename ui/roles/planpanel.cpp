// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/planpanel.h"

#include "ui/roles/rolerowsmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

namespace {

QWidget *inset(RoleRowsModel *model, const QString &name, int firstWidth)
{
    auto *table = new QuietTable(name);
    table->setModel(model);
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(0, firstWidth);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(10, 2, 6, 4);
    layout->addWidget(table);
    return page;
}

} // namespace

PlanPanel::PlanPanel(QWidget *parent)
    : QWidget(parent)
{
    m_planned = new RoleRowsModel({tr("Number"), tr("Change")}, this);
    m_log = new RoleRowsModel({tr("Time"), tr("Change")}, this);
    m_panel = new Panel(tr("Planned changes"));
    m_panel->addTab(inset(m_planned, tr("Planned changes"), 34), tr("Planned"));
    m_panel->addTab(inset(m_log, tr("Change log"), 74), tr("Change log"));
    m_apply = new QPushButton(tr("&Apply"));
    makePrimary(m_apply);
    m_discard = new QPushButton(tr("Discard"));
    m_undo = new QPushButton(tr("&Undo"));
    makeQuiet(m_discard);
    makeQuiet(m_undo);
    m_panel->addCorner(m_undo);
    m_panel->addCorner(m_discard);
    m_panel->addCorner(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_apply, &QPushButton::clicked, this, &PlanPanel::applyRequested);
    connect(m_discard, &QPushButton::clicked, this, &PlanPanel::discardRequested);
    connect(m_undo, &QPushButton::clicked, this, &PlanPanel::undoRequested);
    setBusy(false);
}

void PlanPanel::show(const RolesView &view)
{
    QList<QStringList> planned;
    for (const auto &sentence : view.planned)
        planned.append({QString::number(planned.size() + 1), sentence});
    QList<QStringList> log;
    for (const auto &line : view.log)
        log.append({line.time, line.sentence});
    m_any = !planned.isEmpty();
    m_undoable = !view.undo.isEmpty();
    m_undo->setToolTip(view.undo);
    m_panel->setTabTitle(0, tr("Planned (%1)").arg(planned.size()));
    m_panel->setTabTitle(1, tr("Change log (%1)").arg(log.size()));
    if (planned.isEmpty())
        planned.append(
            {QString(),
             tr("Changes are collected here as sentences; nothing is sent before Apply.")});
    m_planned->setRows(planned);
    m_log->setRows(log);
    setBusy(m_busy);
}

void PlanPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_apply->setEnabled(m_any && !busy);
    m_discard->setEnabled(m_any && !busy);
    m_undo->setEnabled(m_undoable && !busy);
}

} // namespace tokentrail::ui
