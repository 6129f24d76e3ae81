// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/trailmodel.h"

#include "core/trail/lanes.h"
#include "ui/lanes/hopwords.h"

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString tokensOf(const trail::Hop &hop)
{
    QStringList texts;
    for (const auto &token : hop.tokens)
        texts.append(trail::chipTextOf(token));
    return texts.join(u", "_s);
}

} // namespace

TrailModel::TrailModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void TrailModel::setTrail(const trail::Trail &trail)
{
    beginResetModel();
    m_trail = trail;
    endResetModel();
}

QModelIndex TrailModel::indexOf(const QString &hopId) const
{
    const auto number = numberOf(m_trail, hopId);
    return number == 0 ? QModelIndex() : index(number - 1, 0);
}

int TrailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_trail.hops.size());
}

int TrailModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TrailModel::text(const trail::Hop &hop, int row, Column column) const
{
    switch (column) {
    case Number:
        return QString::number(row + 1);
    case From:
        return trail::titleOf(hop.from);
    case To:
        return trail::titleOf(hop.to);
    case What:
        return trail::labelOf(hop);
    case Answer:
        return hop.expected ? tr("did not come") : trail::answerOf(hop);
    case Actor:
        return actorInWords(hop);
    case Person:
        return subjectInWords(hop);
    case Tokens:
        return tokensOf(hop);
    case Duration:
        return hop.expected ? QString() : tr("%1 ms").arg(hop.endMs - hop.startMs);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant TrailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_trail.hops.size())
        return {};
    const auto &hop = m_trail.hops.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(hop, index.row(), static_cast<Column>(index.column()));
    case Qt::ToolTipRole:
        return hopInWords(m_trail, hop);
    case Qt::TextAlignmentRole:
        if (index.column() == Duration)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case HopIdRole:
        return hop.id;
    case ExpectedRole:
        return hop.expected;
    case FailedRole:
        return hop.response.status >= 400 || !hop.failure.isEmpty();
    default:
        return {};
    }
}

QVariant TrailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
    case Number:
        return tr("Hop");
    case From:
        return tr("From");
    case To:
        return tr("To");
    case What:
        return tr("What");
    case Answer:
        return tr("Answer");
    case Actor:
        return tr("Who asked");
    case Person:
        return tr("For whom");
    case Tokens:
        return tr("Tokens");
    case Duration:
        return tr("Took");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tokentrail::ui
