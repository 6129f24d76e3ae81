// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/destinations/destinationsvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// The destinations of a service, a row each.
class DestinationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, AuthenticationColumn, ProxyColumn, UrlColumn, ColumnCount };

    explicit DestinationModel(QObject *parent = nullptr);

    void setRows(const QList<DestinationRow> &rows);
    const DestinationRow &at(int row) const { return m_rows.at(row); }
    int rowOf(const QString &name) const; // -1: there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<DestinationRow> m_rows;
};

} // namespace tokentrail::ui
