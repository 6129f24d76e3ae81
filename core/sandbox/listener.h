// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/server.h"
#include "core/sandbox/misbehaviour.h"

#include <QList>

#include <memory>

namespace tokentrail::sandbox {

// One port of the landscape: hands requests to the parties behind it and writes every exchange
// into the journal.
class Listener
{
public:
    struct Route
    {
        QByteArray prefix; // of the path; empty: all
        Party *party = nullptr;
    };
    enum class HostCheck { Loopback, None }; // None: a proxy is asked for other hosts

    Listener(http::Journal &journal,
             const Clock &clock,
             Misbehaviour::FaultValue faultValue,
             QList<Route> routes, // the first that fits; the last one fits all
             HostCheck hostCheck);
    ~Listener();

    Result<quint16> listen(quint16 port, const std::optional<http::ServerTls> &tls = {});
    quint16 port() const { return m_server.port(); }
    void stop() { m_server.stop(); }
    // The same port with another certificate; connections that are open are closed.
    Result<quint16> listenAgain(const http::ServerTls &tls);

private:
    void handle(const http::Request &request,
                const http::Connection &connection,
                const http::Responder &respond);
    Party &partyFor(const http::Request &request) const;

    http::Journal &m_journal;
    const Clock &m_clock;
    Misbehaviour m_misbehaviour;
    QList<Route> m_routes;
    HostCheck m_hostCheck;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    http::Server m_server;
};

} // namespace tokentrail::sandbox
