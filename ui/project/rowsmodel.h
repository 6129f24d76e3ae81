// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// Rows of words under headings.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RowsModel(const QStringList &headings, QObject *parent = nullptr);

    void setRows(const QList<TableRow> &rows);
    const QList<TableRow> &rows() const { return m_rows; }
    const TableRow &at(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headings;
    QList<TableRow> m_rows;
};

} // namespace tokentrail::ui
