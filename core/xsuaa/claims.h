// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"
#include "core/xsuaa/authorizations.h"

namespace tokentrail::xsuaa {

inline constexpr auto grantPassword = "password";
inline constexpr auto grantClientCredentials = "client_credentials";
inline constexpr auto grantAuthorizationCode = "authorization_code";
inline constexpr auto grantRefreshToken = "refresh_token";
inline constexpr auto grantJwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

// What a token is made of besides the user.
struct ClaimsInput
{
    QString issuer; // "https://127.0.0.1:4601/oauth/token"
    QString zoneId; // of the subaccount
    QString clientId; // "sb-bookshop!t1"
    QString grantType; // as the claim spells it
    QStringList standardScopes; // before those of the application: "openid"
    Authorizations authorizations;
    QStringList systemAttributes; // "groups", "rolecollections": what the application wants told
    text::Json additionalAttributes; // az_attr; null: none
    QString jti;
    qint64 nowSeconds = 0;
    qint64 authTimeSeconds = 0; // when the user logged in; 0: now
    int lifeSeconds = 43200;
    QString revocationSalt; // changes when all tokens of the user or the client are revoked
};

// Ties the tokens of one user at one client together, as the UAA's revocation signature does.
QString revocationSignature(const QString &clientId, const QString &userId, const QString &salt);

// Claims of an access token of XSUAA, in its order. Members and kinds: see the real tokens
// that @sap/xssec's getters describe; ext_attr carries no zdn, since a subdomain would send
// clients to a host that loopback does not have.
text::Json userClaims(const ClaimsInput &input, const User &user);
text::Json technicalClaims(const ClaimsInput &input);

// {"country":["DE"]}
text::Json attributesJson(const QMap<QString, QStringList> &attributes);

// The client, and what stands before the last dot of each scope.
QStringList audienceOf(const QString &clientId, const QStringList &scopes);

} // namespace tokentrail::xsuaa
