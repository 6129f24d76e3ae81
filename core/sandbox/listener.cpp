// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/listener.h"

#include "core/sandbox/browserguard.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

http::Exchange begin(const http::Request &request,
                     const http::Connection &connection,
                     const QString &observer,
                     qint64 nowMs)
{
    http::Exchange exchange;
    exchange.observer = observer;
    exchange.callee = observer;
    exchange.scheme = connection.tls ? "https" : "http";
    exchange.authority = request.headers.value("Host");
    exchange.clientCertificateSubject = connection.clientCertificateSubject;
    exchange.startMs = nowMs;
    exchange.request = request;
    return exchange;
}

} // namespace

Listener::Listener(http::Journal &journal,
                   const Clock &clock,
                   Misbehaviour::FaultValue faultValue,
                   QList<Route> routes,
                   HostCheck hostCheck)
    : m_journal(journal)
    , m_clock(clock)
    , m_misbehaviour(std::move(faultValue))
    , m_routes(std::move(routes))
    , m_hostCheck(hostCheck)
    , m_server([this](const http::Request &request,
                      const http::Connection &connection,
                      const http::Responder &respond) { handle(request, connection, respond); })
{ }

Listener::~Listener()
{
    *m_alive = false;
}

Result<quint16> Listener::listen(quint16 port, const std::optional<http::ServerTls> &tls)
{
    http::ServerOptions options;
    options.port = port;
    options.withTls = tls.has_value();
    if (tls)
        options.tls = *tls;
    return m_server.listen(options);
}

Result<quint16> Listener::listenAgain(const http::ServerTls &tls)
{
    const auto port = m_server.port();
    m_server.stop(0);
    return listen(port, tls);
}

Party &Listener::partyFor(const http::Request &request) const
{
    const auto path = request.path();
    for (const auto &route : m_routes) {
        if (path.startsWith(route.prefix))
            return *route.party;
    }
    return *m_routes.constLast().party;
}

void Listener::handle(const http::Request &request,
                      const http::Connection &connection,
                      const http::Responder &respond)
{
    auto &party = partyFor(request);
    const auto exchange = std::make_shared<http::Exchange>(
        begin(request, connection, party.observer(), m_clock.nowMs()));
    exchange->id = m_journal.nextId(u"x");
    const Party::Note note = [exchange](const QString &name, const text::Json &value) {
        exchange->notes.set(name, value);
    };
    // Recorded before it is sent: whoever has the answer finds the exchange in the journal.
    const http::Responder record(
        [exchange, respond, this, alive = m_alive](const http::Response &response) {
            if (*alive) {
                exchange->endMs = m_clock.nowMs();
                if (response.status == http::Responder::dropped)
                    exchange->failure = Error{ErrorCode::Network, u"The connection was dropped."_s};
                else
                    exchange->response = response;
                m_journal.append(*exchange);
            }
            if (response.status == http::Responder::dropped)
                respond.drop();
            else
                respond(response);
        });
    if (m_hostCheck == HostCheck::Loopback) {
        if (auto refusal = refuseForeignBrowser(request, m_server.port(), connection.tls)) {
            note(u"refused"_s, u"foreign-browser"_s);
            return record(std::move(*refusal));
        }
    }
    m_misbehaviour.handle(party, request, connection, note, record);
}

} // namespace tokentrail::sandbox
