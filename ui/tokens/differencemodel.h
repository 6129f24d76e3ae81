// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/tokendiff.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// What differs between two tokens, the weightiest first.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ClaimColumn, BeforeColumn, AfterColumn, MeaningColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTokens(const jose::DecodedToken &before, const jose::DecodedToken &after);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<xsuaa::TokenChange> m_changes;
};

} // namespace tokentrail::ui
