// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sandbox/faultmodel.h"

#include <algorithm>

namespace tokentrail::ui {

void FaultModel::setFaults(const QList<FaultView> &faults)
{
    // The table of faults stays the same, only values change: the selection is kept.
    if (faults.size() != m_faults.size()) {
        beginResetModel();
        m_faults = faults;
        endResetModel();
        return;
    }
    m_faults = faults;
    if (!faults.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(faults.size()) - 1, ColumnCount - 1));
}

int FaultModel::inForce() const
{
    return int(std::count_if(m_faults.begin(), m_faults.end(), [](const FaultView &fault) {
        return !fault.value.isEmpty();
    }));
}

int FaultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_faults.size());
}

int FaultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FaultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &fault = m_faults.at(index.row());
    const bool isOn = !fault.value.isEmpty();
    if (role == Qt::CheckStateRole && index.column() == Name)
        return isOn ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return isOn ? tr("%1, in force").arg(fault.name) : fault.name;
    if (role == Qt::EditRole && index.column() == Value)
        return isOn ? fault.value : fault.byDefault;
    if (role == Qt::ToolTipRole)
        return fault.meaning;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Name:
        return fault.name;
    case Value:
        return isOn ? fault.value : QString();
    case Meaning:
        return fault.meaning;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FaultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Fault");
    case Value:
        return tr("Value");
    case Meaning:
        return tr("What goes wrong");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags FaultModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractTableModel::flags(index);
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == Value)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool FaultModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    const auto &fault = m_faults.at(index.row());
    if (index.column() == Name && role == Qt::CheckStateRole) {
        if (value.toInt() == Qt::Checked)
            Q_EMIT setWanted(fault.name, fault.byDefault);
        else
            Q_EMIT clearWanted(fault.name);
        return true;
    }
    if (index.column() != Value || role != Qt::EditRole)
        return false;
    const auto text = value.toString().trimmed();
    if (text.isEmpty())
        Q_EMIT clearWanted(fault.name);
    else
        Q_EMIT setWanted(fault.name, text);
    return true;
}

} // namespace tokentrail::ui
