// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/destinations/destinationmodel.h"

#include "ui/widgets/colours.h"

#include <QGuiApplication>
#include <QPalette>

namespace tokentrail::ui {

DestinationModel::DestinationModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void DestinationModel::setRows(const QList<DestinationRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int DestinationModel::rowOf(const QString &name) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).name == name)
            return int(row);
    }
    return -1;
}

int DestinationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DestinationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DestinationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows.at(index.row());
    if (role == Qt::ForegroundRole) {
        const auto colours = Colours::of(QGuiApplication::palette());
        if (index.column() == NameColumn)
            return row.hasErrors ? QVariant(colours.error.ink) : QVariant();
        return colours.muted;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case NameColumn:
        return row.hasErrors ? tr("✗ %1").arg(row.name) : row.name;
    case AuthenticationColumn:
        return row.authentication.isEmpty() ? tr("none said") : row.authentication;
    case ProxyColumn:
        return row.proxyType;
    case UrlColumn:
        return row.url;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DestinationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Name");
    case AuthenticationColumn:
        return tr("Authentication");
    case ProxyColumn:
        return tr("Proxy type");
    case UrlColumn:
        return tr("URL");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tokentrail::ui
