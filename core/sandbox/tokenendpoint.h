// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/loginsessions.h"
#include "core/sandbox/oauthanswers.h"
#include "core/sandbox/tokenissuer.h"

namespace tokentrail::sandbox {

// POST /oauth/token.
class TokenEndpoint
{
public:
    TokenEndpoint(const SandboxLandscape &landscape, LoginSessions &sessions)
        : m_landscape(landscape)
        , m_sessions(sessions)
        , m_issuer(landscape)
    { }

    http::Response answer(const http::Request &request, const Party::Note &note);

private:
    http::Response answerClient(const OAuthClient &client, const Form &form);
    http::Response password(const OAuthClient &client, const Form &form);
    http::Response clientCredentials(const OAuthClient &client, const Form &form);
    http::Response jwtBearer(const OAuthClient &client, const Form &form);
    http::Response refresh(const OAuthClient &client, const Form &form);
    http::Response authorizationCode(const OAuthClient &client, const Form &form);
    http::Response issued(const Granted &granted);
    bool mayUse(const OAuthClient &client, const QString &grantType) const;

    const SandboxLandscape &m_landscape;
    LoginSessions &m_sessions;
    TokenIssuer m_issuer;
};

} // namespace tokentrail::sandbox
