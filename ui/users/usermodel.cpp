// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/users/usermodel.h"

#include "ui/widgets/colours.h"

#include <QGuiApplication>
#include <QPalette>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

namespace {

QString passwordOf(const MockUserRow &user)
{
    if (!user.enabled)
        return {};
    if (user.passwordNeverMatches)
        return UserModel::tr("✗ never fits");
    return user.hasPassword ? UserModel::tr("set") : UserModel::tr("any");
}

bool isSevere(const MockUserRow &user)
{
    return std::any_of(user.warnings.cbegin(), user.warnings.cend(), [](const auto &warning) {
        return warning.severe;
    });
}

QString textOf(const MockUserRow &user, int column)
{
    switch (UserModel::Column(column)) {
    case UserModel::LoginColumn:
        if (!user.enabled)
            return UserModel::tr("%1 (off)").arg(user.login);
        return isSevere(user) ? QString(u"✗ "_s + user.login) : user.login;
    case UserModel::RolesColumn:
        if (user.login == "*"_L1)
            return UserModel::tr("everybody else, without roles");
        return user.roles.isEmpty() ? UserModel::tr("none") : user.roles.join(u", "_s);
    case UserModel::PasswordColumn:
        return passwordOf(user);
    case UserModel::SourceColumn:
        return user.source;
    case UserModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

UserModel::UserModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void UserModel::setUsers(const QList<MockUserRow> &users)
{
    beginResetModel();
    m_users = users;
    endResetModel();
}

int UserModel::rowOf(const QString &login) const
{
    for (qsizetype row = 0; row < m_users.size(); ++row) {
        if (m_users.at(row).login == login)
            return int(row);
    }
    return -1;
}

int UserModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_users.size());
}

int UserModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UserModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &user = m_users.at(index.row());
    const auto colours = Colours::of(QGuiApplication::palette());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(user, index.column());
    case Qt::ForegroundRole:
        if (isSevere(user) && (index.column() == LoginColumn || user.passwordNeverMatches))
            return index.column() == SourceColumn ? colours.muted : colours.error.ink;
        if (!user.enabled || index.column() == SourceColumn || (!user.own && index.column() > 0))
            return colours.muted;
        return {};
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList sentences;
        for (const auto &warning : user.warnings)
            sentences << warning.sentence;
        return sentences.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant UserModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case LoginColumn:
        return tr("Logs in as");
    case RolesColumn:
        return tr("Roles");
    case PasswordColumn:
        return tr("Password");
    case SourceColumn:
        return tr("Where it stands");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tokentrail::ui
