// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace tokentrail::jose {

// Signature algorithms of RFC 7518 §3 and RFC 8037.
enum class Algorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512,
    ES256,
    ES384,
    ES512,
    EdDSA,
    HS256,
    HS384,
    HS512
};

std::optional<Algorithm> algorithmFromName(QStringView name); // exact; "none" is none
QString nameOf(Algorithm algorithm);
std::span<const Algorithm> allAlgorithms();

} // namespace tokentrail::jose
