// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    // roles and attributes
    {"is lacking required roles", R"re(User 'system' is lacking required roles: \[['"]?internal-user)re", "not-the-internal-client", 0.9},
    {"is lacking required roles", R"re(User 'undefined' is lacking required roles: \[([^\]]*)\])re", "custom-user-class-loses-overrides", 0.7},
    {"is lacking required roles", R"re(User '(?!system')(?:[^']*)' is lacking required roles: \[['"]?system-user)re", "user-token-where-technical-needed", 0.92},
    {"is lacking required roles", R"re(User '(?!system')(?:[^']*)' is lacking required roles: \[['"]?internal-user)re", "not-the-internal-client", 0.8},
    {"is lacking required roles", R"re(User 'system' is lacking required roles: \[([^\]]*)\])re", "technical-token-where-user-needed", 0.92},
    {"is lacking required roles", R"re(User '(?!system'|undefined')(?:[^']*)' is lacking required roles: \[([^\]]*)\])re", "role-missing", 0.92},
    {"user scopes:", R"re(required scopes: \[?([^\],]*)\]?,? user scopes:)re", "role-missing", 0.9},
    {"Access denied to user", R"re(Access denied to user "([^"]*)" for event "([^"]*)".*\d+ out of \d+ instances)re", "attribute-missing-denied", 0.85},
    {"Access denied to user", R"re(Access denied to user "([^"]*)" for event "([^"]*)")re", "role-missing", 0.8},
    {"required scopes:", R"re(required scopes: ?\[?([^\s\],;]+(?:, ?[^\s\],;:]+)*?)\]?[,;] user scopes: ?\[?([^\s\];]*))re", "role-missing", 0.9, Telling::Cause, "scopes"},
    {"requires higher privileges", R"re(requires higher privileges than provided by the access token)re", "role-missing", 0.85, Telling::Cause, "spring"},
    {"user attribute array must be used with operator", nullptr, "attribute-with-several-values", 0.95},
    // configuration of authentication
    {"Didn't find auth implementation for", R"re(Didn't find auth implementation for \{ kind: '?([\w-]+))re", "auth-kind-unknown", 0.95},
    {"Didn't find auth implementation for", nullptr, "auth-kind-unknown", 0.95},
    {"Cannot use 'in' operator to search for", nullptr, "mock-roles-crash-server", 0.9},
    {"DummyUser is not a constructor", nullptr, "custom-user-class-loses-overrides", 0.95},
    {"Class constructor User cannot be invoked without 'new'", nullptr, "custom-user-class-loses-overrides", 0.7},
    // a server.js of its own
    {"JWTStrategy is not a constructor", nullptr, "passport-strategy-moved", 0.97},
    {"uaaServices.xsuaa", nullptr, "xsenv-query-name-mismatch", 0.75},
    {"of undefined (reading 'clientid')", nullptr, "xsenv-query-name-mismatch", 0.8},
    {"of undefined (reading 'xsappname')", nullptr, "xsenv-query-name-mismatch", 0.75},
    {"Invalid config", R"re(Invalid config(?:uration)?:? \(?(?:missing|Missing) (?:clientid|xsappname|credentials))re", "xsenv-query-name-mismatch", 0.6},
    {"configParameter parameter must not be null or undefined", nullptr, "xsenv-query-name-mismatch", 0.85},
    {"Service requires service credentials", nullptr, "xsenv-query-name-mismatch", 0.8},
    {"Missing parameter name at", R"re(Missing parameter name at (?:index )?(\d+)(?:: ?(\S+))?)re", "route-pattern-refused-by-express-5", 0.96},
    {"git.new/pathToRegexpError", nullptr, "route-pattern-refused-by-express-5", 0.95},
    {"Unexpected MODIFIER at", nullptr, "route-pattern-refused-by-express-5", 0.7},
    {"Unknown authentication strategy", R"re(Unknown authentication strategy "([^"]*)")re", "passport-strategy-moved", 0.6},
    {"Cannot find module '@sap/xssec'", nullptr, "xssec-missing", 0.95},
    {"Cannot find '@sap/xssec'", nullptr, "xssec-missing", 0.97},
    {"Cannot find module '@sap-cloud-sdk", R"re(Cannot find module '(@sap-cloud-sdk/[\w-]+)')re", "cloud-sdk-missing", 0.95},
    {"is not yet supported. Falling back to best-effort", R"re(Auth type (\S+) is not yet supported)re", "cloud-sdk-missing", 0.9},
    {"Missing JWT token for forwardAuthToken", nullptr, "user-token-absent", 0.85},
    {"property must be configured in", R"re("url" or "destination" property must be configured in)re", "destination-incomplete", 0.8},
    {"unable to open database file", nullptr, "", 0, Telling::Harmless},
    {"Cannot find module 'passport'", nullptr, "passport-missing", 0.9},
    // the model says no
    {"ENTITY_IS_", R"re(\b(ENTITY_IS_[A-Z_]+))re", "operation-excluded-by-model", 0.9},
    {"DRAFT_LOCKED_BY_ANOTHER_USER", nullptr, "operation-excluded-by-model", 0.7},
    {"EXPAND_IS_RESTRICTED", nullptr, "operation-excluded-by-model", 0.9},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfCap()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
