// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptoroutcome.h"

#include "core/cap/xssecurityoutcome.h"
#include "ui/project/rowsmodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/quiettable.h"
#include "ui/widgets/wrappedlabel.h"

#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

TableRow rowOf(const cap::TemplateOutcome &outcome)
{
    TableRow row;
    if (!outcome.yieldsRole) {
        row.cells = {DescriptorOutcome::tr("! no role"),
                     outcome.name,
                     DescriptorOutcome::tr("attribute %1 is required and has no default values; an "
                                           "administrator has to make the role")
                         .arg(outcome.missing)};
        row.tone = Tone::Client;
        return row;
    }
    QStringList parts;
    if (!outcome.scopes.isEmpty())
        parts << outcome.scopes.join(u", "_s);
    if (!outcome.role.attributes.isEmpty())
        parts << cap::attributesInWords(outcome.role);
    if (parts.isEmpty())
        parts << DescriptorOutcome::tr("nothing");
    if (outcome.role.name != outcome.name)
        parts << DescriptorOutcome::tr("from the template %1").arg(outcome.name);
    row.cells = {DescriptorOutcome::tr("role"), outcome.role.name, parts.join(u" · "_s)};
    return row;
}

TableRow rowOf(const cap::CollectionOutcome &outcome)
{
    TableRow row;
    auto what = outcome.roles.isEmpty() ? DescriptorOutcome::tr("holds no role")
                                        : outcome.roles.join(u", "_s);
    if (!outcome.without.isEmpty()) {
        what += u' ' + DescriptorOutcome::tr("· no role for %1").arg(outcome.without.join(u", "_s));
        row.tone = Tone::Client;
    }
    row.cells = {outcome.without.isEmpty() ? DescriptorOutcome::tr("collection")
                                           : DescriptorOutcome::tr("! collection"),
                 outcome.name,
                 what};
    return row;
}

} // namespace

DescriptorOutcome::DescriptorOutcome(QWidget *parent)
    : QWidget(parent)
    , m_rows(new RowsModel({tr("What"), tr("Name"), tr("What it gives")}, this))
    , m_table(new QuietTable(tr("What XSUAA makes of it")))
    , m_note(new WrappedLabel)
    , m_detail(new WrappedLabel)
{
    m_table->setModel(m_rows);
    m_table->setWidths({96, 130, 260});
    auto *heading = new WrappedLabel(tr("What XSUAA makes of it"));
    heading->setFont(semiBold(scaled(font(), 1.15)));
    m_note->setMuted(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 4, 0, 4);
    layout->setSpacing(6);
    layout->addWidget(heading);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_detail);
    connect(m_table, &QuietTable::currentRowChanged, this, [this](const QModelIndex &current) {
        m_detail->setText(current.isValid() ? m_rows->at(current.row()).cells.value(2) : QString());
    });
}

void DescriptorOutcome::show(const QByteArray &source)
{
    QList<TableRow> rows;
    const auto outcome = cap::outcomeOfXsSecurity(source);
    if (outcome) {
        for (const auto &each : outcome->templates)
            rows << rowOf(each);
        for (const auto &each : outcome->collections)
            rows << rowOf(each);
        m_note->setText(rows.isEmpty() ? tr("Without role templates XSUAA makes nothing of it.")
                                       : tr("The roles and role collections that are there once "
                                            "the service instance is made or updated."));
    } else {
        m_note->setText(tr("XSUAA would refuse it: %1").arg(outcome.error().toString()));
    }
    m_rows->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_detail->clear();
}

} // namespace tokentrail::ui
