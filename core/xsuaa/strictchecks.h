// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/validation.h"

namespace tokentrail::xsuaa {

// A check of the policy "strict": what a careful reader asks of a token, whatever CAP does.
struct StrictCheck
{
    QString id; // "encoding", "not-expired", …
    QString title; // plain, also when it failed: "issued by somebody else"
    Outcome outcome = Outcome::NotChecked;
    QString sentence;
    bool alsoXssec = false; // @sap/xssec asks the same, though perhaps less strictly
};

// Everything that @sap/xssec asks, without leeway and with strict base64url, and what it does not
// ask: issuer, address of the keys, zone, keys embedded in the header (RFC 8725 §3).
std::vector<StrictCheck> strictChecks(const ValidationInput &input);

} // namespace tokentrail::xsuaa
