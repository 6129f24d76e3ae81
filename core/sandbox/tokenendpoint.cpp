// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/tokenendpoint.h"

#include "core/jose/base64url.h"
#include "core/sandbox/clientauthentication.h"
#include "core/sandbox/refreshtoken.h"

#include <QCryptographicHash>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const auto jwtBearerGrant = QString::fromLatin1(xsuaa::grantJwtBearer);

http::Response invalidGrant(const QString &description)
{
    return oauthError(400, u"invalid_grant"_s, description);
}

QStringList scopesOf(const Form &form)
{
    return form.value(u"scope").split(u' ', Qt::SkipEmptyParts);
}

// authorities={"az_attr":{…}}
Json additionalAttributes(const Form &form)
{
    const auto authorities = text::parseJson(form.value(u"authorities").toUtf8());
    return authorities && authorities->isObject() ? (*authorities)[u"az_attr"] : Json();
}

// login_hint={"origin":"…"}, which clients encode once or twice.
QString originOf(const Form &form)
{
    auto hint = form.value(u"login_hint").toUtf8();
    if (hint.startsWith('%'))
        hint = QByteArray::fromPercentEncoding(hint);
    const auto json = text::parseJson(hint);
    const auto fallback = QString::fromLatin1(xsuaa::defaultOrigin);
    return json && json->isObject() ? (*json)[u"origin"].toString(fallback) : fallback;
}

// RFC 7636 §4.6
bool verifierFits(const AuthorizationCode &code, const QString &verifier)
{
    if (code.challengeMethod == "plain"_L1)
        return Secret(verifier).equals(Secret(code.challenge));
    const auto hash = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256);
    return Secret(jose::toBase64Url(hash)).equals(Secret(code.challenge));
}

} // namespace

http::Response TokenEndpoint::answer(const http::Request &request, const Party::Note &note)
{
    if (const auto status = m_landscape.faultNumber(u"xsuaa.token-status", 0); status != 0)
        return oauthError(status,
                          status == 401 ? u"unauthorized"_s : u"server_error"_s,
                          u"The sandbox misbehaves on purpose (xsuaa.token-status)"_s);
    const auto zone = request.headers.value("x-zid");
    if (!zone.isEmpty() && QString::fromLatin1(zone) != m_landscape.zoneId())
        return oauthError(401, u"unauthorized"_s, u"Unknown zone "_s + QString::fromLatin1(zone));
    const Form form(request.body);
    const auto authenticated = authenticateClient(m_landscape.registry(), request, form);
    if (const auto *refusal = std::get_if<http::Response>(&authenticated))
        return *refusal;
    const auto *client = std::get<const OAuthClient *>(authenticated);
    note(u"client"_s, client->clientId);
    note(u"grant"_s, form.value(u"grant_type"));
    return answerClient(*client, form);
}

bool TokenEndpoint::mayUse(const OAuthClient &client, const QString &grantType) const
{
    const auto *app = m_landscape.registry().directory().application(client.appId);
    if (app == nullptr) // a bound service: it works in its own name and exchanges
        return grantType != QLatin1StringView(xsuaa::grantAuthorizationCode)
            && grantType != QLatin1StringView(xsuaa::grantPassword);
    return app->oauth.grantTypes.isEmpty() || app->oauth.grantTypes.contains(grantType);
}

http::Response TokenEndpoint::answerClient(const OAuthClient &client, const Form &form)
{
    using Handler = http::Response (TokenEndpoint::*)(const OAuthClient &, const Form &);
    static const QHash<QString, Handler> handlers{
        {QString::fromLatin1(xsuaa::grantPassword), &TokenEndpoint::password},
        {QString::fromLatin1(xsuaa::grantClientCredentials), &TokenEndpoint::clientCredentials},
        {jwtBearerGrant, &TokenEndpoint::jwtBearer},
        {QString::fromLatin1(xsuaa::grantRefreshToken), &TokenEndpoint::refresh},
        {QString::fromLatin1(xsuaa::grantAuthorizationCode), &TokenEndpoint::authorizationCode}};
    const auto grantType = form.value(u"grant_type");
    if (grantType.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Missing grant type"_s);
    const auto handler = handlers.constFind(grantType);
    if (handler == handlers.constEnd())
        return oauthError(
            400, u"unsupported_grant_type"_s, u"Unsupported grant type: "_s + grantType);
    if (!mayUse(client, grantType))
        return oauthError(401, u"invalid_client"_s, u"Unauthorized grant type: "_s + grantType);
    return (this->**handler)(client, form);
}

http::Response TokenEndpoint::issued(const Granted &granted)
{
    const auto answer = m_issuer.issue(granted);
    return answer ? oauthAnswer(*answer)
                  : oauthError(400, u"invalid_scope"_s, answer.error().sentence);
}

http::Response TokenEndpoint::password(const OAuthClient &client, const Form &form)
{
    const auto *user = m_landscape.registry().logon(
        form.value(u"username"), originOf(form), Secret(form.value(u"password")));
    if (user == nullptr)
        return badCredentials();
    Granted granted{client, QString::fromLatin1(xsuaa::grantPassword)};
    granted.user = user;
    granted.scopes = scopesOf(form);
    granted.additionalAttributes = additionalAttributes(form);
    granted.withIdToken = granted.scopes.contains("openid"_L1);
    granted.withRefreshToken = true;
    return issued(granted);
}

http::Response TokenEndpoint::clientCredentials(const OAuthClient &client, const Form &form)
{
    Granted granted{client, QString::fromLatin1(xsuaa::grantClientCredentials)};
    granted.scopes = scopesOf(form);
    granted.additionalAttributes = additionalAttributes(form);
    return issued(granted);
}

http::Response TokenEndpoint::jwtBearer(const OAuthClient &client, const Form &form)
{
    const auto assertion = form.value(u"assertion");
    if (assertion.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Assertion is missing"_s);
    const auto claims = m_landscape.verifyToken(assertion.toUtf8());
    if (!claims)
        return oauthError(401, u"invalid_token"_s, claims.error().sentence);
    const auto *user = m_landscape.registry().userById((*claims)[u"user_id"].toString());
    if (user == nullptr)
        return oauthError(401,
                          u"unauthorized"_s,
                          u"The assertion names no user: it was issued for "_s
                              + (*claims)[u"grant_type"].toString(u"no grant type"_s));
    Granted granted{client, jwtBearerGrant};
    granted.user = user;
    granted.authTimeSeconds = (*claims)[u"auth_time"].toInteger();
    granted.scopes = scopesOf(form);
    granted.withRefreshToken = true;
    return issued(granted);
}

http::Response TokenEndpoint::refresh(const OAuthClient &client, const Form &form)
{
    const auto token = opened(form.value(u"refresh_token"), m_landscape.keys().refreshSecret);
    const auto *user = token ? m_landscape.registry().userById(token->userId) : nullptr;
    if (!token || user == nullptr || token->clientId != client.clientId)
        return oauthError(401, u"invalid_token"_s, u"Invalid refresh token"_s);
    if (token->expiresSeconds <= m_landscape.clock().nowSeconds())
        return oauthError(401, u"invalid_token"_s, u"Invalid refresh token (expired)"_s);
    Granted granted{client, token->grantType};
    granted.user = user;
    granted.authTimeSeconds = token->authTimeSeconds;
    granted.scopes = form.has(u"scope") ? scopesOf(form) : token->scopes;
    granted.withRefreshToken = true;
    return issued(granted);
}

http::Response TokenEndpoint::authorizationCode(const OAuthClient &client, const Form &form)
{
    const auto text = form.value(u"code");
    if (text.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"An authorization code must be supplied."_s);
    const auto *found = m_sessions.code(text);
    if (found == nullptr || found->clientId != client.clientId)
        return invalidGrant(u"Invalid authorization code: "_s + text);
    const auto code = *found;
    if (form.value(u"redirect_uri") != code.redirectUri)
        return invalidGrant(u"Redirect URI mismatch."_s);
    const auto verifier = form.value(u"code_verifier");
    if (code.challenge.isEmpty() != verifier.isEmpty())
        return invalidGrant(
            verifier.isEmpty()
                ? u"PKCE error: Code verifier must be provided for this authorization code."_s
                : u"PKCE error: Code verifier not required for this authorization code."_s);
    if (!code.challenge.isEmpty() && !verifierFits(code, verifier))
        return invalidGrant(u"PKCE error: Invalid code verifier"_s);
    const auto *user = m_landscape.registry().userById(code.userId);
    if (user == nullptr)
        return invalidGrant(u"Invalid authorization code: "_s + text);
    Granted granted{client, QString::fromLatin1(xsuaa::grantAuthorizationCode)};
    granted.user = user;
    granted.authTimeSeconds = code.authTimeSeconds;
    granted.scopes = code.scopes;
    granted.nonce = code.nonce;
    granted.withIdToken = code.scopes.contains("openid"_L1);
    granted.withRefreshToken = true;
    auto response = issued(granted);
    // Clients send a failed request again with the same code; only success uses it up.
    if (response.status == 200)
        m_sessions.takeCode(text);
    return response;
}

} // namespace tokentrail::sandbox
