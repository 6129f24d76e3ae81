// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    // written in working calls, too
    {"Failed to fetch subscriber service token for destination", nullptr, "", 0, Telling::Harmless},
    {"Attempt to get proxy config from environment variables failed", nullptr, "", 0, Telling::Harmless},
    {"Could not build destination cache key", nullptr, "", 0, Telling::Harmless},
    {"connecting to an On-Premise system using basic authentication", nullptr, "", 0, Telling::Harmless},
    {"Could not extract subdomain from JWT assertion issuer", nullptr, "", 0, Telling::Harmless},
    {"This might cause errors in other parts of the application", nullptr, "", 0, Telling::Harmless},
    // the user
    {"No user token (JWT) has been provided", R"re(No user token \(JWT\) has been provided.*?'(\w+)')re", "user-token-absent", 0.97},
    {"No user token (JWT) has been provided", nullptr, "user-token-absent", 0.96},
    {"no JWT found on the current request", nullptr, "user-token-absent-cached", 0.96},
    {"no token was provided to forward", nullptr, "user-token-absent", 0.85},
    {"Destination requires a principal", nullptr, "user-token-absent", 0.85},
    {"Cannot determine user to propagate", R"re(Cannot determine user to propagate for (\w+))re", "technical-caller-on-user-destination", 0.75, Telling::Cause, "nobody"},
    {"Cannot determine user to propagate", nullptr, "token-of-other-issuer", 0.5},
    // the clients
    {"Could not fetch JWT bearer token", R"re(Could not fetch JWT bearer token.*grant type)re", "exchange-not-granted", 0.96},
    {"Could not fetch JWT bearer token", R"re(Could not fetch JWT bearer token.*(?:Token (?:has )?expired|expired at))re", "expired-within-leeway", 0.95},
    {"Could not fetch JWT bearer token", R"re(Could not fetch JWT bearer token.*(?:insufficient_scope|Insufficient scope))re", "exchange-not-granted", 0.9},
    {"Could not fetch JWT bearer token", R"re(Could not fetch JWT bearer token.*(?:No client with requested id|invalid_client))re", "destination-client-refused", 0.85},
    {"Could not fetch JWT bearer token", R"re(Could not fetch JWT bearer token.*(?:was 5\d\d|ECONNREFUSED|ENOTFOUND|socket hang up|timed out))re", "token-endpoint-unavailable", 0.9},
    {"Could not fetch JWT bearer token", R"re(Could not fetch JWT bearer token.*(?:certificate))re", "tls-untrusted", 0.9},
    {"Could not fetch JWT bearer token", R"re(Could not fetch JWT bearer token.* 40[01](?!.*grant type)(?!.*expired))re", "technical-caller-on-user-destination", 0.8},
    {"Breaker is open", nullptr, "circuit-breaker-open", 0.98},
    {"Could not fetch client credentials token", R"re(Could not fetch client credentials token.*(?:was 5\d\d|ECONNREFUSED|ENOTFOUND|socket hang up|timed out|service_unavailable))re", "token-endpoint-unavailable", 0.94},
    {"Could not fetch client credentials token", R"re(Could not fetch client credentials token.*(?:certificate))re", "tls-untrusted", 0.93},
    {"Could not fetch client credentials token", R"re(Could not fetch client credentials token for service of type [\\"]{0,3}connectivity.*Invalid URL)re", "token-of-other-issuer", 0.85},
    {"Could not fetch client credentials token", R"re(Could not fetch client credentials token for service of type [\\"]{0,3}destination.*(?: 40[013]|Bad credentials|invalid_client))re", "destination-client-refused", 0.95},
    {"Could not fetch client credentials token", R"re(Could not fetch client credentials token for service of type [\\"]{0,3}connectivity.*(?: 40[013]|Bad credentials|invalid_client))re", "connectivity-client-refused", 0.95},
    {"Failed to add proxy authorization header", R"re(Failed to add proxy authorization header.*(?:was 5\d\d|ECONNREFUSED|ENOTFOUND|socket hang up))re", "token-endpoint-unavailable", 0.9},
    {"Failed to add proxy authorization header", nullptr, "connectivity-client-refused", 0.88},
    {"Could not fetch client credentials token", R"re(Could not fetch client credentials token for service of type [\\"]{0,3}destination)re", "destination-client-refused", 0.7},
    {"No service instance of type", R"re(No service instance of type [\\"']{0,3}connectivity)re", "connectivity-binding-missing", 0.96},
    {"No service instance of type", R"re(No service instance of type [\\"']{0,3}destination)re", "destination-binding-missing", 0.97},
    {"No binding to a connectivity service found", nullptr, "connectivity-binding-missing", 0.97},
    {"Could not find service binding of type 'connectivity'", nullptr, "connectivity-binding-missing", 0.96},
    {"Could not find binding to the connectivity service", nullptr, "connectivity-binding-missing", 0.96},
    {"Could not find binding to the destination service", nullptr, "destination-binding-missing", 0.97},
    {"Could not find service binding of type 'destination'", nullptr, "destination-binding-missing", 0.97},
    {"No binding to a destination service found", nullptr, "destination-binding-missing", 0.97},
    // a token that the SDK cannot use
    {"Failed to verify the JWT with no JKU", nullptr, "token-of-other-issuer", 0.95},
    {"Failed to determine hostname: invalid host in", nullptr, "token-of-other-issuer", 0.9},
    {"Issuer URL in JWT is not a valid URL", nullptr, "token-of-other-issuer", 0.9},
    {"Could not obtain tenant identifier from JWT", nullptr, "token-of-other-issuer", 0.85},
    // the destination
    {"Could not find a destination with name", R"re(Could not find a destination with name:? ?"?([\w.-]+))re", "destination-not-found", 0.95},
    {"Failed to resolve the destination", R"re(Failed to resolve the destination '(?:name: ?)?([^']+)')re", "destination-not-found", 0.95},
    {"Configuration with the specified name was not found", nullptr, "destination-not-found", 0.95},
    {"Could not find destination", nullptr, "destination-not-found", 0.85},
    {"Failed to fetch destination", R"re(Failed to fetch destination.*(?:status code 40[13]|: 40[13]))re", "destination-client-refused", 0.85},
    {"Failed to fetch destination", R"re(Failed to fetch destination.*(?:status code 5\d\d|: 5\d\d|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|socket hang up))re", "destination-service-unavailable", 0.94},
    {"Failed to fetch destination", R"re(Failed to fetch destination.*(?:status code 404|Not found))re", "destination-not-found", 0.85},
    {"Failed to fetch destination", R"re(Failed to fetch destination.*certificate)re", "tls-untrusted", 0.85},
    {"failed in all cases", R"re(failed in all cases. This is most likely due to misconfiguration\.?\s*(?:\\n)?(?:Original error messages:)?\s*(?:\\n)?([^\n]{0,200}))re", "destination-token-error", 0.96},
    {"Retrieval of OAuthToken failed", nullptr, "destination-token-error", 0.9},
    {"no auth tokens could be fetched from the destination service", nullptr, "destination-token-error", 0.93},
    {"(reading 'value')", nullptr, "destination-token-error", 0.8},
    {"SAP-Connectivity-Authentication bearer header was added", R"re(Principal propagation was selected in destination, but no SAP-Connectivity-Authentication)re", "principal-propagation-over-internet", 0.93},
    {"not supported by the SAP Cloud SDK", R"re(The destination used "([^"]*)" as authentication type)re", "destination-type-unsupported", 0.96},
    {"not supported by the SAP Cloud SDK", nullptr, "destination-type-unsupported", 0.95},
    {R"re("username" and / or "password" are missing)re", nullptr, "destination-incomplete", 0.95},
    {"'url' property is not set for destination", R"re('url' property is not set for destination (\S+))re", "destination-incomplete", 0.9},
    {"No refresh token has been provided", nullptr, "destination-type-unsupported", 0.9},
    {"could be found on the destination!", R"re(No certificate with name (\S+) could be found)re", "destination-incomplete", 0.93},
    {"mac verify failure", nullptr, "destination-incomplete", 0.85},
    {"Base URL is not a valid URL", nullptr, "destination-incomplete", 0.85},
    {"Password missing", nullptr, "destination-incomplete", 0.7},
    {"Could not find service with name", nullptr, "destination-shadowed-by-binding", 0.6},
    {"is not supported out of the box for destination transformation", nullptr, "destination-shadowed-by-binding", 0.9},
    {"Consider providing your own transformation function", nullptr, "destination-shadowed-by-binding", 0.9},
    {"Failed to get CSRF token from", nullptr, "backend-csrf-token-missing", 0.5, Telling::General},
    {"CSRF token in response header", nullptr, "backend-csrf-token-missing", 0.4, Telling::General},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfCloudSdk()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
