// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/quiettable.h"

#include "ui/widgets/colours.h"

#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace tokentrail::ui {

namespace {
constexpr int narrowest = 56;
}

QuietTable::QuietTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    softenSelection(this);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(
        horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int now) {
            // Dragged by a person: it stays so when the window changes.
            // The last one in sight takes what is left; nobody dragged it.
            const bool without = m_spare >= 0 && isColumnHidden(m_spare);
            if (!m_fitting && now > 0 && column + (without ? 2 : 1) < m_widths.size())
                m_widths[column] = now;
        });
}

void QuietTable::setWidths(const QList<int> &widths, int spare)
{
    m_widths = widths;
    m_spare = spare;
    horizontalHeader()->setStretchLastSection(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fitColumns();
}

void QuietTable::fitColumns()
{
    if (m_widths.isEmpty() || !model() || model()->columnCount() < m_widths.size())
        return;
    m_fitting = true;
    auto widths = m_widths;
    const auto missing = [&] {
        return std::accumulate(widths.cbegin(), widths.cend(), 0) - viewport()->width();
    };
    const bool without = m_spare >= 0 && missing() > 0;
    if (without)
        widths[m_spare] = 0;
    if (m_spare >= 0)
        setColumnHidden(m_spare, without);
    for (auto column = int(widths.size()) - 1; column > 0 && missing() > 0; --column) {
        const auto least = std::min(widths[column], narrowest);
        widths[column] = std::max(least, widths[column] - missing());
    }
    for (int column = 0; column < widths.size(); ++column) {
        if (widths[column] > 0)
            setColumnWidth(column, widths[column]);
    }
    m_fitting = false;
}

void QuietTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void QuietTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(current);
}

} // namespace tokentrail::ui
