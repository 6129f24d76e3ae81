// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/call/session.h"
#include "core/http/client.h"

#include <QObject>

#include <memory>

namespace tokentrail::call {

struct TokenFetchInput
{
    xsuaa::ServiceKey key;
    Grant grant = Grant::Password;
    QString userName;
    QString origin; // sent as login_hint
    Secret password; // also the passcode
    Secret assertion; // of jwt-bearer and saml2-bearer
    Secret refreshToken;
    QString scope; // empty: not sent
    Secret code; // of authorization_code, with where it was sent and its proof
    QString redirectUri;
    Secret codeVerifier;
    http::TlsSettings tls;
};

// Gets a token by any grant; what a browser does first is BrowserLogin's. One exchange.
class TokenFetch : public QObject
{
    Q_OBJECT

public:
    TokenFetch(http::Client &client, TokenFetchInput input, QObject *parent = nullptr);
    ~TokenFetch() override;

    void start(); // finished() once, later
    const Result<Session> &result() const;
    const QList<http::Exchange> &exchanges() const;

Q_SIGNALS:
    void finished(tokentrail::call::TokenFetch *fetch);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::call
