// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/descriptoroverview.h"

#include "ui/project/problemlabel.h"
#include "ui/project/rowsmodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/quiettable.h"

#include <QVBoxLayout>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

// The names of the entries that refer to one, or of the members of the document that do.
QString holdersOf(const cap::XsSecurityEdit &descriptor, const QStringList &entry)
{
    QStringList names;
    for (const auto &path : descriptor.referencesTo(entry)) {
        const auto &list = descriptor.json()[path.constFirst()];
        const auto index = path.value(1).toULongLong();
        const auto name = list.isArray() && index < list.elements().size()
            ? list.elements()[index][u"name"].toString()
            : QString();
        const auto told = name.isEmpty() ? path.constFirst() : name;
        if (!names.contains(told))
            names << told;
    }
    return names.join(", "_L1);
}

QString contentOf(const text::Json &collection)
{
    return collection[u"role-template-references"].toStringList().join(", "_L1);
}

} // namespace

DescriptorOverview::DescriptorOverview(QWidget *parent)
    : QWidget(parent)
    , m_heading(new WrappedLabel)
    , m_help(new WrappedLabel)
    , m_problems(new ProblemLabel)
    , m_rows(new RowsModel({tr("Name"), tr("Description"), tr("Connected with")}, this))
    , m_table(new QuietTable(tr("Entries of the list")))
{
    m_heading->setFont(semiBold(scaled(font(), 1.15)));
    m_help->setMuted(true);
    m_table->setModel(m_rows);
    m_table->setWidths({200, 170, 120});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 4, 0, 4);
    layout->setSpacing(6);
    layout->addWidget(m_heading);
    layout->addWidget(m_help);
    layout->addWidget(m_problems);
    layout->addWidget(m_table, 1);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT entryWanted({m_list, QString::number(index.row())});
    });
}

void DescriptorOverview::show(const QString &list, const QByteArray &source)
{
    m_list = list;
    const auto descriptor = cap::XsSecurityEdit::open(source);
    const auto *member = cap::xsSecurityMember(u"", list);
    m_heading->setText(list);
    m_help->setText(member ? cap::helpOf(*member) + u' '
                            + tr("Limits: %1.").arg(cap::limitsOf(*member))
                           : QString());
    QList<TableRow> rows;
    const auto &entries = descriptor ? descriptor->json()[list].elements() : text::Json::Elements();
    for (size_t i = 0; i < entries.size(); ++i) {
        const auto &entry = entries[i];
        TableRow row;
        row.cells = {entry[u"name"].toString(),
                     entry[u"description"].toString(),
                     list == "role-collections"_L1
                         ? contentOf(entry)
                         : holdersOf(*descriptor, {list, QString::number(i)})};
        rows << row;
    }
    m_rows->setRows(rows);
}

void DescriptorOverview::setProblems(const QList<DescriptorProblem> &problems)
{
    m_problems->clearProblems();
    for (const auto &problem : problems) {
        if (problem.path == QStringList{m_list})
            m_problems->addProblem(problem.tone, problem.sentence);
    }
}

} // namespace tokentrail::ui
