// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/destinations/destinationsvalues.h"

#include <QAbstractTableModel>

namespace tokentrail::ui {

// Properties to edit, with the service's own names. The last row is empty: typing there adds one;
// a property without a name goes.
class PropertyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    explicit PropertyModel(QObject *parent = nullptr);

    static constexpr int ChoicesRole = Qt::UserRole; // words to choose from; none: any will do

    void setProperties(const QList<PropertyRow> &properties);
    void setChoices(const QMap<QString, QStringList> &choices); // by name
    const QList<PropertyRow> &properties() const { return m_rows; }
    void removeAt(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void edited();
    void added(int row, int missing); // the column of it that is still empty

private:
    bool add(const QString &text, int column);

    QList<PropertyRow> m_rows;
    QMap<QString, QStringList> m_choices;
};

} // namespace tokentrail::ui
