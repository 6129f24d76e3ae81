// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"

#include <algorithm>

namespace tokentrail::diagnosis {

namespace {

using enum Severity;

// In the order in which findings of equal weight are told.
// clang-format off
constexpr Rule table[] = {
    {u"user-token-absent", Error, rules::userTokenAbsent},
    {u"user-token-absent-cached", Error, rules::userTokenAbsentCached},
    {u"technical-caller-on-user-destination", Error, rules::technicalCaller},
    {u"user-lost-inside-cap", Error, rules::lostInsideCap},
    {u"user-lost-before-cap", Error, rules::lostBeforeCap},
    {u"no-token", Error, rules::noToken},
    {u"basic-credentials-to-token-service", Error, rules::basicToTokenService},
    {u"bearer-token-to-basic-service", Error, rules::bearerToBasicService},
    {u"basic-credentials-refused", Error, rules::basicCredentialsRefused},
    {u"bearer-word-or-token-missing", Error, rules::secondWordMissing},
    {u"token-malformed", Error, rules::tokenMalformed},
    {u"token-expired", Error, rules::tokenExpired},
    {u"token-not-yet-valid", Error, rules::tokenNotYetValid},
    {u"token-time-claims-invalid", Error, rules::tokenTimeClaimsInvalid},
    {u"clock-skew", Warning, rules::clockSkew},
    {u"key-id-missing", Error, rules::keyIdMissing},
    {u"key-id-unknown", Error, rules::keyIdUnknown},
    {u"algorithm-not-accepted", Error, rules::algorithmNotAccepted},
    {u"signature-invalid", Error, rules::signatureInvalid},
    {u"audience-mismatch", Error, rules::audienceMismatch},
    {u"zone-refused", Error, rules::zoneRefused},
    {u"scope-claim-missing", Error, rules::scopeClaimMissing},
    {u"scope-claim-not-an-array", Error, rules::scopeClaimNotAnArray},
    {u"token-too-large", Error, rules::tokenTooLarge},
    {u"jwks-unreachable", Error, rules::keySetUnreachable},
    {u"jwks-bad-answer", Error, rules::keySetBadAnswer},
    {u"jwks-untrusted-certificate", Error, nullptr},
    {u"jwks-wrong-scheme", Error, nullptr},
    {u"token-validation-switched-off", Warning, rules::validationSwitchedOff},
    {u"unverified-token-forwarded", Warning, rules::unverifiedTokenForwarded},
    {u"role-missing", Error, rules::roleMissing},
    {u"attribute-missing-denied", Error, rules::attributeMissingDenied},
    {u"attribute-with-several-values", Error, nullptr},
    {u"technical-token-where-user-needed", Error, rules::technicalWhereUserNeeded},
    {u"user-token-where-technical-needed", Error, rules::userWhereTechnicalNeeded},
    {u"not-the-internal-client", Error, rules::notTheInternalClient},
    {u"scope-of-other-application", Error, rules::scopeOfOtherApplication},
    {u"scope-case-differs", Error, rules::scopeCaseDiffers},
    {u"csrf-token-missing", Error, rules::csrfTokenMissing},
    {u"token-endpoint-unavailable", Error, rules::tokenEndpointDown},
    {u"token-response-unreadable", Error, rules::tokenResponseUnreadable},
    {u"client-unknown", Error, rules::clientUnknown},
    {u"client-secret-refused", Error, rules::clientSecretRefused},
    {u"user-credentials-refused", Error, rules::userCredentialsRefused},
    {u"grant-not-allowed", Error, rules::grantNotAllowed},
    {u"redirect-uri-not-registered", Error, nullptr},
    {u"callback-without-state-or-cookie", Error, nullptr},
    {u"session-cookie-overwritten", Error, nullptr},
    {u"route-scope-missing", Error, rules::routeScopeMissing},
    {u"destination-not-found", Error, rules::destinationNotFound},
    {u"destination-incomplete", Error, rules::destinationIncomplete},
    {u"destination-type-unsupported", Error, rules::destinationTypeUnsupported},
    {u"destination-token-error", Error, rules::destinationTokenError},
    {u"destination-binding-missing", Error, rules::destinationBindingMissing},
    {u"destination-client-refused", Error, rules::destinationClientRefused},
    {u"connectivity-binding-missing", Error, rules::connectivityBindingMissing},
    {u"connectivity-client-refused", Error, rules::connectivityClientRefused},
    {u"exchange-not-granted", Error, rules::exchangeNotGranted},
    {u"expired-within-leeway", Error, rules::expiredWithinLeeway},
    {u"circuit-breaker-open", Error, rules::circuitBreakerOpen},
    {u"principal-propagation-over-internet", Error, rules::principalPropagationOverInternet},
    {u"proxy-type-misspelt", Error, rules::proxyTypeMisspelt},
    {u"virtual-host-over-https", Error, rules::virtualHostOverHttps},
    {u"proxy-authorization-missing", Error, rules::proxyAuthorizationMissing},
    {u"cloud-connector-not-connected", Error, rules::cloudConnectorNotConnected},
    {u"location-id-unknown", Error, rules::locationIdUnknown},
    {u"host-not-exposed", Error, rules::hostNotExposed},
    {u"path-not-exposed", Error, rules::pathNotExposed},
    {u"cloud-connector-refuses-token", Error, rules::cloudConnectorRefusesToken},
    {u"tunnel-of-other-subaccount", Warning, rules::tunnelOfOtherSubaccount},
    {u"backend-user-not-mapped", Error, rules::backendUserNotMapped},
    {u"backend-role-missing", Error, rules::backendRoleMissing},
    {u"backend-client-missing", Error, rules::backendClientMissing},
    {u"backend-credentials-refused", Error, rules::backendCredentialsRefused},
    {u"backend-csrf-token-missing", Error, rules::backendCsrfTokenMissing},
    {u"backend-login-page", Error, rules::backendLoginPage},
    {u"backend-redirect-loop", Error, rules::backendRedirectLoop},
    {u"backend-unreachable", Error, rules::backendUnreachable},
    {u"host-unknown", Error, rules::hostUnknown},
    {u"connection-refused", Error, rules::connectionRefused},
    {u"tls-untrusted", Error, rules::tlsUntrusted},
    {u"tls-host-mismatch", Error, rules::tlsHostMismatch},
    {u"timed-out", Error, rules::timedOut},
    {u"connection-closed", Error, rules::connectionClosed},
    {u"rate-limited", Error, rules::rateLimited},
    {u"binding-missing", Error, nullptr},
    {u"binding-incomplete", Error, nullptr},
    {u"default-env-malformed", Error, nullptr},
    {u"auth-kind-unknown", Error, nullptr},
    {u"xssec-missing", Error, nullptr},
    {u"forward-auth-token-without-effect", Warning, rules::forwardAuthTokenWithoutEffect},
    {u"remote-failure-hidden-as-502", Hint, rules::hiddenAs502},
    {u"role-collection-not-assigned", Error, rules::roleCollectionNotAssigned},
    {u"assigned-after-login", Error, rules::assignedAfterLogin},
    {u"assigned-to-other-origin", Error, rules::assignedToOtherOrigin},
    {u"role-template-missing", Error, rules::roleTemplateMissing},
    {u"scope-without-prefix", Warning, rules::scopeWithoutPrefix},
    {u"attribute-missing-empty-result", Warning, rules::attributeMissingEmptyResult},
    {u"restriction-without-matching-grant", Error, nullptr},
    {u"auth-strategy-ignored", Warning, nullptr},
    {u"mocked-auth-in-production", Warning, nullptr},
    {u"mock-user-accepts-any-password", Hint, nullptr},
    {u"mock-user-wildcard", Hint, nullptr},
    {u"mock-password-never-matches", Warning, nullptr},
    {u"mock-roles-crash-server", Error, nullptr},
    {u"binding-wrapped-twice", Error, nullptr},
    {u"binding-not-found-by-kind", Error, nullptr},
    {u"requires-uaa-without-effect", Warning, nullptr},
    {u"custom-middleware-ends-the-call", Error, rules::customMiddlewareEndsTheCall},
    {u"passport-strategy-moved", Error, nullptr},
    {u"xsenv-query-name-mismatch", Error, nullptr},
    {u"route-pattern-refused-by-express-5", Error, nullptr},
    {u"passport-user-without-roles", Error, rules::passportUserWithoutRoles},
    {u"custom-user-class-loses-overrides", Error, nullptr},
    {u"open-to-anonymous", Warning, nullptr},
    {u"session-expired", Error, rules::sessionExpired},
    {u"route-does-not-forward-token", Error, rules::routeDoesNotForwardToken},
    {u"destination-shadowed-by-binding", Error, nullptr},
    {u"virtual-host-without-proxy", Error, rules::virtualHostWithoutProxy},
    {u"backend-untrusted-certificate", Error, rules::backendUntrustedCertificate},
    {u"cloud-sdk-missing", Error, rules::cloudSdkMissing},
    {u"passport-missing", Error, nullptr},
    {u"operation-excluded-by-model", Error, nullptr},
    {u"several-bindings-match", Error, nullptr},
    {u"tenant-host-pattern-missing", Error, nullptr},
    {u"password-grant-not-supported", Error, nullptr},
    {u"scope-not-grantable", Error, nullptr},
    {u"shadow-user-missing", Error, nullptr},
    {u"authorization-code-invalid", Error, nullptr},
    {u"token-of-other-issuer", Error, nullptr},
    {u"session-of-other-tenant", Error, nullptr},
    {u"login-denied", Error, nullptr},
    {u"destination-service-unavailable", Error, rules::destinationServiceDown},
    {u"location-ids-on-one-connection", Error, nullptr},
    {u"backend-does-not-trust-cloud-connector", Error, nullptr},
    {u"backend-service-unknown", Error, nullptr},
    {u"app-route-missing", Error, nullptr},
    {u"app-not-answering", Error, nullptr},
    {u"tls-spoken-to-plain-port", Error, nullptr},
    {u"connection-cut", Error, nullptr},
};
// clang-format on

} // namespace

std::span<const Rule> allRules()
{
    return table;
}

const Rule *ruleOf(QStringView id)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [id](const Rule &rule) {
        return id == QStringView(rule.id);
    });
    return found == std::end(table) ? nullptr : found;
}

} // namespace tokentrail::diagnosis
