// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace tokentrail::ui {

// A table without grid and frame: rows to read, chosen as a whole, Tab leaves it.
class QuietTable : public QTableView
{
    Q_OBJECT

public:
    explicit QuietTable(const QString &accessibleName, QWidget *parent = nullptr);

    // Columns of these widths; the last one takes what is left. Where that is too little, all but
    // the first give way from the right, so that nothing has to be scrolled sideways: what is cut
    // is in the tool tip. With spare as the last column's index it goes first, as a whole.
    void setWidths(const QList<int> &widths, int spare = -1);

Q_SIGNALS:
    void currentRowChanged(const QModelIndex &current);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    QList<int> m_widths; // wanted; empty: as the header has them
    int m_spare = -1;
    bool m_fitting = false;
};

} // namespace tokentrail::ui
