// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/users/usersvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// The effective mock users, a row each.
class UserModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LoginColumn, RolesColumn, PasswordColumn, SourceColumn, ColumnCount };

    explicit UserModel(QObject *parent = nullptr);

    void setUsers(const QList<MockUserRow> &users);
    const MockUserRow &at(int row) const { return m_users.at(row); }
    int rowOf(const QString &login) const; // -1: there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<MockUserRow> m_users;
};

} // namespace tokentrail::ui
