// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sessionmodel.h"

#include "ui/widgets/colours.h"

#include <QGuiApplication>

#include <algorithm>

namespace tokentrail::ui {

SessionModel::SessionModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void SessionModel::setSessions(const QList<SessionView> &sessions)
{
    const auto sameId = [](const SessionView &a, const SessionView &b) {
        return a.id == b.id;
    };
    if (!sessions.isEmpty()
        && std::equal(
            sessions.begin(), sessions.end(), m_sessions.begin(), m_sessions.end(), sameId)) {
        m_sessions = sessions;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_sessions = sessions;
    endResetModel();
}

const SessionView *SessionModel::sessionAt(int row) const
{
    return row >= 0 && row < m_sessions.size() ? &m_sessions.at(row) : nullptr;
}

int SessionModel::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_sessions.size(); ++row) {
        if (m_sessions.at(row).id == id)
            return int(row);
    }
    return -1;
}

int SessionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sessions.size());
}

int SessionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SessionModel::data(const QModelIndex &index, int role) const
{
    const auto *session = sessionAt(index.row());
    if (!session)
        return {};
    if (role == Qt::ForegroundRole && !session->active)
        return Colours::of(QGuiApplication::palette()).muted;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case NameColumn:
        return session->name;
    case WhoColumn:
        return session->who;
    case HowColumn:
        return session->how;
    case LifeColumn:
        return session->life;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Session");
    case WhoColumn:
        return tr("Who");
    case HowColumn:
        return tr("How");
    case LifeColumn:
        return tr("Life");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tokentrail::ui
