// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/signinvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

class SessionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, WhoColumn, HowColumn, LifeColumn, ColumnCount };

    explicit SessionModel(QObject *parent = nullptr);

    // Rows that stay keep their place and the choice; a countdown is no new list.
    void setSessions(const QList<SessionView> &sessions);
    const SessionView *sessionAt(int row) const;
    int rowOf(const QString &id) const; // -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<SessionView> m_sessions;
};

} // namespace tokentrail::ui
