// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/keys/keysvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// The keys that are kept, a row each.
class KeyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ServiceColumn, KindColumn, LifeColumn, ColumnCount };

    explicit KeyModel(QObject *parent = nullptr);

    void setKeys(const QList<KeyView> &keys);
    const KeyView *keyAt(int row) const; // null: no such row
    int rowOf(const QString &name) const; // -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<KeyView> m_keys;
};

} // namespace tokentrail::ui
