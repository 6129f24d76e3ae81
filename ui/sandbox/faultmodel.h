// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sandbox/sandboxvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// The faults as switches with values. Changes nothing itself: says what is wanted.
class FaultModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Meaning, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFaults(const QList<FaultView> &faults);
    int inForce() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void setWanted(const QString &name, const QString &value);
    void clearWanted(const QString &name);

private:
    QList<FaultView> m_faults;
};

} // namespace tokentrail::ui
