// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// The trail as a table: a row a hop, in its order.
class TrailModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, From, To, What, Answer, Person, Actor, Tokens, Duration, ColumnCount };
    enum Role { HopIdRole = Qt::UserRole + 1, ExpectedRole, FailedRole };

    explicit TrailModel(QObject *parent = nullptr);

    void setTrail(const trail::Trail &trail);
    QModelIndex indexOf(const QString &hopId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const trail::Hop &hop, int row, Column column) const;

    trail::Trail m_trail;
};

} // namespace tokentrail::ui
