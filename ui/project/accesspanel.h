// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/project/projectvalues.h"

#include <QWidget>

class QModelIndex;
class QPushButton;
class QTableView;

namespace tokentrail::ui {

class MatrixModel;
class WrappedLabel;

// Who may do what: the matrix, why a cell is as it is, and what the running service said to it.
class AccessPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AccessPanel(QWidget *parent = nullptr);

    void setMatrix(const MatrixView &matrix);
    // Chooses the cell, where there is one, and says the sentence below.
    void showReason(const QString &what, const QString &who, const QString &because);

Q_SIGNALS:
    void measureWanted(); // ask the running service for every cell
    void reportWanted(); // of the measurement, as text

private:
    void buildActions();
    void showCell(const QModelIndex &index);
    void goToNextDifference();

    MatrixModel *m_matrix = nullptr;
    QTableView *m_cells = nullptr;
    WrappedLabel *m_because = nullptr;
    QPushButton *m_measure = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_report = nullptr;
    QList<std::pair<int, int>> m_differences;
    qsizetype m_shownDifference = -1;
};

} // namespace tokentrail::ui
