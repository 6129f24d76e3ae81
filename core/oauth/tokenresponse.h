// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/http/message.h"
#include "core/oauth/tokenrequest.h"

#include <QString>

namespace tokentrail::oauth {

// A successful answer of a token endpoint (RFC 6749 §5.1).
struct TokenResponse
{
    Secret accessToken;
    Secret refreshToken;
    Secret idToken;
    QString tokenType;
    QString scope;
    QString jti;
    qint64 expiresIn = 0; // seconds; 0: not said
};

enum class ClientProof { Secret, Certificate }; // what the client showed of itself

// The tokens, or in plain words why there are none (§5.2, with the texts that UAA sends).
Result<TokenResponse> readTokenResponse(const http::Response &response,
                                        GrantType grant,
                                        ClientProof proof = ClientProof::Secret);

QString explainTokenError(int status,
                          const QString &error,
                          const QString &description,
                          GrantType grant,
                          ClientProof proof = ClientProof::Secret);
QString explainAuthorizationError(const QString &error, const QString &description);

QString loginHint(const QString &origin); // {"origin":"…"}, as UAA reads it

} // namespace tokentrail::oauth
