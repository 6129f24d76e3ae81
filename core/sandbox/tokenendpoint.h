// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/server.h"
#include "core/sandbox/loginsessions.h"
#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/tokenissuer.h"

namespace tokentrail::sandbox {

// A request to the token endpoint whose client is known.
struct TokenCall
{
    const OAuthClient &client;
    const Form &form;
    QString zoneId; // that it is meant for
    QString certificateThumbprint = {}; // of the client's certificate; empty: by secret
    QByteArray bearer = {}; // token in the Authorization header
};

// POST /oauth/token.
class TokenEndpoint
{
public:
    TokenEndpoint(const SandboxLandscape &landscape, LoginSessions &sessions)
        : m_landscape(landscape)
        , m_sessions(sessions)
        , m_issuer(landscape)
    { }

    http::Response answer(const http::Request &request,
                          const http::Connection &connection,
                          const Party::Note &note);

private:
    http::Response answerClient(const TokenCall &call);
    http::Response password(const TokenCall &call);
    http::Response clientCredentials(const TokenCall &call);
    http::Response authorizationCode(const TokenCall &call);
    // exchangegrants.cpp: one token for another
    http::Response jwtBearer(const TokenCall &call);
    http::Response samlBearer(const TokenCall &call);
    http::Response userToken(const TokenCall &call);
    http::Response refresh(const TokenCall &call);

    const xsuaa::User *passwordUser(const TokenCall &call) const;
    std::optional<http::Response> refuseOrigin(const Form &form) const;
    http::Response issued(Granted granted, const TokenCall &call);
    void noteRefreshToken(const QString &sealedToken);
    bool mayUse(const OAuthClient &client, const QString &grantType) const;

    const SandboxLandscape &m_landscape;
    LoginSessions &m_sessions;
    TokenIssuer m_issuer;
};

inline constexpr auto grantSamlBearer = "urn:ietf:params:oauth:grant-type:saml2-bearer";
inline constexpr auto grantUserToken = "user_token";
QStringList scopesOf(const Form &form); // asked for
QStringList grantTypesOfXsuaa(); // all that the endpoint knows

} // namespace tokentrail::sandbox
