// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrasetable.h"

namespace tokentrail::diagnosis {

namespace {

// clang-format off
constexpr Phrase phrases[] = {
    {"No client with requested id", R"re(No client with requested id:? ?([^\s"'<.,]+)?)re", "client-unknown", 0.95},
    {"Could not retrieve client", nullptr, "client-unknown", 0.8},
    {"does not match one of the registered values", R"re(Invalid redirect:? (\S+) does not match)re", "redirect-uri-not-registered", 0.97},
    {"Invalid redirect", R"re(Invalid redirect:? (\S+) (?:does|did) not match)re", "redirect-uri-not-registered", 0.95},
    {"redirect_uri", R"re(redirect_uri[^\n]{0,80}(?:invalid|not registered|does not match|mismatch))re", "redirect-uri-not-registered", 0.93},
    {"invalid_redirect_uri", nullptr, "redirect-uri-not-registered", 0.93},
    {"Where To?", nullptr, "redirect-uri-not-registered", 0.7},
    {"Where-To?", nullptr, "redirect-uri-not-registered", 0.7},
    {"redirect-uris contains invalid redirect URI", nullptr, "redirect-uri-not-registered", 0.85},
    {"Unauthorized grant type", R"re(Unauthorized grant type:? ?urn:ietf:params:oauth:grant-type:jwt-bearer)re", "exchange-not-granted", 0.97},
    {"Unauthorized grant type", R"re(Unauthorized grant type:? ?([\w:-]+))re", "grant-not-allowed", 0.95},
    {"unsupported_grant_type", nullptr, "grant-not-allowed", 0.9},
    {"Unsupported grant type", nullptr, "grant-not-allowed", 0.9},
    {"login_hint", R"re(login_hint does not match an active (?:IdP|Identity Provider))re", "password-grant-not-supported", 0.95},
    {"insufficient_scope", nullptr, "exchange-not-granted", 0.85, Telling::Cause, "scope"},
    {"Insufficient scope for this resource", nullptr, "exchange-not-granted", 0.85, Telling::Cause, "scope"},
    {"supports resource-owner password grant", nullptr, "password-grant-not-supported", 0.95},
    {"does not support password grant", nullptr, "password-grant-not-supported", 0.9},
    {"use a valid scope name in the request", nullptr, "scope-not-grantable", 0.95},
    {"invalid_scope", nullptr, "scope-not-grantable", 0.85},
    {"Invalid scope:", nullptr, "scope-not-grantable", 0.85},
    {"user account must be pre-created", nullptr, "shadow-user-missing", 0.95},
    {"oauth/token", R"re(oauth/token\b[^\n]*(?:status(?: code)?:? |: |\b)(50[0-9])\b)re", "token-endpoint-unavailable", 0.88},
    {"oauth/token", R"re(oauth/token\b[^\n]*(?:status(?: code)?:? )429\b)re", "rate-limited", 0.88},
    {"Invalid authorization code", nullptr, "authorization-code-invalid", 0.93},
    {"Invalid refresh token", nullptr, "session-expired", 0.8},
    {"Origin claim not set in JWT", nullptr, "token-of-other-issuer", 0.8},
    {"Passcode information is missing", nullptr, "user-credentials-refused", 0.8},
    {"Invalid passcode", nullptr, "user-credentials-refused", 0.93},
    {"User authentication failed", nullptr, "user-credentials-refused", 0.93},
    {"account has been locked", nullptr, "user-credentials-refused", 0.9},
    {"rate limit", R"re(rate limit(?:ing)? (?:exceeded|reached)|too many requests)re", "rate-limited", 0.9},
    {"Too Many Requests", nullptr, "rate-limited", 0.9},
    {"Multiple clones found for certificate", nullptr, "client-secret-refused", 0.8, Telling::Cause, "certificate"},
    // General: who asked, and on whose behalf, is said by the words around.
    {"invalid_client", nullptr, "client-secret-refused", 0.88, Telling::General},
    {"Bad credentials", nullptr, "client-secret-refused", 0.8, Telling::General},
    {"Bad credentials", nullptr, "user-credentials-refused", 0.6, Telling::General},
    {"UAA/client", nullptr, "client-secret-refused", 0.85, Telling::General},
    {"unauthorized_client", nullptr, "grant-not-allowed", 0.75, Telling::General},
};
// clang-format on

} // namespace

std::span<const Phrase> phrasesOfXsuaa()
{
    return phrases;
}

} // namespace tokentrail::diagnosis
