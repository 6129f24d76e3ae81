// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/peoplemodel.h"

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

PeopleModel::PeopleModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void PeopleModel::setDirectory(const SharedDirectory &directory)
{
    beginResetModel();
    m_directory = directory;
    refilter();
    endResetModel();
}

void PeopleModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text;
    refilter();
    endResetModel();
}

void PeopleModel::refilter()
{
    m_rows.clear();
    if (!m_directory)
        return;
    const auto &all = m_directory->users;
    m_rows.reserve(std::size_t(all.size()));
    for (int i = 0; i < int(all.size()); ++i) {
        const auto &user = all.at(i);
        if (m_filter.isEmpty() || user.userName.contains(m_filter, Qt::CaseInsensitive)
            || user.email.contains(m_filter, Qt::CaseInsensitive))
            m_rows.push_back(i);
    }
}

admin::UserName PeopleModel::at(int row) const
{
    if (row < 0 || row >= int(m_rows.size()))
        return {};
    const auto &user = m_directory->users.at(m_rows[std::size_t(row)]);
    return {user.userName, user.origin};
}

int PeopleModel::rowOf(const admin::UserName &user) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (at(row) == user)
            return row;
    }
    return -1;
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto &user = m_directory->users.at(m_rows[std::size_t(index.row())]);
    switch (index.column()) {
    case NameColumn:
        return role == Qt::ToolTipRole && !user.email.isEmpty() ? user.email : user.userName;
    case OriginColumn:
        return user.origin;
    case CollectionsColumn:
        return user.roleCollections.join(u", "_s);
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn  ? tr("User")
        : section == OriginColumn ? tr("Origin")
                                  : tr("Role collections");
}

} // namespace tokentrail::ui
