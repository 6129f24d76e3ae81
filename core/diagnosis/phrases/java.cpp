// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    // nimbus-jose-jwt, through Spring Security
    {"no matching key(s) found", nullptr, "key-id-unknown", 0.85},
    {"Signed JWT rejected: Invalid signature", nullptr, "signature-invalid", 0.95},
    {"Unsupported algorithm of none", nullptr, "algorithm-not-accepted", 0.93},
    {"Malformed token", R"re(decode the Jwt: Malformed (?:token|payload))re", "token-malformed", 0.9},
    {"Jwt used before", nullptr, "token-not-yet-valid", 0.9},
    {"Couldn't retrieve remote JWK set", R"re(Couldn't retrieve remote JWK set.*(?:PKIX|certificat))re", "jwks-untrusted-certificate", 0.93},
    {"Couldn't retrieve remote JWK set", nullptr, "jwks-unreachable", 0.88},
    {"aud claim is not valid", nullptr, "audience-mismatch", 0.85},
    {"iss claim is not valid", nullptr, "token-of-other-issuer", 0.85},
    // CAP Java
    {"Not authorized to send event", R"re(Not authorized to send event '?([^'\s]+)'? to '?([^'\s]+))re", "role-missing", 0.85, Telling::Cause, "event"},
    {"Not authorized to perform event", R"re(Not authorized to perform event '?([^'\s]+)'? on an instance of '?([^'\s]+))re", "attribute-missing-denied", 0.85},
    // SAP Cloud SDK for Java and the client of the token service
    {"could not be found", R"re([Dd]estination ['"]?([\w.-]+)['"]? could not be found)re", "destination-not-found", 0.88},
    {"not found", R"re(\b[Dd]estination ['"]([\w.-]+)['"] (?:was )?not found)re", "destination-not-found", 0.88},
    {"Error retrieving JWT token", R"re(Error retrieving JWT token.*[Rr]eceived status code 401)re", "client-secret-refused", 0.9},
    {"Error retrieving JWT token", R"re(Error retrieving JWT token.*[Rr]eceived status code 5\d\d)re", "token-endpoint-unavailable", 0.9},
    {"no ConnectivityService binding", R"re((?:[Cc]onnectivity.{0,20}binding|binding.{0,30}connectivity).{0,30}(?:not found|missing))re", "connectivity-binding-missing", 0.85},
    {"PKIX path building failed", nullptr, "tls-untrusted", 0.9, Telling::General},
    {"No subject alternative", R"re(No subject alternative (?:DNS )?names? (?:matching|present))re", "tls-host-mismatch", 0.9, Telling::General},
    {"UnknownHostException", R"re(UnknownHostException: ([\w.-]+\.[\w.-]+))re", "host-unknown", 0.85, Telling::General},
    {"UnknownHostException", R"re(UnknownHostException: ([A-Za-z][\w-]*)(?![\w.-]))re", "virtual-host-without-proxy", 0.75, Telling::General},
    {"SocketTimeoutException", nullptr, "timed-out", 0.8, Telling::General},
    {"java.net.ConnectException", R"re(ConnectException: Connection refused)re", "connection-refused", 0.85, Telling::General},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfJava()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
