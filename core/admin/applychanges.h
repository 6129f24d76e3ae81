// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/call.h"
#include "core/admin/change.h"

namespace tokentrail::admin {

// Carries out changes one after the other and stops at the first that fails: what is done is
// told, what is left can go on later.
class ApplyChanges : public QObject
{
    Q_OBJECT

public:
    ApplyChanges(Connection &connection, QList<Change> changes, QObject *parent = nullptr);

    void start(); // finished() once, later
    void cancel(); // after the change that is under way
    QList<Change> done() const { return m_changes.first(m_done); }
    QList<Change> left() const { return m_changes.sliced(m_done); }
    const Result<void> &result() const { return m_result; } // whether all are done

Q_SIGNALS:
    void progressed(const QString &sentence, qint64 done, qint64 all);
    void applied(const tokentrail::admin::Change &change);
    void finished(tokentrail::admin::ApplyChanges *apply);

private:
    void next();
    void take(Call *call);
    void end(Result<void> result);

    Connection &m_connection;
    QList<Change> m_changes;
    qsizetype m_done = 0;
    Result<void> m_result;
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace tokentrail::admin
