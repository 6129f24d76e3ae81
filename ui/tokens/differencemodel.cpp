// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tokens/differencemodel.h"

#include "ui/widgets/fonts.h"

namespace tokentrail::ui {

namespace {

QString valueOf(const text::Json &value)
{
    if (value.isNull())
        return QStringLiteral("–");
    if (value.isString())
        return value.toString();
    return value.isArray() ? value.toStringList().join(QStringLiteral(", "))
                           : QString::fromUtf8(value.toCompact());
}

} // namespace

void DifferenceModel::setTokens(const jose::DecodedToken &before, const jose::DecodedToken &after)
{
    beginResetModel();
    m_changes = xsuaa::diffTokens(before, after);
    endResetModel();
}

void DifferenceModel::clear()
{
    beginResetModel();
    m_changes.clear();
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &change = m_changes[size_t(index.row())];
    if (role == Qt::FontRole && index.column() != MeaningColumn)
        return codeFont();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case ClaimColumn:
        return change.claim;
    case BeforeColumn:
        return valueOf(change.before);
    case AfterColumn:
        return valueOf(change.after);
    case MeaningColumn:
        return change.meaning;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case ClaimColumn:
        return tr("Claim");
    case BeforeColumn:
        return tr("The other token");
    case AfterColumn:
        return tr("This token");
    case MeaningColumn:
        return tr("What it means");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tokentrail::ui
