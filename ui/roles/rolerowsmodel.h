// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>

namespace tokentrail::ui {

// Short tables of text: each row says in a few cells what it is.
class RoleRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RoleRowsModel(QStringList headings, QObject *parent = nullptr);

    void setRows(const QList<QStringList> &rows);
    const QStringList &at(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headings;
    QList<QStringList> m_rows;
};

} // namespace tokentrail::ui
