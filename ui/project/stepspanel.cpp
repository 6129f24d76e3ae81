// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/stepspanel.h"

#include "ui/project/rowsmodel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

bool isToBeDone(const TableRow &step)
{
    return step.isOpen || step.tone == Tone::Error;
}

} // namespace

StepsPanel::StepsPanel(QWidget *parent)
    : QWidget(parent)
    , m_table(new QuietTable(tr("Steps of the guide")))
    , m_detail(new WrappedLabel)
{
    m_steps = new RowsModel({tr("State"), tr("Step"), tr("What is there")}, this);
    m_table->setModel(m_steps);
    m_table->setWidths({90, 280, 400});
    buildActions();
    auto *actions = new FlowLayout(nullptr, 8);
    for (auto *one : QList<QWidget *>{
             m_descriptor, m_place, m_sandbox, m_key, m_approuter, m_bindApprouter, m_copy})
        actions->addWidget(one);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_detail);
    layout->addLayout(actions);
    connect(m_table, &QuietTable::currentRowChanged, this, &StepsPanel::showStep);
    showStep({});
}

void StepsPanel::buildActions()
{
    m_place = new ChoiceButton(tr("into"), tr("File that the binding is written to"));
    m_place->setChoices({{u"cdsrc-private"_s,
                          u".cdsrc-private.json"_s,
                          tr("only with the profile hybrid, as cds bind does"),
                          {}},
                         {u"default-env"_s,
                          u"default-env.json"_s,
                          tr("VCAP_SERVICES as in the cloud, with every profile"),
                          {}}});
    m_place->setDetailShown(false);
    m_place->setCurrentId(u"cdsrc-private"_s);
    connect(m_place, &ChoiceButton::chosen, m_place, &ChoiceButton::setCurrentId);
    m_sandbox = new QPushButton(tr("Bind to the sandbox …"));
    m_key = new QPushButton(tr("Bind to a key …"));
    m_key->setMenu(new QMenu(m_key));
    m_approuter = new QPushButton(tr("Make the files …"));
    m_approuter->setToolTip(tr("Shows package.json, xs-app.json and default-env.json of an "
                               "approuter first. Nothing that is there is replaced."));
    m_bindApprouter = new QPushButton(tr("Bind the approuter …"));
    m_bindApprouter->setToolTip(tr("To the XSUAA of the project, or else to the sandbox: without "
                                   "one it does not start."));
    m_descriptor = new QPushButton(tr("Bring in line with the model …"));
    m_copy = new QPushButton(tr("Copy the command"));
    makeQuiet(m_copy);
    connect(m_sandbox, &QPushButton::clicked, this, [this] {
        Q_EMIT sandboxWanted(m_place->currentId());
    });
    connect(m_approuter, &QPushButton::clicked, this, &StepsPanel::approuterWanted);
    connect(m_bindApprouter, &QPushButton::clicked, this, &StepsPanel::approuterBindingWanted);
    connect(m_descriptor, &QPushButton::clicked, this, &StepsPanel::descriptorWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        Q_EMIT copyRequested(m_steps->at(m_table->currentIndex().row()).command);
    });
}

void StepsPanel::fillKeys()
{
    auto *menu = m_key->menu();
    menu->clear();
    for (const auto &key : m_offers.keys) {
        const QString text = key.detail.isEmpty() ? key.text : key.text + u" · "_s + key.detail;
        connect(menu->addAction(text), &QAction::triggered, this, [this, id = key.id] {
            Q_EMIT keyWanted(id, m_place->currentId());
        });
    }
}

void StepsPanel::setOffers(const StepOffers &offers)
{
    m_offers = offers;
    fillKeys();
    m_sandbox->setEnabled(offers.sandboxMissing.isEmpty());
    m_sandbox->setToolTip(offers.sandboxMissing);
    m_sandbox->setAccessibleDescription(offers.sandboxMissing);
    m_key->setEnabled(!offers.keys.isEmpty());
    const auto noKey =
        offers.keys.isEmpty() ? tr("No such key is kept: the Keys page takes them in.") : QString();
    m_key->setToolTip(noKey);
    m_key->setAccessibleDescription(noKey);
}

void StepsPanel::setSteps(const QList<TableRow> &steps)
{
    const auto before = m_table->currentIndex().row();
    m_steps->setRows(steps);
    if (steps.isEmpty())
        return showStep({});
    const auto next = std::find_if(steps.begin(), steps.end(), isToBeDone) - steps.begin();
    const auto last = int(steps.size()) - 1;
    m_table->selectRow(before >= 0 ? qMin(before, last) : next <= last ? int(next) : 0);
    showStep(m_table->currentIndex());
}

void StepsPanel::chooseStep(const QString &id)
{
    for (int row = 0; row < m_steps->rowCount(); ++row) {
        if (m_steps->at(row).id == id)
            m_table->selectRow(row);
    }
}

void StepsPanel::showStep(const QModelIndex &index)
{
    const auto step = index.isValid() ? m_steps->at(index.row()) : TableRow();
    m_detail->setText(step.detail);
    m_detail->setVisible(!step.detail.isEmpty());
    const bool binds = step.id == "binding"_L1;
    for (auto *one : QList<QWidget *>{m_place, m_sandbox, m_key})
        one->setVisible(binds);
    const bool isApprouter = step.id == "approuter"_L1;
    m_approuter->setVisible(isApprouter && step.isOpen);
    m_bindApprouter->setVisible(isApprouter && !step.isOpen);
    m_descriptor->setVisible(step.id == "xs-security"_L1 && isToBeDone(step));
    m_copy->setVisible(!step.command.isEmpty());
}

} // namespace tokentrail::ui
