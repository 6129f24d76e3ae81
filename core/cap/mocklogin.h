// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

namespace tokentrail::cap {

// Whom kinds mocked and basic take "user:password" for.
struct MockMatch
{
    enum class Outcome : quint8 {
        Configured, // an entry, and its password fits or none is asked for
        WrongPassword,
        Inherited, // "constructor": every JavaScript object answers for it, a user without id
        Anybody, // no entry; "*" lets everybody in, without roles
        Unknown,
    };
    Outcome outcome = Outcome::Unknown;
    QString name; // as it was sent
    const text::Json::Member *entry = nullptr; // of Configured and WrongPassword
};

// users: requires.auth.users. Credentials are cut at every colon, so that a password with one
// never fits; without any colon there is no password.
MockMatch matchMockUser(const text::Json &users, const QString &credentials);

// Whether a login with a fitting password can exist at all for what is configured.
bool canPasswordMatch(const text::Json &password);

} // namespace tokentrail::cap
