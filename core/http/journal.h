// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/exchange.h"

#include <QList>
#include <QObject>

namespace tokentrail::http {

// The exchanges seen so far, oldest first. Keeps the last 10,000 and at most 64 MiB of bodies.
class Journal : public QObject
{
    Q_OBJECT

public:
    explicit Journal(QObject *parent = nullptr);

    QString nextId(QStringView prefix); // "x17": unique in this journal
    void append(const Exchange &exchange);
    void clear();
    const QList<Exchange> &exchanges() const { return m_exchanges; }

Q_SIGNALS:
    void appended(const tokentrail::http::Exchange &exchange);
    void cleared();

private:
    void trim();

    QList<Exchange> m_exchanges;
    qint64 m_bodyBytes = 0;
    qint64 m_lastId = 0;
};

} // namespace tokentrail::http
