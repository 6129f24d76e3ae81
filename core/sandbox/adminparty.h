// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/adminroutes.h"
#include "core/sandbox/sandboxlandscape.h"

#include <QTimer>

namespace tokentrail::sandbox {

// The administration of the emulated XSUAA, below the apiurl of service keys: what "SAP XSUAA
// REST API" describes of applications, roles, role collections and users.
class AdminParty final : public Party
{
public:
    // changed: users or role collections are others now; told a moment later, once for many.
    AdminParty(const SandboxLandscape &landscape,
               Registry &registry,
               std::function<void()> changed);

    static QList<QByteArray> prefixes(); // of the paths that are its own

    QString observer() const override { return QStringLiteral("xsuaa"); }
    void handle(const http::Request &request,
                const http::Connection &connection,
                const Note &note,
                http::Responder respond) override;

private:
    http::Response answer(const http::Request &request, const Note &note);
    std::optional<http::Response> tooMany(const http::Request &request);

    const SandboxLandscape &m_landscape;
    Registry &m_registry;
    QTimer m_telling;
    qint64 m_second = 0; // in which the requests below came
    int m_authorizationRequests = 0;
    int m_scimRequests = 0;
};

} // namespace tokentrail::sandbox
