// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/keys/keymodel.h"

#include <QGuiApplication>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

KeyModel::KeyModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void KeyModel::setKeys(const QList<KeyView> &keys)
{
    beginResetModel();
    m_keys = keys;
    endResetModel();
}

const KeyView *KeyModel::keyAt(int row) const
{
    return row >= 0 && row < m_keys.size() ? &m_keys.at(row) : nullptr;
}

int KeyModel::rowOf(const QString &name) const
{
    for (qsizetype row = 0; row < m_keys.size(); ++row) {
        if (m_keys.at(row).name == name)
            return int(row);
    }
    return -1;
}

int KeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int KeyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant KeyModel::data(const QModelIndex &index, int role) const
{
    const auto *key = keyAt(index.row());
    if (!key)
        return {};
    if (role == Qt::ForegroundRole && key->bad)
        return Colours::of(QGuiApplication::palette()).error.ink;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case NameColumn:
        return key->bad ? QString(u"✗ "_s + key->name) : key->name;
    case ServiceColumn:
        return key->service;
    case KindColumn:
        return key->kind;
    case LifeColumn:
        return key->life.isEmpty() ? tr("no end") : key->life;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant KeyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Key");
    case ServiceColumn:
        return tr("Service");
    case KindColumn:
        return tr("Credential");
    case LifeColumn:
        return tr("Life");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tokentrail::ui
