// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    {"Token is expired", nullptr, "token-expired", 0.97},
    {"ExpiredTokenError", nullptr, "token-expired", 0.97},
    {"jwt expired", nullptr, "token-expired", 0.9},
    {"has expired", R"re(\b(?:JWT|[Aa]ccess token|[Tt]oken) has expired)re", "token-expired", 0.88},
    {"inside 'exp' claim", R"re(Invalid value '([^']*)' inside 'exp')re", "token-time-claims-invalid", 0.95},
    {"inside 'nbf' claim", R"re(Invalid value '([^']*)' inside 'nbf')re", "token-time-claims-invalid", 0.95},
    {"NotYetValidTokenError", nullptr, "token-not-yet-valid", 0.95},
    {"token is not yet valid", nullptr, "token-not-yet-valid", 0.95},
    {"jwt not active", nullptr, "token-not-yet-valid", 0.9},
    {"Token signature is invalid", nullptr, "signature-invalid", 0.95},
    {"InvalidTokenSignatureError", nullptr, "signature-invalid", 0.95},
    {"JsonWebTokenError: invalid signature", nullptr, "signature-invalid", 0.93},
    {"signature verification failed", R"re((?:token|JWT|JWS)[^\n]*signature verification failed)re", "signature-invalid", 0.85},
    {"jwt audience invalid", R"re(jwt audience invalid(?:\. expected: (\S+))?)re", "audience-mismatch", 0.93, Telling::Cause, "expected"},
    {"jwt issuer invalid", nullptr, "token-of-other-issuer", 0.88},
    {"Could not verify token signature", nullptr, "signature-invalid", 0.9},
    {"JWKS does not contain a key for", R"re(JWKS does not contain a key for kid=(\S+))re", "key-id-unknown", 0.95},
    {"claim [kid] references unknown signing key", R"re(unknown signing key ?: ?\[([^\]]*)\])re", "key-id-unknown", 0.8},
    {"Token header contained no kid", nullptr, "key-id-missing", 0.95},
    {"specified in token header is not supported", R"re(Algorithm (\S+) specified in token header)re", "algorithm-not-accepted", 0.95},
    {"JsonWebTokenError: invalid algorithm", nullptr, "algorithm-not-accepted", 0.93},
    {"UnsupportedAlgorithmError", nullptr, "algorithm-not-accepted", 0.9},
    {"Token was issued for different audience", R"re(different audience\(s\)(?: \[([^\]]*)\] than this service \(([^)]*)\))?)re", "audience-mismatch", 0.97},
    {"is not issued for these clientIds", R"re(with audience: \[([^\]]*)\] is not issued for these clientIds: \[([^\]]*)\])re", "audience-mismatch", 0.95},
    {"matching either the token's client id or audience", nullptr, "audience-mismatch", 0.8, Telling::Cause, "binding"},
    {"WrongAudienceError", R"re(WrongAudienceError(?!.*JWKS endpoint))re", "audience-mismatch", 0.95},
    {"online validation in the JWKS endpoint", R"re(responded with (\d+))re", "zone-refused", 0.97},
    {"does not map to a valid identity zone", nullptr, "zone-refused", 0.8, Telling::Cause, "subdomain"},
    {"UntrustedIssuerError", nullptr, "zone-refused", 0.7},
    {"is not valid JSON", R"re(invalid json for part #\d+ \(.*"[^"]+:[^"]*" is not valid JSON)re", "basic-credentials-to-token-service", 0.95},
    // The parser quotes only the head of what it was given: name and colon, or broken bytes of the
    // base64 of a user name, where the header had the word Basic.
    {"Authorization header is not a Bearer token", nullptr, "basic-credentials-to-token-service", 0.7},
    {"JWT could not be parsed", nullptr, "token-malformed", 0.85},
    {"Invalid token specified", nullptr, "token-malformed", 0.8},
    {"Failed to decode x-approuter-authorization token", nullptr, "token-malformed", 0.85},
    {"jwt payload does not encode valid JSON", nullptr, "token-malformed", 0.9},
    {"Error parsing JWT", nullptr, "token-malformed", 0.8},
    {"jwt malformed", nullptr, "token-malformed", 0.9},
    {"Request contains no jwt bearer token", nullptr, "bearer-word-or-token-missing", 0.9},
    {"Invalid Authorization header format", nullptr, "bearer-word-or-token-missing", 0.85},
    {"MissingJwtError", nullptr, "bearer-word-or-token-missing", 0.9},
    {"Missing Authorization header", nullptr, "no-token", 0.9},
    {"Full authentication is required to access this resource", nullptr, "no-token", 0.85},
    {"An Authentication object was not found", nullptr, "no-token", 0.8},
    {"payload.scope is not iterable", nullptr, "scope-claim-missing", 0.97},
    {"scope is not iterable", nullptr, "scope-claim-missing", 0.9},
    // its key set
    {"fetchJwks", R"re(fetchJwks.*(?:https?://https?/?/|ENOTFOUND https?\b|EAI_AGAIN https?\b|wrong version number|packet length too long|Invalid URL))re", "jwks-wrong-scheme", 0.96},
    {"fetchJwks", R"re(fetchJwks.*(?:certificate has expired|CERT_HAS_EXPIRED))re", "jwks-untrusted-certificate", 0.95, Telling::Cause, "expired"},
    {"fetchJwks", R"re(fetchJwks.*(?:self.signed certificate|unable to (?:verify|get local issuer)|certificate|ERR_TLS|CERT_))re", "jwks-untrusted-certificate", 0.95},
    {"fetchJwks", R"re(fetchJwks.*(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|timed out|socket hang up|could not be sent))re", "jwks-unreachable", 0.9},
    {"token_keys", R"re(HTTP response from \S*token_keys\S* was (\d+))re", "jwks-bad-answer", 0.95},
    {"token_keys", R"re(token_keys.*(?:is not valid JSON|Unexpected token|invalid json|uri requested responds with an invalid redirect|redirect mode is set to error))re", "jwks-bad-answer", 0.9},
    {"token_keys", R"re(token_keys.*timed out after)re", "jwks-unreachable", 0.85},
    {"authenticating user: SyntaxError", nullptr, "jwks-bad-answer", 0.8},
    {"authenticating user: TimeoutError", nullptr, "jwks-unreachable", 0.85},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfTokenChecks()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
