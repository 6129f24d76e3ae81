// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"

#include <QAbstractTableModel>
#include <QHash>

namespace tokentrail::ui {

// What callers may do. Cells are asked for when they come into sight, and kept.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit MatrixModel(QObject *parent = nullptr);

    void setMatrix(const MatrixView &matrix);
    const MatrixCell &cell(int row, int caller) const;
    int decided() const { return int(m_cells.size()); } // cells that were asked for

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    MatrixView m_matrix;
    mutable QHash<std::pair<int, int>, MatrixCell> m_cells;
};

} // namespace tokentrail::ui
