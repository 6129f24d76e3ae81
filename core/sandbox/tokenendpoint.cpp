// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/tokenendpoint.h"

#include "core/jose/base64url.h"
#include "core/sandbox/answers.h"
#include "core/sandbox/certificates.h"
#include "core/sandbox/clientauthentication.h"
#include "core/sandbox/identityproviders.h"
#include "core/sandbox/zoneofrequest.h"

#include <QCryptographicHash>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

http::Response invalidGrant(const QString &description)
{
    return oauthError(400, u"invalid_grant"_s, description);
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

QStringList scopesOf(const Form &form)
{
    return form.value(u"scope").split(u' ', Qt::SkipEmptyParts);
}

QStringList grantTypesOfXsuaa()
{
    QStringList names;
    for (const auto *name : {xsuaa::grantAuthorizationCode,
                             xsuaa::grantPassword,
                             xsuaa::grantClientCredentials,
                             xsuaa::grantRefreshToken,
                             xsuaa::grantJwtBearer,
                             grantSamlBearer,
                             grantUserToken})
        names.append(QString::fromLatin1(name));
    return names;
}

http::Response TokenEndpoint::answer(const http::Request &request,
                                     const http::Connection &connection,
                                     const Party::Note &note)
{
    if (const auto status = m_landscape.faultNumber(u"xsuaa.token-status", 0); status != 0)
        return oauthError(status,
                          status == 401 ? u"unauthorized"_s : u"server_error"_s,
                          u"The sandbox misbehaves on purpose (xsuaa.token-status)"_s);
    const auto &registry = m_landscape.registry();
    const auto zone = zoneOfRequest(registry, request);
    if (!zone)
        return oauthError(request.headers.contains("x-zid") ? 401 : 404,
                          u"unauthorized"_s,
                          zone.error().sentence);
    const Form form(request.body);
    note(u"grant"_s, form.value(u"grant_type"));
    note(u"zone"_s, *zone);
    // Whoever holds a person's token may ask for a refresh token of another client with it.
    const auto bearer = bearerOf(request.headers);
    if (form.value(u"grant_type") == QLatin1StringView(grantUserToken) && !bearer.isEmpty()) {
        const auto *target = registry.client(form.value(u"client_id"));
        if (target == nullptr)
            return badCredentials();
        return userToken({*target, form, *zone, {}, bearer});
    }
    const auto authenticated = authenticateClient(registry, request, connection, form);
    if (const auto *refusal = std::get_if<http::Response>(&authenticated))
        return *refusal;
    const auto *client = std::get<const OAuthClient *>(authenticated);
    note(u"client"_s, client->clientId);
    if (!registry.isApplicationIn(*client, *zone))
        return oauthError(
            401, u"invalid_client"_s, u"No client with requested id: "_s + client->clientId);
    const bool byCertificate =
        !form.has(u"client_secret") && !request.headers.contains("Authorization");
    return answerClient({*client,
                         form,
                         *zone,
                         byCertificate ? thumbprintOf(connection.clientCertificatePem) : QString(),
                         bearer});
}

bool TokenEndpoint::mayUse(const OAuthClient &client, const QString &grantType) const
{
    if (m_landscape.fault(u"xsuaa.refuse-grant") == grantType)
        return false;
    const auto *app = m_landscape.registry().directory().application(client.appId);
    if (app == nullptr) // a bound service: it works in its own name and exchanges
        return grantType != QLatin1StringView(xsuaa::grantAuthorizationCode)
            && grantType != QLatin1StringView(xsuaa::grantPassword);
    return app->oauth.grantTypes.isEmpty() || app->oauth.grantTypes.contains(grantType);
}

http::Response TokenEndpoint::answerClient(const TokenCall &call)
{
    using Handler = http::Response (TokenEndpoint::*)(const TokenCall &);
    static const QHash<QString, Handler> handlers{
        {QString::fromLatin1(xsuaa::grantPassword), &TokenEndpoint::password},
        {QString::fromLatin1(xsuaa::grantClientCredentials), &TokenEndpoint::clientCredentials},
        {QString::fromLatin1(xsuaa::grantJwtBearer), &TokenEndpoint::jwtBearer},
        {QString::fromLatin1(grantSamlBearer), &TokenEndpoint::samlBearer},
        {QString::fromLatin1(grantUserToken), &TokenEndpoint::userToken},
        {QString::fromLatin1(xsuaa::grantRefreshToken), &TokenEndpoint::refresh},
        {QString::fromLatin1(xsuaa::grantAuthorizationCode), &TokenEndpoint::authorizationCode}};
    const auto grantType = call.form.value(u"grant_type");
    if (grantType.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"Missing grant type"_s);
    const auto handler = handlers.constFind(grantType);
    if (handler == handlers.constEnd())
        return oauthError(
            400, u"unsupported_grant_type"_s, u"Unsupported grant type: "_s + grantType);
    if (!mayUse(call.client, grantType))
        return oauthError(401, u"invalid_client"_s, u"Unauthorized grant type: "_s + grantType);
    return (this->**handler)(call);
}

http::Response TokenEndpoint::issued(Granted granted, const TokenCall &call)
{
    granted.zoneId = call.zoneId;
    granted.certificateThumbprint = call.certificateThumbprint;
    const auto answer = m_issuer.issue(granted);
    if (!answer)
        return oauthError(400, u"invalid_scope"_s, answer.error().sentence);
    noteRefreshToken((*answer)[u"refresh_token"].toString());
    return oauthAnswer(*answer);
}

std::optional<http::Response> TokenEndpoint::refuseOrigin(const Form &form) const
{
    if (!form.has(u"login_hint"))
        return std::nullopt;
    const auto origin = originOf(form);
    const auto &users = m_landscape.registry().directory().users;
    const bool known = origin == QLatin1StringView(xsuaa::defaultOrigin)
        || std::any_of(users.begin(), users.end(), [&](const auto &user) {
                           return user.origin == origin;
                       });
    const auto active = isProviderActive(m_landscape.registry(), origin);
    if (active.value_or(known))
        return std::nullopt;
    return oauthError(400,
                      u"invalid_request"_s,
                      u"The origin provided in the login_hint does not match an active Identity "
                      u"Provider, that supports password grant."_s);
}

const xsuaa::User *TokenEndpoint::passwordUser(const TokenCall &call) const
{
    return m_landscape.registry().logon(
        call.form.value(u"username"), originOf(call.form), Secret(call.form.value(u"password")));
}

http::Response TokenEndpoint::password(const TokenCall &call)
{
    if (auto refusal = refuseOrigin(call.form))
        return *refusal;
    const bool byPasscode = call.form.has(u"passcode");
    const auto *user = byPasscode
        ? m_landscape.registry().userById(m_sessions.takePasscode(call.form.value(u"passcode")))
        : passwordUser(call);
    if (user == nullptr)
        return byPasscode ? oauthError(401, u"unauthorized"_s, u"Invalid passcode"_s)
                          : badCredentials();
    Granted granted{call.client, QString::fromLatin1(xsuaa::grantPassword)};
    granted.user = user;
    granted.scopes = scopesOf(call.form);
    granted.additionalAttributes = additionalAttributes(call.form);
    granted.withIdToken = granted.scopes.contains("openid"_L1);
    granted.withRefreshToken = true;
    return issued(granted, call);
}

http::Response TokenEndpoint::clientCredentials(const TokenCall &call)
{
    Granted granted{call.client, QString::fromLatin1(xsuaa::grantClientCredentials)};
    granted.scopes = scopesOf(call.form);
    granted.additionalAttributes = additionalAttributes(call.form);
    return issued(granted, call);
}

http::Response TokenEndpoint::authorizationCode(const TokenCall &call)
{
    const auto text = call.form.value(u"code");
    if (text.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"An authorization code must be supplied."_s);
    const auto *found = m_sessions.code(text);
    if (found == nullptr || found->clientId != call.client.clientId || found->zoneId != call.zoneId)
        return invalidGrant(u"Invalid authorization code: "_s + text);
    const auto code = *found;
    if (call.form.value(u"redirect_uri") != code.redirectUri)
        return invalidGrant(u"Redirect URI mismatch."_s);
    const auto verifier = call.form.value(u"code_verifier");
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
    Granted granted{call.client, QString::fromLatin1(xsuaa::grantAuthorizationCode)};
    granted.user = user;
    granted.authTimeSeconds = code.authTimeSeconds;
    granted.scopes = code.scopes;
    granted.nonce = code.nonce;
    granted.withIdToken = code.scopes.contains("openid"_L1);
    granted.withRefreshToken = true;
    auto response = issued(granted, call);
    // Clients send a failed request again with the same code; only success uses it up.
    if (response.status == 200)
        m_sessions.takeCode(text);
    return response;
}

} // namespace tokentrail::sandbox
