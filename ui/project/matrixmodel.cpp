// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/matrixmodel.h"

#include <QGuiApplication>

namespace tokentrail::ui {

MatrixModel::MatrixModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void MatrixModel::setMatrix(const MatrixView &matrix)
{
    beginResetModel();
    m_matrix = matrix;
    m_cells.clear();
    endResetModel();
}

const MatrixCell &MatrixModel::cell(int row, int caller) const
{
    const auto key = std::pair(row, caller);
    const auto known = m_cells.constFind(key);
    if (known != m_cells.constEnd())
        return *known;
    return *m_cells.insert(key, m_matrix.cell(row, caller));
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matrix.rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_matrix.rows.isEmpty() ? 0 : int(m_matrix.callers.size());
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isMeant = role == Qt::DisplayRole || role == Qt::ForegroundRole
        || role == Qt::BackgroundRole || role == Qt::AccessibleDescriptionRole;
    if (!isMeant)
        return {};
    const auto &shown = cell(index.row(), index.column());
    if (role == Qt::DisplayRole)
        return shown.text;
    if (role == Qt::AccessibleDescriptionRole)
        return shown.because;
    const auto colours = Colours::of(QGuiApplication::palette());
    if (shown.tone == Tone::Neutral)
        return role == Qt::ForegroundRole ? QVariant(colours.muted) : QVariant();
    const auto pair = colours.pair(shown.tone);
    return role == Qt::ForegroundRole ? pair.ink : pair.ground;
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? m_matrix.callers.value(section)
                                         : m_matrix.rows.value(section);
}

} // namespace tokentrail::ui
