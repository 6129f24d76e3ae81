// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    // The consoles of Chromium, Firefox and Safari
    {"blocked by CORS policy", R"re(from origin '([^']+)' has been blocked by CORS policy)re", "blocked-by-cors", 0.95},
    {"blocked by CORS policy", nullptr, "blocked-by-cors", 0.9},
    {"Cross-Origin Request Blocked", nullptr, "blocked-by-cors", 0.93},
    {"is not allowed by Access-Control-Allow-Origin", R"re(Origin (\S+) is not allowed by Access-Control-Allow-Origin)re", "blocked-by-cors", 0.95},
    {"ERR_CERT_", R"re(ERR_CERT_(?:AUTHORITY_INVALID|DATE_INVALID|REVOKED))re", "tls-untrusted", 0.9, Telling::General},
    {"ERR_CERT_COMMON_NAME_INVALID", nullptr, "tls-host-mismatch", 0.93, Telling::General},
    {"SEC_ERROR_UNKNOWN_ISSUER", nullptr, "tls-untrusted", 0.9, Telling::General},
    {"MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT", nullptr, "tls-untrusted", 0.9, Telling::General},
    {"SSL_ERROR_BAD_CERT_DOMAIN", nullptr, "tls-host-mismatch", 0.93, Telling::General},
    {"ERR_NAME_NOT_RESOLVED", nullptr, "host-unknown", 0.88, Telling::General},
    {"NS_ERROR_UNKNOWN_HOST", nullptr, "host-unknown", 0.88, Telling::General},
    {"ERR_CONNECTION_REFUSED", nullptr, "connection-refused", 0.9, Telling::General},
    {"NS_ERROR_CONNECTION_REFUSED", nullptr, "connection-refused", 0.9, Telling::General},
    {"ERR_CONNECTION_TIMED_OUT", nullptr, "timed-out", 0.88, Telling::General},
    {"ERR_TIMED_OUT", nullptr, "timed-out", 0.85, Telling::General},
    {"NS_ERROR_NET_TIMEOUT", nullptr, "timed-out", 0.88, Telling::General},
    {"ERR_EMPTY_RESPONSE", nullptr, "connection-closed", 0.88, Telling::General},
    {"ERR_CONNECTION_CLOSED", nullptr, "connection-closed", 0.85, Telling::General},
    {"NS_ERROR_NET_RESET", nullptr, "connection-cut", 0.85, Telling::General},
    {"ERR_CONNECTION_RESET", nullptr, "connection-cut", 0.85, Telling::General},
    {"ERR_TOO_MANY_REDIRECTS", R"re((?<!FR_)ERR_TOO_MANY_REDIRECTS)re", "callback-without-state-or-cookie", 0.55, Telling::General},
    {"NS_ERROR_REDIRECT_LOOP", nullptr, "callback-without-state-or-cookie", 0.55, Telling::General},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfBrowsers()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
