// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/capuser.h"
#include "core/xsuaa/strictchecks.h"
#include "core/xsuaa/tokenstory.h"
#include "core/xsuaa/validation.h"

namespace tokentrail::ui {

// A token as the page shows it; everything in it was worked out elsewhere.
struct TokenView
{
    jose::DecodedToken token;
    xsuaa::TokenKind kind = xsuaa::TokenKind::Unknown;
    QString who; // "alice", "sb-app!t1"
    QString grant; // "password"
    xsuaa::TokenStory story;
    xsuaa::Validation validation; // empty while no key is chosen
    std::vector<xsuaa::StrictCheck> strict; // the same token under the policy "strict"
    QString source; // "call /ext/…", "made: expired"; empty: pasted
    qint64 nowSeconds = 0;
};

// "59 min left", "expired 3 h ago", "no end told".
QString lifeInWords(qint64 expiresAt, qint64 nowSeconds);

} // namespace tokentrail::ui
