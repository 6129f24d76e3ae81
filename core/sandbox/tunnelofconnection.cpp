// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/tunnelofconnection.h"

namespace tokentrail::sandbox {

namespace {

// Nobody says that a connection has ended, so the oldest are forgotten; more than a server holds.
constexpr quint64 remembered = 8192;

} // namespace

QString TunnelOfConnection::take(quint64 connection, const QString &tunnel)
{
    if (connection == 0)
        return tunnel;
    const auto known = m_tunnels.constFind(connection);
    if (known != m_tunnels.constEnd())
        return *known;
    if (quint64(m_tunnels.size()) >= remembered)
        m_tunnels.removeIf(
            [connection](const auto &entry) { return entry.key() + remembered / 2 < connection; });
    m_tunnels.insert(connection, tunnel);
    return tunnel;
}

} // namespace tokentrail::sandbox
