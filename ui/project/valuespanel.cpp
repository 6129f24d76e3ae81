// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/valuespanel.h"

#include "ui/project/rowsmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokentrail::ui {

ValuesPanel::ValuesPanel(QWidget *parent)
    : QWidget(parent)
    , m_values(new RowsModel({tr("Setting"), tr("Value"), tr("Where it was written")}, this))
    , m_differences(new RowsModel({tr("Setting"), tr("Read here"), tr("cds env says")}, this))
    , m_answer(new WrappedLabel)
{
    m_valuesTable = makeTable(tr("Effective authentication"), m_values);
    m_valuesTable->setWidths({280, 280, 220});
    m_differencesTable = makeTable(tr("Where the project's own cds differs"), m_differences);
    m_differencesTable->setWidths({280, 250, 250});
    m_differencesTable->hide();
    m_answer->hide();
    buildActions();
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_answer, 1);
    below->addStretch();
    for (auto *one : {m_distrust, m_cancel, m_ask})
        below->addWidget(one, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_valuesTable, 3);
    layout->addLayout(below);
    layout->addWidget(m_differencesTable, 2);
    updateActions();
}

QuietTable *ValuesPanel::makeTable(const QString &name, RowsModel *model)
{
    auto *table = new QuietTable(name);
    table->setModel(model);
    return table;
}

void ValuesPanel::buildActions()
{
    m_ask = new QPushButton(tr("Ask the project's own cds …"));
    m_cancel = new QPushButton(tr("Stop it"));
    m_distrust = new QPushButton(tr("Trust this folder no more"));
    makeQuiet(m_distrust);
    connect(m_ask, &QPushButton::clicked, this, &ValuesPanel::askWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ValuesPanel::cancelWanted);
    connect(m_distrust, &QPushButton::clicked, this, &ValuesPanel::distrustWanted);
}

void ValuesPanel::updateActions()
{
    m_ask->setVisible(m_isAskable && !m_isRunning);
    m_ask->setToolTip(m_isTrusted
                          ? tr("Runs cds env of this folder, and with it code of the project: you "
                               "said that you trust it.")
                          : tr("Says first what would be run, and asks you."));
    m_ask->setAccessibleDescription(m_ask->toolTip());
    m_cancel->setVisible(m_isRunning);
    m_distrust->setVisible(m_isTrusted && !m_isRunning);
}

void ValuesPanel::setValues(const QList<TableRow> &values)
{
    m_values->setRows(values);
    if (!values.isEmpty())
        m_valuesTable->selectRow(0);
}

void ValuesPanel::setAskable(bool askable)
{
    m_isAskable = askable;
    updateActions();
}

void ValuesPanel::setTrusted(bool trusted)
{
    m_isTrusted = trusted;
    updateActions();
}

void ValuesPanel::setRunning(bool running, const QString &sentence)
{
    const bool hadFocus = m_ask->hasFocus() || m_cancel->hasFocus();
    m_isRunning = running;
    updateActions();
    if (running)
        setDifferences(sentence, Tone::Neutral, {});
    if (hadFocus) // the one takes the place of the other
        (running ? m_cancel : m_ask)->setFocus();
}

void ValuesPanel::setDifferences(const QString &sentence, Tone tone, const QList<TableRow> &rows)
{
    m_answer->setText(sentence);
    m_answer->setMuted(tone == Tone::Neutral);
    m_answer->setVisible(!sentence.isEmpty());
    m_differences->setRows(rows);
    m_differencesTable->setVisible(!rows.isEmpty());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent event(m_answer, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ValuesPanel::clearAnswer()
{
    setDifferences({}, Tone::Neutral, {});
}

} // namespace tokentrail::ui
