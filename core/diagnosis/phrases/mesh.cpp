// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    // What Envoy answers in front of an application: Kyma's APIRules, Istio's policies.
    {"Jwt is missing", nullptr, "no-token", 0.93},
    {"Jwt is expired", nullptr, "token-expired", 0.95},
    {"Jwt not yet valid", nullptr, "token-not-yet-valid", 0.93},
    {"Jwt verification fails", nullptr, "signature-invalid", 0.85},
    {"Jwt issuer is not configured", nullptr, "token-of-other-issuer", 0.9},
    {"Audiences in Jwt are not allowed", nullptr, "audience-mismatch", 0.95},
    {"Jwt is not in the form of", nullptr, "token-malformed", 0.93},
    {"Jwks doesn't have key to match kid", nullptr, "key-id-unknown", 0.93},
    {"Jwks remote fetch is failed", nullptr, "jwks-unreachable", 0.93},
    {"RBAC: access denied", nullptr, "custom-middleware-ends-the-call", 0.8, Telling::Cause, "mesh"},
    {"no healthy upstream", nullptr, "app-not-answering", 0.9, Telling::General},
    {"upstream connect error or disconnect/reset", nullptr, "app-not-answering", 0.88, Telling::General},
    {"upstream request timeout", nullptr, "timed-out", 0.85, Telling::General},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfMesh()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
