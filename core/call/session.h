// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/text/json.h"
#include "core/xsuaa/servicekey.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace tokentrail::call {

enum class Grant {
    None,
    Basic,
    Password,
    ClientCredentials,
    AuthorizationCode,
    JwtBearer,
    Saml2Bearer,
    RefreshToken,
    Passcode,
    PastedToken
};

QString nameOf(Grant grant); // as the command line spells it: "password", "client_credentials", …
std::optional<Grant> grantFromName(QStringView name);

// A token that a session had before: expired, replaced or logged out. Kept to be looked at.
struct PastToken
{
    Secret accessToken;
    qint64 expiresAt = 0; // epoch seconds; 0: unknown
    qint64 endedAt = 0; // when it was replaced or given up
};

// An identity with its tokens: who calls.
struct Session
{
    QString id;
    QString title; // "alice"
    Grant grant = Grant::None;
    QString userName;
    QString origin;
    Secret password; // of Basic, and of password for as long as the session lives
    Secret accessToken;
    Secret refreshToken;
    qint64 expiresAt = 0; // epoch seconds; 0: unknown
    QString keyName; // which service key it was got with
    QUrl tokenUrl; // of the token service that gave it
    QList<PastToken> past; // newest first
};

} // namespace tokentrail::call
