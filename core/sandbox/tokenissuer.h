// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/refreshtoken.h"
#include "core/sandbox/sandboxlandscape.h"
#include "core/xsuaa/claims.h"

namespace tokentrail::sandbox {

// What a client has been granted.
struct Granted
{
    const OAuthClient &client;
    QString grantType; // as the claim spells it
    QString zoneId = {};
    const xsuaa::User *user = nullptr; // null: the client itself
    qint64 authTimeSeconds = 0; // 0: now
    QStringList scopes = {}; // asked for; empty: all there are
    text::Json additionalAttributes = {}; // az_attr
    QString nonce = {}; // of an id_token
    QString certificateThumbprint = {}; // of mutual TLS: binds the token to it
    QString refreshId = {}; // of the refresh token that goes on; empty: a new one
    bool withIdToken = false;
    bool withRefreshToken = false;
};

// Makes the token response: claims by core/xsuaa, signature, faults.
class TokenIssuer
{
public:
    explicit TokenIssuer(const SandboxLandscape &landscape)
        : m_landscape(landscape)
    { }

    // An error where a scope was asked for that the client cannot have.
    Result<text::Json> issue(const Granted &granted) const;
    RefreshToken refreshToken(const Granted &granted, qint64 authTimeSeconds) const;

private:
    xsuaa::Authorizations authorizations(const Granted &granted) const;
    xsuaa::ClaimsInput claimsInput(const Granted &granted) const;
    Result<void> narrow(const Granted &granted, xsuaa::ClaimsInput &input) const;
    void applyFaults(text::Json &claims) const;
    QByteArray idToken(const Granted &granted, const text::Json &accessClaims) const;

    const SandboxLandscape &m_landscape;
};

} // namespace tokentrail::sandbox
