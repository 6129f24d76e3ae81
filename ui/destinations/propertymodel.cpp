// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/destinations/propertymodel.h"

#include "ui/widgets/colours.h"

#include <QGuiApplication>
#include <QPalette>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

PropertyModel::PropertyModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void PropertyModel::setProperties(const QList<PropertyRow> &properties)
{
    beginResetModel();
    m_rows = properties;
    endResetModel();
}

void PropertyModel::setChoices(const QMap<QString, QStringList> &choices)
{
    m_choices = choices;
}

void PropertyModel::removeAt(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

int PropertyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int PropertyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags PropertyModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

QVariant PropertyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool adding = index.row() == m_rows.size();
    if (role == Qt::ForegroundRole && (adding || index.column() == NameColumn))
        return Colours::of(QGuiApplication::palette()).muted;
    if (role == ChoicesRole)
        return adding || index.column() == NameColumn
            ? QStringList()
            : m_choices.value(m_rows.at(index.row()).name);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (adding)
        return role == Qt::DisplayRole && index.column() == NameColumn ? tr("add a property")
                                                                       : QString();
    const auto &row = m_rows.at(index.row());
    if (index.column() == NameColumn)
        return row.name.isEmpty() && role == Qt::DisplayRole ? tr("name it") : row.name;
    if (row.secret && !row.value.isEmpty())
        return role == Qt::DisplayRole ? u"•••"_s : QString(); // typing replaces it
    return row.value;
}

bool PropertyModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const auto text = value.toString();
    if (index.row() == m_rows.size())
        return add(text.trimmed(), index.column());
    auto &row = m_rows[index.row()];
    if (index.column() == NameColumn && text.trimmed().isEmpty()) {
        removeAt(index.row());
        return true;
    }
    // An untouched editor of a secret is empty, and must not wipe it.
    if (index.column() == ValueColumn && row.secret && text.isEmpty())
        return false;
    auto &cell = index.column() == NameColumn ? row.name : row.value;
    if (cell == text)
        return false;
    cell = index.column() == NameColumn ? text.trimmed() : text;
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

// The empty row becomes the new property, and another empty one comes below: whoever types there
// stays where the typing is.
bool PropertyModel::add(const QString &text, int column)
{
    if (text.isEmpty())
        return false;
    const int row = int(m_rows.size());
    const bool isName = column == NameColumn;
    beginInsertRows({}, row + 1, row + 1);
    m_rows.append({isName ? text : QString(), isName ? QString() : text, false});
    endInsertRows();
    Q_EMIT dataChanged(index(row, NameColumn), index(row, ValueColumn));
    Q_EMIT edited();
    Q_EMIT added(row, isName ? ValueColumn : NameColumn);
    return true;
}

QVariant PropertyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Property") : tr("Value");
}

} // namespace tokentrail::ui
