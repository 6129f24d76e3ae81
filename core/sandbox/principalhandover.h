// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace tokentrail::sandbox {

// How the Cloud Connector tells the backend whom it speaks for. A real one makes a short-lived
// X.509 certificate and passes it in the header SSL_CLIENT_CERT over mutual TLS, and the backend
// believes that header only from the Cloud Connector. Here both live in one process: the header
// holds the subject and a ticket that only the proxy can have drawn, is good for one call and
// 60 s, and so is worth nothing to whoever reads it later.
class PrincipalHandover
{
public:
    static constexpr auto headerName = "SSL_CLIENT_CERT";

    struct Principal
    {
        QString subject; // "CN=alice,O=Tokentrail Sandbox"
        QString userName; // "alice"
    };

    QByteArray headerFor(const QString &userName, qint64 nowMs);
    // Nothing when it was not drawn here, was used before or is too old.
    std::optional<Principal> redeem(const QByteArray &headerValue, qint64 nowMs);

private:
    struct Ticket
    {
        Principal principal;
        qint64 expiresMs = 0;
    };
    void dropExpired(qint64 nowMs);

    QHash<QByteArray, Ticket> m_tickets;
};

} // namespace tokentrail::sandbox
