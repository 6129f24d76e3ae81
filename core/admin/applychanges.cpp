// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/applychanges.h"

#include "core/admin/words.h"

namespace tokentrail::admin {

ApplyChanges::ApplyChanges(Connection &connection, QList<Change> changes, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_changes(std::move(changes))
{ }

void ApplyChanges::start()
{
    QMetaObject::invokeMethod(
        this, [this] { next(); }, Qt::QueuedConnection);
}

void ApplyChanges::cancel()
{
    m_cancelled = true;
}

void ApplyChanges::next()
{
    if (m_done == m_changes.size())
        return end({});
    if (m_cancelled)
        return end(Error{ErrorCode::Cancelled,
                         Words::tr("Cancelled after %1 of %2 changes.")
                             .arg(QString::number(m_done), QString::number(m_changes.size()))});
    const auto &change = m_changes.at(m_done);
    Q_EMIT progressed(sentenceOf(change), m_done, m_changes.size());
    auto *call = new Call(m_connection, requestOf(change), this);
    connect(call, &Call::waiting, this, [this](int seconds) {
        Q_EMIT progressed(Words::tr("The service asks to wait %n second(s)", nullptr, seconds),
                          m_done,
                          m_changes.size());
    });
    connect(call, &Call::finished, this, &ApplyChanges::take);
    call->start();
}

void ApplyChanges::take(Call *call)
{
    call->deleteLater();
    if (!call->result()) {
        auto error = call->result().error();
        error.sentence =
            Words::tr("%1 was not done: %2").arg(sentenceOf(m_changes.at(m_done)), error.sentence);
        return end(error);
    }
    const auto change = m_changes.at(m_done);
    ++m_done;
    Q_EMIT applied(change);
    next();
}

void ApplyChanges::end(Result<void> result)
{
    if (std::exchange(m_ended, true))
        return;
    m_result = std::move(result);
    Q_EMIT finished(this);
}

} // namespace tokentrail::admin
