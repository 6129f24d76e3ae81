// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/cloudconnector.h"
#include "core/sandbox/party.h"
#include "core/sandbox/principalhandover.h"
#include "core/sandbox/tunnelofconnection.h"

#include <QObject>

#include <memory>

namespace tokentrail::sandbox {

// The connectivity proxy and, behind it, the Cloud Connector: plain http in absolute form only.
// Who the user is goes to the backend by PrincipalHandover.
class ConnectivityProxy final : public Party
{
public:
    ConnectivityProxy(Landscape &landscape, std::shared_ptr<PrincipalHandover> handover);
    ~ConnectivityProxy() override;

    QString observer() const override { return QStringLiteral("proxy"); }
    void handle(const http::Request &request,
                const http::Connection &connection,
                const Note &note,
                http::Responder respond) override;

private:
    struct Passage
    {
        TunnelCall call;
        QString principal; // empty: nobody's name goes along
    };

    std::optional<Refusal> checkLengths(const http::Request &request) const;
    std::optional<Refusal> checkProxyToken(const http::Request &request, text::Json &claims) const;
    std::optional<Refusal> check(const http::Request &request,
                                 const http::Connection &connection,
                                 const Note &note,
                                 Passage &passage);
    std::optional<Refusal>
    checkTunnel(const http::Connection &connection, const QString &zone, const QString &location);
    http::ClientRequest onward(const http::Request &request, const Passage &passage);
    void forward(const http::Request &request,
                 const Passage &passage,
                 const Note &note,
                 const http::Responder &respond);

    Landscape &m_landscape;
    CloudConnector m_connector;
    TunnelOfConnection m_tunnels;
    std::shared_ptr<PrincipalHandover> m_handover;
    std::unique_ptr<QObject> m_context; // owns the calls under way
};

} // namespace tokentrail::sandbox
