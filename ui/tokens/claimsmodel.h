// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwt.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// Every claim and header member with its value and meaning, in the token's own order.
class ClaimsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ClaimColumn, ValueColumn, MeaningColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setToken(const jose::DecodedToken &token);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString claim;
        QString value;
        QString meaning;
    };
    QList<Row> m_rows;
};

} // namespace tokentrail::ui
