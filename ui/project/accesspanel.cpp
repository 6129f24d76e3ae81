// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/project/accesspanel.h"

#include "ui/project/matrixmodel.h"
#include "ui/widgets/housestyle.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace tokentrail::ui {

AccessPanel::AccessPanel(QWidget *parent)
    : QWidget(parent)
    , m_matrix(new MatrixModel(this))
    , m_cells(new QTableView)
    , m_because(new WrappedLabel)
{
    m_cells->setModel(m_matrix);
    m_cells->setAccessibleName(tr("Who may do what, as predicted from the model"));
    m_cells->setFrameShape(QFrame::NoFrame);
    m_cells->setShowGrid(false);
    m_cells->setTabKeyNavigation(false);
    m_cells->setSelectionMode(QAbstractItemView::SingleSelection);
    m_cells->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_cells->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_cells->verticalHeader()->setHighlightSections(false);
    m_cells->horizontalHeader()->setHighlightSections(false);
    m_cells->horizontalHeader()->setDefaultSectionSize(124);
    softenSelection(m_cells);
    buildActions();

    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_because, 1);
    for (auto *button : {m_next, m_report, m_measure})
        below->addWidget(button, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_cells, 1);
    layout->addLayout(below);
    connect(m_cells->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &AccessPanel::showCell);
}

void AccessPanel::buildActions()
{
    m_measure = new QPushButton(tr("Ask the running service …"));
    m_measure->setToolTip(
        tr("Sends a request for every cell to the service that cds watch started. "
           "Asks first as whom, and whether with what writes."));
    m_measure->setAccessibleDescription(m_measure->toolTip());
    m_report = new QPushButton(tr("Copy the report"));
    m_next = new QPushButton(tr("Next difference"));
    for (auto *button : {m_next, m_report, m_measure}) {
        makeQuiet(button);
        button->hide();
    }
    connect(m_measure, &QPushButton::clicked, this, &AccessPanel::measureWanted);
    connect(m_report, &QPushButton::clicked, this, &AccessPanel::reportWanted);
    connect(m_next, &QPushButton::clicked, this, &AccessPanel::goToNextDifference);
}

void AccessPanel::setMatrix(const MatrixView &matrix)
{
    m_matrix->setMatrix(matrix);
    m_differences = matrix.differences;
    m_shownDifference = -1;
    m_because->setText(matrix.note);
    m_because->setMuted(true);
    m_cells->verticalHeader()->setMinimumWidth(matrix.rows.isEmpty() ? 0 : 240);
    m_measure->setVisible(!matrix.rows.isEmpty());
    m_report->setVisible(matrix.isMeasured);
    m_next->setVisible(!matrix.differences.isEmpty());
    if (!matrix.rows.isEmpty())
        m_cells->setCurrentIndex({});
}

void AccessPanel::showCell(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto &cell = m_matrix->cell(index.row(), index.column());
    m_because->setMuted(false);
    m_because->setText(
        tr("%1 for %2: %3. %4")
            .arg(m_matrix->headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString(),
                 m_matrix->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 cell.text,
                 cell.because));
}

void AccessPanel::showReason(const QString &what, const QString &who, const QString &because)
{
    const auto find = [this](Qt::Orientation orientation, int count, const QString &name) {
        for (int i = 0; i < count; ++i) {
            if (m_matrix->headerData(i, orientation, Qt::DisplayRole).toString() == name)
                return i;
        }
        return -1;
    };
    const auto index = m_matrix->index(find(Qt::Vertical, m_matrix->rowCount({}), what),
                                       find(Qt::Horizontal, m_matrix->columnCount({}), who));
    m_cells->setCurrentIndex(index);
    if (index.isValid())
        m_cells->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_cells->setFocus();
    m_because->setMuted(false);
    m_because->setText(tr("%1 for %2: %3").arg(what, who, because));
}

void AccessPanel::goToNextDifference()
{
    if (m_differences.isEmpty())
        return;
    m_shownDifference = (m_shownDifference + 1) % m_differences.size();
    const auto &[row, caller] = m_differences.at(m_shownDifference);
    const auto index = m_matrix->index(row, caller);
    m_cells->setCurrentIndex(index);
    m_cells->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

} // namespace tokentrail::ui
