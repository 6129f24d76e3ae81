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

Q_SIGNALS:
    void currentRowChanged(const QModelIndex &current);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace tokentrail::ui
