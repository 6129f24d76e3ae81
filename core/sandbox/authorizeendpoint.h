// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/loginsessions.h"
#include "core/sandbox/sandboxlandscape.h"

namespace tokentrail::sandbox {

// What browsers see of the XSUAA: /oauth/authorize, /login, /login.do, /logout.do.
class AuthorizeEndpoint
{
public:
    // Never JSESSIONID: cookies know no ports, and the approuter's login would die of it.
    static constexpr auto cookieName = "tokentrail_login";

    AuthorizeEndpoint(const SandboxLandscape &landscape, LoginSessions &sessions)
        : m_landscape(landscape)
        , m_sessions(sessions)
    { }

    http::Response authorize(const http::Request &request, const Party::Note &note);
    http::Response passcode(const http::Request &request); // for who is logged in
    http::Response loginPage(const http::Request &request);
    http::Response login(const http::Request &request, const Party::Note &note);
    http::Response logout(const http::Request &request);

private:
    struct Asked;
    http::Response askToLogIn(const http::Request &request);
    http::Response redirectWithCode(const Asked &asked, const LoginSession &session);
    http::Response page(LoginSession &session, int status, const QString &problem);
    const xsuaa::User *chosenUser(const http::Request &request) const;
    QStringList redirectPatterns(const OAuthClient &client) const;
    QString sessionIdOf(const http::Request &request) const;

    const SandboxLandscape &m_landscape;
    LoginSessions &m_sessions;
};

} // namespace tokentrail::sandbox
