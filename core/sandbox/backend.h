// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/backendlogon.h"
#include "core/sandbox/backendmodel.h"
#include "core/sandbox/backendoauth.h"
#include "core/sandbox/party.h"

#include <QHash>

#include <memory>

namespace tokentrail::sandbox {

// An S/4-like system: OData V2 services under /sap/opu/odata/sap, logon by Basic, by the
// certificate that the Cloud Connector hands over or that the TLS connection shows, by a SAML
// assertion, by a token of the sandbox or of its own OAuth server; CSRF; client 100.
class Backend final : public Party
{
public:
    Backend(Landscape &landscape, std::shared_ptr<PrincipalHandover> handover);
    ~Backend() override;

    QString observer() const override { return QStringLiteral("backend"); }
    void handle(const http::Request &request,
                const http::Connection &connection,
                const Note &note,
                http::Responder respond) override;

private:
    struct CsrfSession
    {
        QByteArray token;
        QString user;
    };

    http::Response
    answerTo(const http::Request &request, const http::Connection &connection, const Note &note);
    http::Response serve(const http::Request &request, const QString &user, const Note &note);
    std::optional<http::Response>
    checkCsrf(const http::Request &request, const QString &user, const Note &note) const;
    void offerCsrf(const http::Request &request, const QString &user, http::Response &response);

    Landscape &m_landscape;
    BackendOAuth m_oauth;
    BackendLogon m_logon;
    BackendModel m_model;
    QHash<QByteArray, CsrfSession> m_sessions; // by the value of the session cookie
};

} // namespace tokentrail::sandbox
