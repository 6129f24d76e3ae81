// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/keyendpoints.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/clientauthentication.h"
#include "core/sandbox/revocations.h"
#include "core/sandbox/tokenendpoint.h"
#include "core/xsuaa/claims.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json keyJson(const jose::Jwk &key)
{
    const auto jwk = key.toJson();
    return Json::object({{u"kty"_s, jwk[u"kty"]},
                         {u"e"_s, jwk[u"e"]},
                         {u"use"_s, u"sig"_s},
                         {u"kid"_s, key.keyId()},
                         {u"alg"_s, u"RS256"_s},
                         {u"value"_s, QString::fromLatin1(key.toPublicPem())},
                         {u"n"_s, jwk[u"n"]}});
}

Json namesOf(std::initializer_list<QString> names)
{
    return Json::array(QStringList(names));
}

} // namespace

http::Response tokenKeys(const SandboxLandscape &landscape, const http::Request &request)
{
    if (const auto status = landscape.faultNumber(u"xsuaa.jwks-status", 0); status != 0)
        return textAnswer(status, "The sandbox misbehaves on purpose (xsuaa.jwks-status)\n");
    const auto zone = request.queryItem(u"zid");
    // xssec prints this body: a token of another zone is not for this landscape.
    if (!zone.isNull() && !landscape.registry().knowsZone(zone))
        return oauthError(400, u"invalid_request"_s, u"Unknown zone "_s + zone);
    auto keys = Json::array();
    if (!landscape.fault(u"xsuaa.jwks-empty").isNull())
        return jsonAnswer(200, Json::object({{u"keys"_s, keys}}));
    for (const auto &key : trustedKeys(landscape.keys(), landscape.clock().nowSeconds()).keys)
        keys.append(keyJson(key));
    return jsonAnswer(200, Json::object({{u"keys"_s, keys}}));
}

http::Response tokenKey(const SandboxLandscape &landscape)
{
    return jsonAnswer(200, keyJson(*landscape.keys().signing));
}

http::Response discovery(const SandboxLandscape &landscape, bool tls)
{
    const auto &endpoints = landscape.endpoints();
    const auto base = (tls ? endpoints.xsuaaUrl : endpoints.xsuaaHttpUrl).toString();
    const auto at = [&base](const QString &path) {
        return Json(QString(base + path));
    };
    const auto overTls = [&endpoints](const QString &path) {
        return Json(QString(endpoints.xsuaaUrl.toString() + path));
    };
    return jsonAnswer(
        200,
        Json::object(
            {{u"issuer"_s, landscape.issuer()},
             {u"authorization_endpoint"_s, at(u"/oauth/authorize"_s)},
             {u"token_endpoint"_s, at(u"/oauth/token"_s)},
             {u"token_endpoint_auth_methods_supported"_s,
              namesOf({u"client_secret_basic"_s, u"client_secret_post"_s, u"tls_client_auth"_s})},
             {u"userinfo_endpoint"_s, at(u"/userinfo"_s)},
             {u"jwks_uri"_s, at(u"/token_keys"_s)},
             {u"end_session_endpoint"_s, at(u"/logout.do"_s)},
             {u"grant_types_supported"_s, Json::array(grantTypesOfXsuaa())},
             // One port for all: a certificate is asked for over TLS, never required.
             {u"mtls_endpoint_aliases"_s,
              Json::object({{u"token_endpoint"_s, overTls(u"/oauth/token"_s)},
                            {u"authorization_endpoint"_s, overTls(u"/oauth/authorize"_s)}})},
             {u"scopes_supported"_s, namesOf({u"openid"_s, u"uaa.user"_s, u"user_attributes"_s})},
             {u"response_types_supported"_s, namesOf({u"code"_s})},
             {u"subject_types_supported"_s, namesOf({u"public"_s})},
             {u"id_token_signing_alg_values_supported"_s, namesOf({u"RS256"_s})},
             {u"code_challenge_methods_supported"_s, namesOf({u"S256"_s, u"plain"_s})}}));
}

http::Response userInfo(const SandboxLandscape &landscape, const http::Request &request)
{
    const auto token = bearerOf(request.headers);
    if (token.isEmpty())
        return bearerError(u"Full authentication is required to access this resource"_s);
    const auto claims = takenByXsuaa(landscape, token);
    if (!claims)
        return bearerError(claims.error().sentence);
    const auto *user = landscape.registry().userById((*claims)[u"user_id"].toString());
    if (user == nullptr)
        return bearerError(u"The token names no user"_s);
    const QString name = user->givenName + u' ' + user->familyName;
    return jsonAnswer(
        200,
        Json::object({{u"user_id"_s, user->id},
                      {u"sub"_s, user->id},
                      {u"user_name"_s, user->userName},
                      {u"name"_s, name.trimmed()},
                      {u"given_name"_s, user->givenName},
                      {u"family_name"_s, user->familyName},
                      {u"email"_s, user->email},
                      {u"email_verified"_s, true},
                      {u"user_attributes"_s, xsuaa::attributesJson(user->attributes)}}));
}

http::Response checkToken(const SandboxLandscape &landscape,
                          const http::Request &request,
                          const http::Connection &connection)
{
    const Form form(request.body);
    const auto client = authenticateClient(landscape.registry(), request, connection, form);
    if (const auto *refusal = std::get_if<http::Response>(&client))
        return *refusal;
    const auto claims = takenByXsuaa(landscape, form.value(u"token").toUtf8());
    return claims ? oauthAnswer(*claims)
                  : oauthError(400, u"invalid_token"_s, claims.error().sentence);
}

http::Response introspect(const SandboxLandscape &landscape,
                          const http::Request &request,
                          const http::Connection &connection)
{
    const Form form(request.body);
    const auto client = authenticateClient(landscape.registry(), request, connection, form);
    if (const auto *refusal = std::get_if<http::Response>(&client))
        return *refusal;
    const auto claims = takenByXsuaa(landscape, form.value(u"token").toUtf8());
    if (!claims)
        return oauthAnswer(Json::object({{u"active"_s, false}})); // RFC 7662 §2.2
    auto answer = *claims;
    answer.set(u"active"_s, true);
    return oauthAnswer(answer);
}

} // namespace tokentrail::sandbox
