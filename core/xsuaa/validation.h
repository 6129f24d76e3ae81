// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/jose/jwk.h"
#include "core/jose/jwt.h"
#include "core/xsuaa/servicekey.h"

#include <optional>

namespace tokentrail::xsuaa {

// The checks of @sap/xssec 4 in its order; the first that fails decides CAP's answer.
enum class CheckId {
    Parsed,
    NotExpired,
    AlreadyValid,
    Audience,
    KeyIdPresent,
    KeySetAvailable,
    KeyIdKnown,
    AlgorithmAccepted,
    Signature
};
enum class Outcome { Passed, Failed, NotChecked };

struct Check
{
    CheckId id = CheckId::Parsed;
    Outcome outcome = Outcome::NotChecked;
    QString finding; // the stable finding id that a failure stands for, e.g. "token-expired"
    QString sentence; // with the values that decided it
};

struct Validation
{
    std::vector<Check> checks; // all of them, also those after the first failure
    bool valid() const;
    const Check *firstFailure() const; // null when none
};

struct ValidationInput
{
    const jose::DecodedToken &token;
    const ServiceKey &key;
    const jose::JwkSet *keys = nullptr; // null: the key set is not at hand, its checks stay undone
    qint64 nowSeconds = 0;
};

constexpr int leewaySeconds = 60; // of exp and nbf

Validation validateLikeXssec(const ValidationInput &input);
QString idOf(CheckId id); // "parsed", "not-expired", "audience", …

} // namespace tokentrail::xsuaa
