// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/facts.h"

#include <span>

namespace tokentrail::diagnosis {

// One entry a finding; its texts stand in resources/findings. Those without a judge are known by
// the words of logs and answers, or told by the check of the project.
struct Rule
{
    const char16_t *id;
    Severity severity;
    QList<Finding> (*judge)(const Facts &facts);
};

std::span<const Rule> allRules();
const Rule *ruleOf(QStringView id); // null for an unknown one

namespace rules {

QList<Finding> userTokenAbsent(const Facts &facts);
QList<Finding> userTokenAbsentCached(const Facts &facts);
QList<Finding> technicalCaller(const Facts &facts);
QList<Finding> lostInsideCap(const Facts &facts);
QList<Finding> lostBeforeCap(const Facts &facts);
QList<Finding> noToken(const Facts &facts);
QList<Finding> basicToTokenService(const Facts &facts);
QList<Finding> bearerToBasicService(const Facts &facts);
QList<Finding> basicCredentialsRefused(const Facts &facts);
QList<Finding> secondWordMissing(const Facts &facts);
QList<Finding> tokenMalformed(const Facts &facts);
QList<Finding> tokenExpired(const Facts &facts);
QList<Finding> tokenNotYetValid(const Facts &facts);
QList<Finding> tokenTimeClaimsInvalid(const Facts &facts);
QList<Finding> clockSkew(const Facts &facts);
QList<Finding> keyIdMissing(const Facts &facts);
QList<Finding> keyIdUnknown(const Facts &facts);
QList<Finding> algorithmNotAccepted(const Facts &facts);
QList<Finding> signatureInvalid(const Facts &facts);
QList<Finding> audienceMismatch(const Facts &facts);
QList<Finding> zoneRefused(const Facts &facts);
QList<Finding> scopeClaimMissing(const Facts &facts);
QList<Finding> scopeClaimNotAnArray(const Facts &facts);
QList<Finding> tokenTooLarge(const Facts &facts);
QList<Finding> keySetUnreachable(const Facts &facts);
QList<Finding> keySetBadAnswer(const Facts &facts);
QList<Finding> validationSwitchedOff(const Facts &facts);
QList<Finding> unverifiedTokenForwarded(const Facts &facts);
QList<Finding> roleMissing(const Facts &facts);
QList<Finding> attributeMissingDenied(const Facts &facts);
QList<Finding> technicalWhereUserNeeded(const Facts &facts);
QList<Finding> userWhereTechnicalNeeded(const Facts &facts);
QList<Finding> notTheInternalClient(const Facts &facts);
QList<Finding> scopeOfOtherApplication(const Facts &facts);
QList<Finding> scopeCaseDiffers(const Facts &facts);
QList<Finding> csrfTokenMissing(const Facts &facts);
QList<Finding> tokenEndpointDown(const Facts &facts);
QList<Finding> clientUnknown(const Facts &facts);
QList<Finding> clientSecretRefused(const Facts &facts);
QList<Finding> userCredentialsRefused(const Facts &facts);
QList<Finding> grantNotAllowed(const Facts &facts);
QList<Finding> destinationNotFound(const Facts &facts);
QList<Finding> destinationIncomplete(const Facts &facts);
QList<Finding> destinationTypeUnsupported(const Facts &facts);
QList<Finding> destinationTokenError(const Facts &facts);
QList<Finding> destinationBindingMissing(const Facts &facts);
QList<Finding> destinationClientRefused(const Facts &facts);
QList<Finding> connectivityBindingMissing(const Facts &facts);
QList<Finding> cloudSdkMissing(const Facts &facts);
QList<Finding> connectivityClientRefused(const Facts &facts);
QList<Finding> exchangeNotGranted(const Facts &facts);
QList<Finding> expiredWithinLeeway(const Facts &facts);
QList<Finding> circuitBreakerOpen(const Facts &facts);
QList<Finding> principalPropagationOverInternet(const Facts &facts);
QList<Finding> proxyTypeMisspelt(const Facts &facts);
QList<Finding> virtualHostOverHttps(const Facts &facts);
QList<Finding> proxyAuthorizationMissing(const Facts &facts);
QList<Finding> cloudConnectorNotConnected(const Facts &facts);
QList<Finding> locationIdUnknown(const Facts &facts);
QList<Finding> hostNotExposed(const Facts &facts);
QList<Finding> pathNotExposed(const Facts &facts);
QList<Finding> cloudConnectorRefusesToken(const Facts &facts);
QList<Finding> tunnelOfOtherSubaccount(const Facts &facts);
QList<Finding> backendUserNotMapped(const Facts &facts);
QList<Finding> backendRoleMissing(const Facts &facts);
QList<Finding> backendClientMissing(const Facts &facts);
QList<Finding> backendCredentialsRefused(const Facts &facts);
QList<Finding> backendCsrfTokenMissing(const Facts &facts);
QList<Finding> backendLoginPage(const Facts &facts);
QList<Finding> backendRedirectLoop(const Facts &facts);
QList<Finding> backendRedirects(const Facts &facts);
QList<Finding> backendUnreachable(const Facts &facts);
QList<Finding> backendFailed(const Facts &facts);
QList<Finding> hostUnknown(const Facts &facts);
QList<Finding> connectionRefused(const Facts &facts);
QList<Finding> tlsUntrusted(const Facts &facts);
QList<Finding> tlsHostMismatch(const Facts &facts);
QList<Finding> timedOut(const Facts &facts);
QList<Finding> tokenResponseUnreadable(const Facts &facts);
QList<Finding> connectionClosed(const Facts &facts);
QList<Finding> rateLimited(const Facts &facts);
QList<Finding> roleCollectionNotAssigned(const Facts &facts);
QList<Finding> assignedAfterLogin(const Facts &facts);
QList<Finding> assignedToOtherOrigin(const Facts &facts);
QList<Finding> roleTemplateMissing(const Facts &facts);
QList<Finding> sessionExpired(const Facts &facts);
QList<Finding> routeScopeMissing(const Facts &facts);
QList<Finding> routeDoesNotForwardToken(const Facts &facts);
QList<Finding> customMiddlewareEndsTheCall(const Facts &facts);
QList<Finding> passportUserWithoutRoles(const Facts &facts);
QList<Finding> scopeWithoutPrefix(const Facts &facts);
QList<Finding> attributeMissingEmptyResult(const Facts &facts);
QList<Finding> virtualHostWithoutProxy(const Facts &facts);
QList<Finding> backendUntrustedCertificate(const Facts &facts);
QList<Finding> destinationServiceDown(const Facts &facts);
QList<Finding> forwardAuthTokenWithoutEffect(const Facts &facts);
QList<Finding> hiddenAs502(const Facts &facts);
QList<Finding> sessionsNotShared(const Facts &facts);
QList<Finding> clientSecretNeedsEncoding(const Facts &facts);
QList<Finding> forwardAuthTokenKeyIgnored(const Facts &facts);
QList<Finding> attributeRestrictsUnrestrictedRole(const Facts &facts);

} // namespace rules

} // namespace tokentrail::diagnosis
