// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>
#include <QUrl>

namespace tokentrail::oauth {

// What a browser is sent to the login with (RFC 6749 §4.1.1, RFC 7636 §4.3).
struct AuthorizationRequest
{
    QUrl authorizeUrl; // "https://…/oauth/authorize"
    QString clientId;
    QString redirectUri;
    QString state;
    QByteArray challenge;
    QString origin; // key of the identity provider, as login_hint; empty: the user chooses
    QString scope; // empty: all that the client may have
};

QUrl urlOf(const AuthorizationRequest &request);

// What came back with the browser (RFC 6749 §4.1.2).
enum class CallbackKind { Foreign, Refused, Code };
struct Callback
{
    CallbackKind kind = CallbackKind::Foreign; // another state or none: not an answer to us
    Secret code;
    QString refusal; // in a sentence
};
Callback readCallback(const QByteArray &query, const QString &state);

} // namespace tokentrail::oauth
