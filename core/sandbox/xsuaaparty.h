// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/authorizeendpoint.h"
#include "core/sandbox/tokenendpoint.h"

#include <QObject>

namespace tokentrail::sandbox {

// The emulated XSUAA: what the real one answers to the clients of the SAP world.
class XsuaaParty final : public Party
{
public:
    XsuaaParty(const SandboxLandscape &landscape, Registry &registry);

    QString observer() const override { return QStringLiteral("xsuaa"); }
    void handle(const http::Request &request,
                const http::Connection &connection,
                const Note &note,
                http::Responder respond) override;

private:
    http::Response
    answer(const http::Request &request, const http::Connection &connection, const Note &note);

    const SandboxLandscape &m_landscape;
    Registry &m_registry; // keeps what was revoked
    LoginSessions m_sessions;
    TokenEndpoint m_token;
    AuthorizeEndpoint m_authorize;
    QObject m_life; // of answers that come later
};

} // namespace tokentrail::sandbox
