// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwt.h"

#include <QString>

#include <vector>

namespace tokentrail::xsuaa {

struct TokenChange
{
    QString claim; // as the token spells it
    text::Json before; // null where it was absent
    text::Json after;
    QString meaning; // one sentence
};

// What is different in the later of two tokens, the weightiest first: user, client, zone, grant,
// audience, scopes, attributes, life. Ids that every token has anew (jti, rev_sig) are left out.
std::vector<TokenChange> diffTokens(const jose::DecodedToken &before,
                                    const jose::DecodedToken &after);

} // namespace tokentrail::xsuaa
