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
    {"Keine Berechtigung", R"re(Keine Berechtigung f.{1,6}r (?:den )?Zugriff auf Service '([^']*)')re", "backend-role-missing", 0.96},
    {"/IWFND/CM_CONSUMER/101", nullptr, "backend-role-missing", 0.92},
    {"No service found for namespace", nullptr, "backend-service-unknown", 0.95},
    {"Kein Service zu Namespace", nullptr, "backend-service-unknown", 0.95},
    // The words beside the code, where there are any, say more than the code.
    {"/IWFND/MED/170", nullptr, "backend-service-unknown", 0.93, Telling::General},
    // A node of the ICF tree that nobody switched on.
    {"Service is not active", nullptr, "backend-service-unknown", 0.9},
    {"Service nicht aktiv", nullptr, "backend-service-unknown", 0.9},
    {"Service cannot be reached", nullptr, "backend-service-unknown", 0.85},
    {"Service nicht erreichbar", nullptr, "backend-service-unknown", 0.85},
    {"not authorized to", R"re((?:You are|User \S+ is) not authorized to)re", "backend-role-missing", 0.8},
    {"nicht berechtigt", R"re((?:Sie sind|Benutzer \S+ ist) nicht berechtigt)re", "backend-role-missing", 0.8},
    {"Keine Berechtigung", nullptr, "backend-role-missing", 0.75},
    {"kein Service gefunden", nullptr, "backend-service-unknown", 0.95},
    {"No RFC authorization", nullptr, "backend-role-missing", 0.85},
    {"RABAX_STATE", nullptr, "backend-failed", 0.93, Telling::Wrapping},
    {"SAP Internal Server Error", nullptr, "backend-failed", 0.9, Telling::Wrapping},
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
