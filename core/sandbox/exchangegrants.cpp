// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/refreshtoken.h"
#include "core/sandbox/revocations.h"
#include "core/sandbox/samlassertion.h"
#include "core/sandbox/tokenendpoint.h"
#include "core/xsuaa/capuser.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString ownerOf(const RefreshToken &token)
{
    return token.zoneId + u'|' + token.clientId + u'|' + token.userId;
}

http::Response invalidRefreshToken(const QString &more = {})
{
    return oauthError(401, u"invalid_token"_s, u"Invalid refresh token"_s + more);
}

} // namespace

http::Response TokenEndpoint::jwtBearer(const TokenCall &call)
{
    const auto assertion = call.form.value(u"assertion");
    if (assertion.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Assertion is missing"_s);
    const auto claims = takenByXsuaa(m_landscape, assertion.toUtf8());
    if (!claims)
        return oauthError(401, u"invalid_token"_s, claims.error().sentence);
    if ((*claims)[u"zid"].toString() != call.zoneId)
        return oauthError(401,
                          u"invalid_token"_s,
                          u"The token was issued by another subaccount: this one does not know "
                          u"its signing key"_s);
    const auto *user = m_landscape.registry().userById((*claims)[u"user_id"].toString());
    if (user == nullptr)
        return oauthError(401,
                          u"unauthorized"_s,
                          u"The assertion names no user: it was issued for "_s
                              + (*claims)[u"grant_type"].toString(u"no grant type"_s));
    Granted granted{call.client, QString::fromLatin1(xsuaa::grantJwtBearer)};
    granted.user = user;
    granted.authTimeSeconds = (*claims)[u"auth_time"].toInteger();
    granted.scopes = scopesOf(call.form);
    granted.withRefreshToken = true;
    return issued(granted, call);
}

// RFC 7522. The person is found by logon name, or else by e-mail address.
http::Response TokenEndpoint::samlBearer(const TokenCall &call)
{
    const auto assertion = call.form.value(u"assertion");
    if (assertion.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Assertion is missing"_s);
    const auto saml = verifiedSaml(decodedSaml(assertion), m_landscape);
    if (!saml)
        return oauthError(401, u"invalid_grant"_s, saml.error().sentence);
    const auto &users = m_landscape.registry().directory().users;
    const auto found = std::find_if(users.begin(), users.end(), [&](const auto &user) {
        return user.userName == saml->nameId || user.email == saml->nameId;
    });
    if (found == users.end())
        return oauthError(401,
                          u"unauthorized"_s,
                          u"The user account must be pre-created. Please contact your system "
                          u"administrator."_s);
    Granted granted{call.client, QString::fromLatin1(grantSamlBearer)};
    granted.user = &*found;
    granted.scopes = scopesOf(call.form);
    granted.withRefreshToken = true;
    return issued(granted, call);
}

// Gives a refresh token alone: the target client makes its own token of it.
http::Response TokenEndpoint::userToken(const TokenCall &call)
{
    const auto claims = takenByXsuaa(m_landscape, call.bearer);
    if (!claims)
        return bearerError(call.bearer.isEmpty()
                               ? u"Full authentication is required to access this resource"_s
                               : claims.error().sentence);
    const auto *user = m_landscape.registry().userById((*claims)[u"user_id"].toString());
    const auto scopes = (*claims)[u"scope"].toStringList();
    if (user == nullptr || !scopes.contains("uaa.user"_L1)) {
        auto response =
            oauthError(403, u"insufficient_scope"_s, u"Insufficient scope for this resource"_s);
        response.headers.set("WWW-Authenticate",
                             "Bearer realm=\"oauth\", error=\"insufficient_scope\", "
                             "error_description=\"Insufficient scope for this resource\", "
                             "scope=\"uaa.user\"");
        return response;
    }
    Granted granted{call.client, QString::fromLatin1(grantUserToken)};
    granted.user = user;
    granted.zoneId = call.zoneId;
    granted.scopes = scopesOf(call.form);
    const auto refresh = m_issuer.refreshToken(granted, (*claims)[u"auth_time"].toInteger());
    const auto text = sealed(refresh, m_landscape.keys().refreshSecret);
    noteRefreshToken(text);
    return oauthAnswer(
        Json::object({{u"access_token"_s, Json()},
                      {u"token_type"_s, u"bearer"_s},
                      {u"refresh_token"_s, text},
                      {u"expires_in"_s, refresh.expiresSeconds - m_landscape.clock().nowSeconds()},
                      {u"scope"_s, granted.scopes.join(u' ')},
                      {u"jti"_s, refresh.id}}));
}

void TokenEndpoint::noteRefreshToken(const QString &sealedToken)
{
    if (!m_landscape.registry().securitySettings()[u"refreshTokenUnique"].toBool())
        return;
    if (const auto token = opened(sealedToken, m_landscape.keys().refreshSecret))
        m_sessions.noteRefreshToken(ownerOf(*token), token->id);
}

http::Response TokenEndpoint::refresh(const TokenCall &call)
{
    const auto token = opened(call.form.value(u"refresh_token"), m_landscape.keys().refreshSecret);
    const auto *user = token ? m_landscape.registry().userById(token->userId) : nullptr;
    if (!token || user == nullptr || token->clientId != call.client.clientId)
        return invalidRefreshToken();
    if (!token->zoneId.isEmpty() && token->zoneId != call.zoneId)
        return invalidRefreshToken();
    if (token->expiresSeconds <= m_landscape.clock().nowSeconds())
        return invalidRefreshToken(u" (expired)"_s);
    if (isRevoked(m_landscape.registry(), *token))
        return invalidRefreshToken(u" (revoked)"_s);
    const bool unique = m_landscape.registry().securitySettings()[u"refreshTokenUnique"].toBool();
    if (unique && !m_sessions.isNewestRefreshToken(ownerOf(*token), token->id))
        return invalidRefreshToken(u" (expired): a newer one has been issued"_s);
    Granted granted{call.client, token->grantType};
    granted.user = user;
    granted.authTimeSeconds = token->authTimeSeconds;
    granted.scopes = call.form.has(u"scope") ? scopesOf(call.form) : token->scopes;
    if (!unique)
        granted.refreshId = token->id; // revoked once, revoked all along
    granted.withRefreshToken = true;
    return issued(granted, call);
}

} // namespace tokentrail::sandbox
