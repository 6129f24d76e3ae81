// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    {"etrying", R"re(\bretrying\b)re", "", 0, Telling::Retried},
    {"retry", R"re(\b(?:will|going to|about to) retry\b|\bretry (?:attempt )?\(?#?\d)re", "", 0, Telling::Retried},
    {"trying again", nullptr, "", 0, Telling::Retried},
    {"getting a new", R"re(getting a new (?:one|token))re", "", 0, Telling::Retried},
    {"Requested route", R"re(Requested route \('?([^')]*)'?\) does not exist)re", "app-route-missing", 0.95},
    {"unknown_route", nullptr, "app-route-missing", 0.9},
    {"Registered endpoint failed to handle the request", nullptr, "app-not-answering", 0.95},
    {"endpoint_failure", nullptr, "app-not-answering", 0.85},
    {"has no available endpoints", nullptr, "app-not-answering", 0.93},
    {"no_endpoints", nullptr, "app-not-answering", 0.85},
    {"Request Header Fields Too Large", nullptr, "token-too-large", 0.95},
    {"HPE_HEADER_OVERFLOW", nullptr, "token-too-large", 0.95},
    {"Request Header Or Cookie Too Large", nullptr, "token-too-large", 0.9},
    {"request header is too large", nullptr, "token-too-large", 0.9},
    {"upstream sent too big header", nullptr, "token-too-large", 0.88, Telling::Cause, "router"},
    {"Size of a request header field exceeds server limit", nullptr, "token-too-large", 0.9, Telling::Cause, "router"},
    {"Request header or cookie too large", nullptr, "token-too-large", 0.9},
    // TLS alerts about the certificate that the client showed.
    {"alert", R"re(alert (certificate expired|bad certificate|certificate revoked|unknown ca|certificate unknown|certificate required|unsupported certificate))re", "client-certificate-refused", 0.9},
    {"ERR_SSL_", R"re(ERR_SSL_(?:SSLV3|TLSV1|TLSV13)_ALERT_((?:BAD_|UNKNOWN_|UNSUPPORTED_)?CERTIFICATE\w*|UNKNOWN_CA))re", "client-certificate-refused", 0.9},
    // A virtual host has no dot: it is known to the proxy alone.
    {"ENOTFOUND", R"re(fetch failed.*(?:ENOTFOUND|EAI_AGAIN) ([A-Za-z][\w-]*virtual[\w-]*|virtual[\w-]*|[A-Za-z][\w-]*)(?![\w.-]))re", "virtual-host-without-proxy", 0.85, Telling::General},
    {"ENOTFOUND", R"re((?:ENOTFOUND|EAI_AGAIN) (?!localhost\b)([A-Za-z][\w-]*)(?![\w.-]))re", "virtual-host-without-proxy", 0.8, Telling::General},
    {"EAI_AGAIN", R"re(EAI_AGAIN (?!localhost\b)([A-Za-z][\w-]*)(?![\w.-]))re", "virtual-host-without-proxy", 0.7, Telling::General},
    {"ENOTFOUND", R"re(ENOTFOUND ([^\s"',})]+))re", "host-unknown", 0.78, Telling::General},
    {"EAI_AGAIN", R"re(EAI_AGAIN ([^\s"',})]+))re", "host-unknown", 0.75, Telling::General},
    {"Could not resolve host", R"re(Could not resolve host:? ([^\s"',})]+))re", "host-unknown", 0.9, Telling::General},
    // CAP names what it heard from the remote system first.
    {"Error during request to remote", R"re(remote service: (?:connect )?ECONNREFUSED)re", "backend-unreachable", 0.88, Telling::General},
    {"Error during request to remote", R"re(remote service: certificate has expired)re", "backend-untrusted-certificate", 0.93, Telling::General, "expired"},
    {"Error during request to remote", R"re(remote service: (?:[^\n]*self.signed|unable to (?:verify|get)[^\n]*certificate|certificate has expired))re", "backend-untrusted-certificate", 0.93, Telling::General},
    {"Error during request to remote", R"re(remote service: [^\n]*wrong version number)re", "backend-unreachable", 0.6, Telling::General},
    {"EHOSTUNREACH", R"re((?:EHOSTUNREACH|ENETUNREACH) ?([\w.:\[\]-]*))re", "backend-unreachable", 0.7, Telling::General},
    {"ENETUNREACH", nullptr, "backend-unreachable", 0.7, Telling::General},
    {"attempted address", R"re(attempted address(?:es)?: ([A-Za-z][\w-]*):\d+)re", "virtual-host-without-proxy", 0.75, Telling::General},
    {"UND_ERR_CONNECT_TIMEOUT", nullptr, "timed-out", 0.85, Telling::General},
    {"UND_ERR_HEADERS_TIMEOUT", nullptr, "timed-out", 0.85, Telling::General},
    {"UND_ERR_BODY_TIMEOUT", nullptr, "timed-out", 0.85, Telling::General},
    {"UND_ERR_SOCKET", nullptr, "connection-cut", 0.8, Telling::General},
    {"ECONNREFUSED", R"re(ECONNREFUSED ?([\w.:\[\]-]*))re", "connection-refused", 0.85, Telling::General},
    {"Connection refused", nullptr, "connection-refused", 0.8, Telling::General},
    {"ERR_TLS_CERT_ALTNAME_INVALID", nullptr, "tls-host-mismatch", 0.93, Telling::General},
    {"does not match certificate's altnames", nullptr, "tls-host-mismatch", 0.93, Telling::General},
    {"no alternative certificate subject name matches", nullptr, "tls-host-mismatch", 0.9, Telling::General},
    {"SELF_SIGNED_CERT", R"re(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)re", "tls-untrusted", 0.88, Telling::General},
    {"signed certificate", R"re(self.signed certificate)re", "tls-untrusted", 0.88, Telling::General},
    {"unable to verify the first certificate", nullptr, "tls-untrusted", 0.88, Telling::General},
    {"unable to get local issuer certificate", nullptr, "tls-untrusted", 0.88, Telling::General},
    {"UNABLE_TO_VERIFY_LEAF_SIGNATURE", nullptr, "tls-untrusted", 0.88, Telling::General},
    {"SSL certificate problem", nullptr, "tls-untrusted", 0.88, Telling::General},
    {"PKIX path building failed", nullptr, "tls-untrusted", 0.88, Telling::General},
    {"certificate has expired", nullptr, "tls-untrusted", 0.85, Telling::General, "expired"},
    {"CERT_HAS_EXPIRED", nullptr, "tls-untrusted", 0.85, Telling::General, "expired"},
    {"wrong version number", nullptr, "tls-spoken-to-plain-port", 0.9, Telling::General},
    {"ran into a timeout after", nullptr, "timed-out", 0.88, Telling::General},
    {"timed out after", nullptr, "timed-out", 0.85, Telling::General},
    {"ETIMEDOUT", nullptr, "timed-out", 0.8, Telling::General},
    {"ESOCKETTIMEDOUT", nullptr, "timed-out", 0.85, Telling::General},
    {"timeout of", R"re(timeout of \d+ ?ms exceeded)re", "timed-out", 0.88, Telling::General},
    {"Gateway Timeout", nullptr, "timed-out", 0.7, Telling::General},
    {"socket hang up", nullptr, "connection-cut", 0.7, Telling::General},
    {"ECONNRESET", nullptr, "connection-cut", 0.7, Telling::General},
    // What the other side answered, where nobody says why.
    {"Request failed with status code", R"re(Request failed with status code (30[12378]))re", "backend-redirects", 0.8, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:407))re", "proxy-authorization-missing", 0.8, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:405))re", "virtual-host-over-https", 0.7, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:503))re", "cloud-connector-not-connected", 0.5, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:503))re", "location-id-unknown", 0.42, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:502|503|504))re", "backend-unreachable", 0.4, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:401))re", "backend-user-not-mapped", 0.45, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:401))re", "technical-caller-on-user-destination", 0.35, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:401))re", "backend-credentials-refused", 0.4, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:403))re", "backend-role-missing", 0.45, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:403))re", "host-not-exposed", 0.4, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (?:403))re", "backend-csrf-token-missing", 0.38, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (50[015-9]))re", "backend-failed", 0.38, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (429))re", "rate-limited", 0.8, Telling::Wrapping},
    {"Request failed with status code", R"re(Request failed with status code (\d+))re", "remote-failure-hidden-as-502", 0.8, Telling::Wrapping},
    {"Error during request to remote service", nullptr, "remote-failure-hidden-as-502", 0.7, Telling::Wrapping},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfTransport()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
