// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roles/rolesvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// Users over a directory that is shared, not copied.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, OriginColumn, CollectionsColumn, ColumnCount };

    explicit PeopleModel(QObject *parent = nullptr);

    void setDirectory(const SharedDirectory &directory);
    void setFilter(const QString &text); // of name and mail, whatever case
    admin::UserName at(int row) const;
    int rowOf(const admin::UserName &user) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refilter();

    SharedDirectory m_directory;
    QString m_filter;
    std::vector<int> m_rows;
};

} // namespace tokentrail::ui
