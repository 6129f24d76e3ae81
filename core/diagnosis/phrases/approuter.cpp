// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    {"Could not obtain access token", R"re(Could not obtain access token.*(?:Bad credentials|invalid_client|status code: 401))re", "client-secret-refused", 0.9},
    {"Could not obtain access token", R"re(Could not obtain access token.*(?:certificate|self.signed))re", "tls-untrusted", 0.9},
    {"Could not obtain access token", R"re(Could not obtain access token.*(?:ECONNREFUSED|ENOTFOUND|status code: 5\d\d|socket hang up))re", "token-endpoint-unavailable", 0.9},
    {"unexpected response from authentication service", R"re(unexpected response from authentication service.*(?:certificate))re", "tls-untrusted", 0.9},
    {"unexpected response from authentication service", R"re(unexpected response from authentication service.*(?:Bad credentials|invalid_client|status code: 401))re", "client-secret-refused", 0.88},
    {"unexpected response from authentication service", R"re(unexpected response from authentication service.*status code: 5\d\d)re", "token-endpoint-unavailable", 0.88},
    {"Cookies are missing", nullptr, "callback-without-state-or-cookie", 0.93},
    {"State parameter", R"re(State parameter.*(?:missing|invalid|has no cookie mapping|not found in cache))re", "callback-without-state-or-cookie", 0.93},
    {"PKCE code_verifier not found", nullptr, "callback-without-state-or-cookie", 0.9},
    {"Signature does not match", nullptr, "callback-without-state-or-cookie", 0.85},
    {"Session cookie validation failed", nullptr, "session-cookie-overwritten", 0.95},
    {"Session cookie does not match expected value", nullptr, "session-cookie-overwritten", 0.95},
    {"Authentication session expired", nullptr, "session-expired", 0.9},
    {"Authentication required", R"re((?<!Proxy.)Authentication required)re", "session-expired", 0.8},
    {"JWT could not be refreshed", nullptr, "session-expired", 0.9},
    {"Unable to refresh the JWT for session", nullptr, "session-expired", 0.85},
    {"Bad response from UAA when refreshing JWT", nullptr, "session-expired", 0.85},
    {"No session established", nullptr, "session-expired", 0.6},
    {"cannot use session from another tenant", nullptr, "session-of-other-tenant", 0.95},
    {"required scopes to access this resource", nullptr, "route-scope-missing", 0.95},
    {"does not contain a x-csrf-token", nullptr, "csrf-token-missing", 0.95},
    {"request is missing a valid x-csrf-token", nullptr, "csrf-token-missing", 0.9},
    {"references unknown destination", R"re(references unknown destination "?([^"\s]+))re", "destination-not-found", 0.93},
    {"No destination found for destination key", nullptr, "destination-not-found", 0.8},
    {"is not defined as a dynamic destination", nullptr, "destination-incomplete", 0.93},
    {"service-destinations", R"re(service-destinations[^:]*: Missing required property: (\w+))re", "destination-incomplete", 0.93},
    {"environment-destinations", R"re(environment-destinations[^:]*: Missing required property: (\w+))re", "destination-incomplete", 0.9},
    {"connectivity service is not bound", R"re((?:Destination "([^"]*)".*)?connectivity service is not bound)re", "connectivity-binding-missing", 0.97},
    {"Error getting client_credentials token for destination", R"re(Error getting client_credentials token for destination.*(?:\b50[0-9]\b|ECONNREFUSED|ENOTFOUND))re", "token-endpoint-unavailable", 0.9},
    {"Error getting client_credentials token for destination", nullptr, "destination-client-refused", 0.9},
    {"Error getting client_credentials token for connectivity", nullptr, "connectivity-client-refused", 0.9},
    {"Error while retrieving destination", R"re(Error while retrieving destination (\S+)?.*HTTP status code: 5\d\d)re", "destination-service-unavailable", 0.92},
    {"Error while retrieving destination", R"re(Error while retrieving destination (\S+)?.*HTTP status code: 404)re", "destination-not-found", 0.93},
    {"Error while retrieving destination", R"re(Error while retrieving destination (\S+)?.*HTTP status code: 40[13])re", "destination-client-refused", 0.85},
    {"Failed to exchange token", R"re(Failed to exchange token.*(?:unauthorized_client|grant type|insufficient))re", "exchange-not-granted", 0.95},
    {"Failed to exchange token", nullptr, "exchange-not-granted", 0.75},
    {"expected p12 but received", nullptr, "destination-incomplete", 0.85},
    {"Missing zone information", nullptr, "zone-refused", 0.6},
    {"Could not connect to backend server", nullptr, "backend-unreachable", 0.7, Telling::General},
    {"access_denied", R"re(\baccess_denied\b(?![^\n]{0,600}HTTP/[\d.]+\\?" [23]\d\d))re", "login-denied", 0.85},
    {"locationAfterLogin", R"re(fragmentAfterLogin|locationAfterLogin)re", "session-expired", 0.85},
    // What 21 and 23 say at the first call where no route names its authenticationType.
    {"OAuth2 requires", R"re(OAuth2 requires "?clientid"? option)re", "binding-not-found-by-kind", 0.88},
    {"TENANT_HOST_PATTERN is not defined", nullptr, "tenant-host-pattern-missing", 0.95},
    {"XsuaaService is missing the properties uaadomain", nullptr, "binding-incomplete", 0.93},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfApprouter()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
