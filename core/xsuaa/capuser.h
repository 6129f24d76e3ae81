// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"
#include "core/xsuaa/servicekey.h"

namespace tokentrail::xsuaa {

enum class TokenKind { User, Technical, Unknown };

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
CapUser capUserOf(const text::Json &claims, const QString &xsappname = {});

} // namespace tokentrail::xsuaa
