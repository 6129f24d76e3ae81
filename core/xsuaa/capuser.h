// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwt.h"
#include "core/text/json.h"
#include "core/xsuaa/servicekey.h"

namespace tokentrail::xsuaa {

enum class TokenKind { User, Technical, Unknown };
enum class AuthKind { Jwt, Xsuaa }; // as in cds.requires.auth; xsuaa adds four attributes

// req.user as CAP builds it from a valid token.
struct CapUser
{
    QString id; // null where CAP would have undefined
    QStringList roles;
    text::Json attributes = text::Json::object(); // of arrays
    QString tenant;
};

TokenKind kindOf(const text::Json &claims);
QString nameOf(TokenKind kind); // "user", "technical", "unknown"
// xsappname: whose prefix is taken off the scopes; empty: guessed from audience and client.
// clientId: of the service; a technical token of the same client becomes internal-user too.
CapUser capUserOf(const text::Json &claims,
                  const QString &xsappname = {},
                  const QString &clientId = {},
                  AuthKind kind = AuthKind::Jwt);
text::Json toJson(const CapUser &user); // {id, roles, attr, tenant}
QString guessXsappname(const text::Json &claims);
// What of these claims makes CAP stumble although the token is valid; finding ids as in jose.
std::vector<jose::TokenProblem> claimProblems(const text::Json &claims);

} // namespace tokentrail::xsuaa
