// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/party.h"

#include <QHash>

namespace tokentrail::sandbox {

// The backend's own OAuth server, which has nothing to do with the XSUAA but trusts the same
// clients and the SAML assertions of the Destination service. Its tokens are opaque.
class BackendOAuth
{
public:
    static constexpr auto path = "/sap/bc/sec/oauth2/token";
    static constexpr auto audience = u"s4.example.com"; // of assertions

    explicit BackendOAuth(Landscape &landscape)
        : m_landscape(landscape)
    { }

    http::Response answer(const http::Request &request, const Party::Note &note);
    std::optional<BackendUser> userOf(const QByteArray &token) const; // nothing: not one of these

    // The user that an assertion for this backend is about.
    Result<BackendUser> userOfAssertion(const QByteArray &xml) const;

private:
    struct Session
    {
        BackendUser user;
        qint64 expiresMs = 0;
    };
    Result<BackendUser> granted(const Form &form) const;
    http::Response issue(const BackendUser &user);

    Landscape &m_landscape;
    QHash<QString, Session> m_tokens;
    QHash<QString, BackendUser> m_refreshTokens;
};

} // namespace tokentrail::sandbox
