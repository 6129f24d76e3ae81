// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/journal.h"

namespace tokentrail::http {

namespace {
constexpr qsizetype maxExchanges = 10'000;
constexpr qint64 maxBodyBytes = 64LL * 1024 * 1024;

qint64 bodyBytesOf(const Exchange &exchange)
{
    return exchange.request.body.size() + exchange.response.body.size();
}
} // namespace

Journal::Journal(QObject *parent)
    : QObject(parent)
{ }

QString Journal::nextId(QStringView prefix)
{
    return prefix.toString() + QString::number(++m_lastId);
}

void Journal::append(const Exchange &exchange)
{
    m_exchanges.append(exchange);
    m_bodyBytes += bodyBytesOf(exchange);
    trim();
    Q_EMIT appended(exchange);
}

void Journal::clear()
{
    m_exchanges.clear();
    m_bodyBytes = 0;
    Q_EMIT cleared();
}

void Journal::trim()
{
    // The newest always stays, however large it is.
    while (m_exchanges.size() > 1
           && (m_exchanges.size() > maxExchanges || m_bodyBytes > maxBodyBytes))
        m_bodyBytes -= bodyBytesOf(m_exchanges.takeFirst());
}

} // namespace tokentrail::http
