// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    {"CSRF token validation failed", nullptr, "backend-csrf-token-missing", 0.96},
    {"CSRF-Token", R"re(CSRF-Token(?:validierung|-Validierung| konnte nicht)|CSRF-Token.*fehlgeschlagen)re", "backend-csrf-token-missing", 0.93},
    {"No authorization to access Service", R"re(No authorization to access Service '([^']*)')re", "backend-role-missing", 0.96},
    {"/IWFND/CM_CONSUMER/101", nullptr, "backend-role-missing", 0.8},
    {"No service found for namespace", nullptr, "backend-service-unknown", 0.95},
    {"not authorized to", R"re((?:You are|User \S+ is) not authorized to)re", "backend-role-missing", 0.8},
    {"No RFC authorization", nullptr, "backend-role-missing", 0.85},
    {"Received content-type 'text/html'", nullptr, "backend-login-page", 0.93},
    {"not part of accepted content types", nullptr, "backend-login-page", 0.85},
    {"Maximum number of redirects exceeded", nullptr, "backend-redirect-loop", 0.94},
    {"ERR_FR_TOO_MANY_REDIRECTS", nullptr, "backend-redirect-loop", 0.94},
    {"503 Service Unavailable", R"re(<h1>503 Service Unavailable)re", "backend-unreachable", 0.8},
    {"sap-system-login", nullptr, "backend-login-page", 0.93},
    {"Logon Error Message", nullptr, "backend-user-not-mapped", 0.75, Telling::General},
    {"Logon failed", nullptr, "backend-user-not-mapped", 0.72, Telling::General},
    {"Logon failed", nullptr, "backend-credentials-refused", 0.66, Telling::General},
    {"Logon failed", nullptr, "backend-client-missing", 0.5, Telling::General},
    {"Anmeldung fehlgeschlagen", nullptr, "backend-user-not-mapped", 0.72, Telling::General},
    {"Anmeldung fehlgeschlagen", nullptr, "backend-credentials-refused", 0.66, Telling::General},
    {"SAP NetWeaver Application Server", nullptr, "backend-user-not-mapped", 0.7, Telling::General},
    {"SAP NetWeaver Application Server", nullptr, "backend-credentials-refused", 0.64, Telling::General},
    {"SAP NetWeaver Application Server", nullptr, "backend-client-missing", 0.45, Telling::General},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfBackend()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
