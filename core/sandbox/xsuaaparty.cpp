// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/xsuaaparty.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/keyendpoints.h"
#include "core/sandbox/loginpage.h"
#include "core/sandbox/revokeendpoint.h"

#include <QTimer>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestDelayMs = 600000;

http::Response wrongMethod(const QByteArray &allowed)
{
    auto response = oauthError(405, u"method_not_allowed"_s, u"The method is not supported here"_s);
    response.headers.set("Allow", allowed);
    return response;
}

bool isForm(const http::Request &request)
{
    return request.headers.value("Content-Type")
        .toLower()
        .startsWith("application/x-www-form-urlencoded");
}

} // namespace

XsuaaParty::XsuaaParty(const SandboxLandscape &landscape, Registry &registry)
    : m_landscape(landscape)
    , m_registry(registry)
    , m_sessions(landscape.clock())
    , m_token(landscape, m_sessions)
    , m_authorize(landscape, m_sessions)
{ }

void XsuaaParty::handle(const http::Request &request,
                        const http::Connection &connection,
                        const Note &note,
                        http::Responder respond)
{
    const auto delay = m_landscape.faultNumber(u"xsuaa.token-delay", 0);
    if (delay <= 0 || request.path() != "/oauth/token")
        return respond(answer(request, connection, note));
    QTimer::singleShot(
        std::min(delay, longestDelayMs), &m_life, [this, request, connection, note, respond] {
            respond(answer(request, connection, note));
        });
}

http::Response XsuaaParty::answer(const http::Request &request,
                                  const http::Connection &connection,
                                  const Note &note)
{
    const auto path = request.path();
    const bool isPost = request.method == "POST";
    const bool isGet = request.method == "GET" || request.method == "HEAD";
    const bool isToken = path == "/oauth/token" || path.startsWith("/oauth/token/alias/");
    const bool takesPosts =
        isToken || path == "/login.do" || path == "/introspect" || path == "/check_token";
    if (takesPosts) {
        if (!isPost)
            return wrongMethod("POST");
        if (!isForm(request))
            return oauthError(
                415, u"invalid_request"_s, u"The body must be application/x-www-form-urlencoded"_s);
        if (isToken)
            return m_token.answer(request, connection, note);
        if (path == "/login.do")
            return m_authorize.login(request, note);
        return path == "/introspect" ? introspect(m_landscape, request, connection)
                                     : checkToken(m_landscape, request, connection);
    }
    if (path == "/logout.do" || path == "/logout")
        return m_authorize.logout(request);
    if (isRevocation(request))
        return revoke(m_registry, m_landscape, request);
    if (path == "/userinfo")
        return userInfo(m_landscape, request);

    const bool known = path == "/oauth/authorize" || path == "/login" || path == "/passcode"
        || path == "/token_keys" || path == "/token_key"
        || path == "/.well-known/openid-configuration" || path == "/";
    if (!known)
        return oauthError(404, u"not_found"_s, u"The sandbox's XSUAA has no such path"_s);
    if (!isGet)
        return wrongMethod("GET, HEAD");
    if (path == "/oauth/authorize")
        return m_authorize.authorize(request, note);
    if (path == "/login")
        return m_authorize.loginPage(request);
    if (path == "/passcode")
        return m_authorize.passcode(request);
    if (path == "/token_keys")
        return tokenKeys(m_landscape, request);
    if (path == "/token_key")
        return tokenKey(m_landscape);
    if (path == "/")
        return welcomePage(u"XSUAA and Destination service of the sandbox listen here."_s);
    return discovery(m_landscape, connection.tls);
}

} // namespace tokentrail::sandbox
