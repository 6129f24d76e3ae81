// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/http/message.h"

#include <QString>
#include <QUrl>

namespace tokentrail::oauth {

enum class GrantType {
    Password,
    Passcode, // grant_type=password with a one-time code instead of name and password
    ClientCredentials,
    AuthorizationCode,
    JwtBearer,
    Saml2Bearer,
    RefreshToken
};

// Who asks: an OAuth client with its secret, or, where that is empty, with its certificate.
struct TokenClient
{
    QString clientId;
    Secret clientSecret; // empty: the TLS connection says who it is (RFC 8705)
    QUrl endpoint; // "https://…/oauth/token"
    QString zoneHeader; // x-zid; empty: not sent
};

struct TokenRequest
{
    TokenClient client;
    GrantType grant = GrantType::ClientCredentials;
    QString userName;
    Secret password; // or the passcode
    QString origin; // sent as login_hint
    Secret assertion; // a JWT, or a SAML assertion as XML or base64url
    Secret refreshToken;
    Secret code;
    QString redirectUri;
    Secret codeVerifier;
    QString scope; // empty: not sent
};

QString wireNameOf(GrantType grant); // value of grant_type

// The POST to the token endpoint; its target is the path of the endpoint. Says what is missing.
Result<http::Request> buildTokenRequest(const TokenRequest &request);

} // namespace tokentrail::oauth
