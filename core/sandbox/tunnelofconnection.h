// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

namespace tokentrail::sandbox {

// The connectivity proxy binds a connection to the tunnel of its first request.
class TunnelOfConnection
{
public:
    // The tunnel that this connection has: this one, where it had none.
    QString take(quint64 connection, const QString &tunnel);

private:
    QHash<quint64, QString> m_tunnels;
};

} // namespace tokentrail::sandbox
