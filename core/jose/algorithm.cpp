// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jose/algorithm.h"

#include <array>

namespace tokentrail::jose {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array algorithms = {Algorithm::RS256,
                                   Algorithm::RS384,
                                   Algorithm::RS512,
                                   Algorithm::PS256,
                                   Algorithm::PS384,
                                   Algorithm::PS512,
                                   Algorithm::ES256,
                                   Algorithm::ES384,
                                   Algorithm::ES512,
                                   Algorithm::EdDSA,
                                   Algorithm::HS256,
                                   Algorithm::HS384,
                                   Algorithm::HS512};

constexpr QLatin1StringView latinNameOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::RS256:
        return "RS256"_L1;
    case Algorithm::RS384:
        return "RS384"_L1;
    case Algorithm::RS512:
        return "RS512"_L1;
    case Algorithm::PS256:
        return "PS256"_L1;
    case Algorithm::PS384:
        return "PS384"_L1;
    case Algorithm::PS512:
        return "PS512"_L1;
    case Algorithm::ES256:
        return "ES256"_L1;
    case Algorithm::ES384:
        return "ES384"_L1;
    case Algorithm::ES512:
        return "ES512"_L1;
    case Algorithm::EdDSA:
        return "EdDSA"_L1;
    case Algorithm::HS256:
        return "HS256"_L1;
    case Algorithm::HS384:
        return "HS384"_L1;
    case Algorithm::HS512:
        return "HS512"_L1;
    }
    return {};
}

} // namespace

std::optional<Algorithm> algorithmFromName(QStringView name)
{
    for (const auto algorithm : algorithms) {
        if (name == latinNameOf(algorithm))
            return algorithm;
    }
    return std::nullopt;
}

QString nameOf(Algorithm algorithm)
{
    return latinNameOf(algorithm);
}

std::span<const Algorithm> allAlgorithms()
{
    return algorithms;
}

} // namespace tokentrail::jose
