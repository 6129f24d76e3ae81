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
    {u"user-token-absent", u"No user token reached the destination lookup", Error, rules::userTokenAbsent},
    {u"user-token-absent-cached", u"No user token, and the destination came from the cache", Error, rules::userTokenAbsentCached},
    {u"technical-caller-on-user-destination", u"A client calls where a person is needed", Error, rules::technicalCaller},
    {u"user-lost-inside-cap", u"The user was lost inside the CAP service", Error, rules::lostInsideCap},
    {u"user-lost-before-cap", u"The service never had a user", Error, rules::lostBeforeCap},
    {u"no-token", u"No credentials were sent", Error, rules::noToken},
    {u"basic-credentials-to-token-service", u"Name and password sent to a service that takes tokens", Error, rules::basicToTokenService},
    {u"bearer-token-to-basic-service", u"Token sent to a service that takes names and passwords", Error, rules::bearerToBasicService},
    {u"basic-credentials-refused", u"Name or password of a mock user is wrong", Error, rules::basicCredentialsRefused},
    {u"bearer-word-or-token-missing", u"The Authorization header lacks its second word", Error, rules::secondWordMissing},
    {u"token-malformed", u"What was sent is no token", Error, rules::tokenMalformed},
    {u"token-expired", u"The token has expired", Error, rules::tokenExpired},
    {u"token-not-yet-valid", u"The token is not valid yet", Error, rules::tokenNotYetValid},
    {u"token-time-claims-invalid", u"The token has no readable expiry", Error, rules::tokenTimeClaimsInvalid},
    {u"clock-skew", u"The clocks differ", Warning, rules::clockSkew},
    {u"key-id-missing", u"The token names no signing key", Error, rules::keyIdMissing},
    {u"key-id-unknown", u"The token was signed with an unknown key", Error, rules::keyIdUnknown},
    {u"algorithm-not-accepted", u"The signature algorithm is not accepted", Error, rules::algorithmNotAccepted},
    {u"signature-invalid", u"The signature of the token does not fit", Error, rules::signatureInvalid},
    {u"audience-mismatch", u"The token was issued for another application", Error, rules::audienceMismatch},
    {u"zone-refused", u"The issuer does not know the zone of the token", Error, rules::zoneRefused},
    {u"scope-claim-missing", u"The token has no scope claim", Error, rules::scopeClaimMissing},
    {u"scope-claim-not-an-array", u"The scope claim is no array", Error, rules::scopeClaimNotAnArray},
    {u"token-too-large", u"The token is too large", Error, rules::tokenTooLarge},
    {u"jwks-unreachable", u"The signing keys cannot be fetched", Error, rules::keySetUnreachable},
    {u"jwks-bad-answer", u"The key endpoint answers wrongly", Error, rules::keySetBadAnswer},
    {u"jwks-untrusted-certificate", u"The certificate of the key endpoint is not trusted", Error, nullptr},
    {u"jwks-wrong-scheme", u"The key endpoint does not speak https", Error, nullptr},
    {u"token-validation-switched-off", u"The service accepts any token", Warning, rules::validationSwitchedOff},
    {u"unverified-token-forwarded", u"A token that nobody checked was sent on", Warning, rules::unverifiedTokenForwarded},
    {u"role-missing", u"A role is missing", Error, rules::roleMissing},
    {u"attribute-missing-denied", u"An attribute of the user is missing", Error, rules::attributeMissingDenied},
    {u"attribute-with-several-values", u"An attribute has several values where one is compared", Error, nullptr},
    {u"technical-token-where-user-needed", u"A client's token where a person is needed", Error, rules::technicalWhereUserNeeded},
    {u"user-token-where-technical-needed", u"A person's token where a client is needed", Error, rules::userWhereTechnicalNeeded},
    {u"not-the-internal-client", u"internal-user is the service's own client only", Error, rules::notTheInternalClient},
    {u"scope-of-other-application", u"The scope is another application's", Error, rules::scopeOfOtherApplication},
    {u"scope-case-differs", u"The scope is spelt in other letters", Error, rules::scopeCaseDiffers},
    {u"csrf-token-missing", u"The approuter wants a CSRF token", Error, rules::csrfTokenMissing},
    {u"token-endpoint-unavailable", u"The token endpoint does not work", Error, rules::tokenEndpointDown},
    {u"client-unknown", u"XSUAA does not know the client", Error, rules::clientUnknown},
    {u"client-secret-refused", u"The client secret was refused", Error, rules::clientSecretRefused},
    {u"user-credentials-refused", u"Name or password was refused", Error, rules::userCredentialsRefused},
    {u"grant-not-allowed", u"The client may not use this grant type", Error, rules::grantNotAllowed},
    {u"redirect-uri-not-registered", u"The redirect URI is not registered", Error, nullptr},
    {u"callback-without-state-or-cookie", u"The login came back without its state or cookie", Error, nullptr},
    {u"session-cookie-overwritten", u"Another server overwrote the session cookie", Error, nullptr},
    {u"route-scope-missing", u"The approuter's route asks for a scope", Error, nullptr},
    {u"destination-not-found", u"The destination was not found", Error, rules::destinationNotFound},
    {u"destination-incomplete", u"The destination is incomplete", Error, rules::destinationIncomplete},
    {u"destination-type-unsupported", u"The destination's type is not supported", Error, rules::destinationTypeUnsupported},
    {u"destination-token-error", u"The Destination service got no token", Error, rules::destinationTokenError},
    {u"destination-binding-missing", u"The Destination service is not bound", Error, rules::destinationBindingMissing},
    {u"destination-client-refused", u"The client of the Destination service was refused", Error, rules::destinationClientRefused},
    {u"connectivity-binding-missing", u"The connectivity service is not bound", Error, rules::connectivityBindingMissing},
    {u"connectivity-client-refused", u"The client of the connectivity service was refused", Error, rules::connectivityClientRefused},
    {u"exchange-not-granted", u"The client may not exchange tokens", Error, rules::exchangeNotGranted},
    {u"expired-within-leeway", u"Expired, accepted by CAP, refused by the next hop", Error, rules::expiredWithinLeeway},
    {u"circuit-breaker-open", u"The circuit breaker is open", Error, rules::circuitBreakerOpen},
    {u"principal-propagation-over-internet", u"Principal propagation over the internet", Error, rules::principalPropagationOverInternet},
    {u"proxy-type-misspelt", u"The proxy type is misspelt", Error, rules::proxyTypeMisspelt},
    {u"virtual-host-over-https", u"A virtual host is called by https", Error, rules::virtualHostOverHttps},
    {u"proxy-authorization-missing", u"The proxy got no token of its own", Error, rules::proxyAuthorizationMissing},
    {u"cloud-connector-not-connected", u"No Cloud Connector is connected", Error, rules::cloudConnectorNotConnected},
    {u"location-id-unknown", u"The location id is unknown", Error, rules::locationIdUnknown},
    {u"host-not-exposed", u"The Cloud Connector does not expose the host", Error, rules::hostNotExposed},
    {u"path-not-exposed", u"The Cloud Connector does not expose the path", Error, rules::pathNotExposed},
    {u"cloud-connector-refuses-token", u"The Cloud Connector does not accept the token", Error, rules::cloudConnectorRefusesToken},
    {u"tunnel-of-other-subaccount", u"The tunnel of another subaccount was used", Warning, rules::tunnelOfOtherSubaccount},
    {u"backend-user-not-mapped", u"The user is not mapped in the backend", Error, rules::backendUserNotMapped},
    {u"backend-role-missing", u"The backend user lacks an authorisation", Error, rules::backendRoleMissing},
    {u"backend-client-missing", u"No sap-client was named", Error, rules::backendClientMissing},
    {u"backend-credentials-refused", u"The backend refused the technical user", Error, rules::backendCredentialsRefused},
    {u"backend-csrf-token-missing", u"The backend wants a CSRF token", Error, rules::backendCsrfTokenMissing},
    {u"backend-login-page", u"The backend answers with a logon page", Error, rules::backendLoginPage},
    {u"backend-redirect-loop", u"The backend redirects in circles", Error, rules::backendRedirectLoop},
    {u"backend-unreachable", u"The backend cannot be reached", Error, rules::backendUnreachable},
    {u"host-unknown", u"The host is not known", Error, rules::hostUnknown},
    {u"connection-refused", u"Nobody listens there", Error, rules::connectionRefused},
    {u"tls-untrusted", u"The certificate is not trusted", Error, rules::tlsUntrusted},
    {u"tls-host-mismatch", u"The certificate is for another host", Error, rules::tlsHostMismatch},
    {u"timed-out", u"No answer in time", Error, rules::timedOut},
    {u"rate-limited", u"Called too often", Error, rules::rateLimited},
    {u"binding-missing", u"A binding is missing", Error, nullptr},
    {u"binding-incomplete", u"A binding is incomplete", Error, nullptr},
    {u"default-env-malformed", u"VCAP_SERVICES or default-env.json is malformed", Error, nullptr},
    {u"auth-kind-unknown", u"The kind of authentication is unknown", Error, nullptr},
    {u"xssec-missing", u"@sap/xssec is not installed", Error, nullptr},
    {u"forward-auth-token-without-effect", u"forwardAuthToken has no effect", Warning, rules::forwardAuthTokenWithoutEffect},
    {u"remote-failure-hidden-as-502", u"The 502 hides another failure", Hint, rules::hiddenAs502},
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
