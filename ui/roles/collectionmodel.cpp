// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/collectionmodel.h"

namespace tokentrail::ui {

CollectionModel::CollectionModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void CollectionModel::setDirectory(const SharedDirectory &directory)
{
    beginResetModel();
    m_directory = directory;
    m_userCounts.clear();
    if (directory) {
        for (const auto &user : directory->users) {
            for (const auto &name : user.roleCollections)
                ++m_userCounts[name];
        }
    }
    refilter();
    endResetModel();
}

void CollectionModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text;
    refilter();
    endResetModel();
}

void CollectionModel::refilter()
{
    m_rows.clear();
    if (!m_directory)
        return;
    const auto &all = m_directory->roleCollections;
    for (int i = 0; i < int(all.size()); ++i) {
        if (m_filter.isEmpty() || all.at(i).name.contains(m_filter, Qt::CaseInsensitive))
            m_rows.push_back(i);
    }
}

QString CollectionModel::nameAt(int row) const
{
    return row < 0 || row >= int(m_rows.size())
        ? QString()
        : m_directory->roleCollections.at(m_rows[std::size_t(row)]).name;
}

int CollectionModel::rowOf(const QString &name) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_directory->roleCollections.at(m_rows[std::size_t(row)]).name == name)
            return row;
    }
    return -1;
}

int CollectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CollectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CollectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &collection = m_directory->roleCollections.at(m_rows[std::size_t(index.row())]);
    if (role == Qt::ToolTipRole)
        return collection.description.isEmpty() ? collection.name : collection.description;
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return collection.name;
    case RolesColumn:
        return QString::number(collection.roles.size());
    case UsersColumn:
        return QString::number(m_userCounts.value(collection.name));
    default:
        return {};
    }
}

QVariant CollectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != NameColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Role collection")
        : section == RolesColumn ? tr("Roles")
                                 : tr("Users");
}

} // namespace tokentrail::ui
