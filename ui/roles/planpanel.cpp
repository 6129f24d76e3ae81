// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/planpanel.h"

#include "ui/roles/deletekey.h"
#include "ui/roles/rolerowsmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/quiettable.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

namespace {

QuietTable *tableOf(RoleRowsModel *model, const QString &name, int firstWidth)
{
    auto *table = new QuietTable(name);
    table->setModel(model);
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnWidth(0, firstWidth);
    return table;
}

QWidget *inset(QuietTable *table)
{
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
    m_table = tableOf(m_planned, tr("Planned changes"), 34);
    onDelete(m_table, [this] { drop(); });
    m_panel->addTab(inset(m_table), tr("Planned"));
    m_panel->addTab(inset(tableOf(m_log, tr("Change log"), 74)), tr("Change log"));
    m_apply = new QPushButton(tr("&Apply"));
    makePrimary(m_apply);
    m_drop = new QPushButton(tr("Drop the line"));
    m_drop->setToolTip(tr("Takes the chosen change out of the plan (Delete)"));
    m_discard = new QPushButton(tr("Discard all"));
    m_undo = new QPushButton(tr("&Undo"));
    makeQuiet(m_drop);
    makeQuiet(m_discard);
    makeQuiet(m_undo);
    m_panel->addCorner(m_undo);
    m_panel->addCorner(m_drop);
    m_panel->addCorner(m_discard);
    m_panel->addCorner(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_apply, &QPushButton::clicked, this, &PlanPanel::applyRequested);
    connect(m_drop, &QPushButton::clicked, this, &PlanPanel::drop);
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
    const auto before = m_table->currentIndex().row();
    m_planned->setRows(planned);
    if (m_any) // a line is chosen at all times, so that Drop and Delete mean one
        m_table->setCurrentIndex(
            m_planned->index(before < 0 ? 0 : std::min(before, int(planned.size()) - 1), 0));
    m_log->setRows(log);
    setBusy(m_busy);
}

void PlanPanel::drop()
{
    const auto line = m_table->currentIndex().row();
    if (m_drop->isEnabled() && line >= 0)
        Q_EMIT dropRequested(line);
}

void PlanPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_apply->setEnabled(m_any && !busy);
    m_drop->setEnabled(m_any && !busy);
    m_discard->setEnabled(m_any && !busy);
    m_undo->setEnabled(m_undoable && !busy);
}

} // namespace tokentrail::ui
