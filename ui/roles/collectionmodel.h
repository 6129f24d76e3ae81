// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/rolesvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// Role collections over a directory that is shared, not copied; the filter keeps row numbers.
class CollectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, RolesColumn, UsersColumn, ColumnCount };

    explicit CollectionModel(QObject *parent = nullptr);

    void setDirectory(const SharedDirectory &directory);
    void setFilter(const QString &text); // of the name, whatever case
    QString nameAt(int row) const;
    int rowOf(const QString &name) const; // -1: filtered out, or not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refilter();

    SharedDirectory m_directory;
    QHash<QString, int> m_userCounts;
    QString m_filter;
    std::vector<int> m_rows;
};

} // namespace tokentrail::ui
