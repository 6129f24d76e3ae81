// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/phrases.h"

#include "core/base/redactor.h"

#include <QRegularExpression>

#include <vector>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Phrase
{
    const char *pattern;
    const char *findingId;
    double confidence;
};

// More specific ones first: of several that fit one text for the same finding the first counts.
constexpr Phrase phrases[] = {
    // @sap/xssec through CAP: the token of the call
    {"Token is expired|ExpiredTokenError", "token-expired", 0.97},
    {"InvalidJwtError: Invalid value '([^']*)' inside 'exp'", "token-time-claims-invalid", 0.95},
    {"NotYetValidTokenError|token is not yet valid", "token-not-yet-valid", 0.95},
    {"Token signature is invalid|InvalidTokenSignatureError", "signature-invalid", 0.95},
    {"JWKS does not contain a key for kid=(\\S+)", "key-id-unknown", 0.95},
    {"Token header contained no kid", "key-id-missing", 0.95},
    {"Algorithm (\\S+) specified in token header is not supported", "algorithm-not-accepted", 0.95},
    {"Token was issued for different audience\\(s\\) \\[([^\\]]*)\\] than this service "
     "\\(([^)]*)\\)",
     "audience-mismatch",
     0.97},
    {"with audience: \\[([^\\]]*)\\] is not issued for these clientIds: \\[([^\\]]*)\\]",
     "audience-mismatch",
     0.95},
    {"online validation in the JWKS endpoint .* responded with 400", "zone-refused", 0.9},
    {"Invalid token specified: invalid json for part #\\d+ \\(.*\"[^\"]+:[^\"]*\" is not valid "
     "JSON",
     "basic-credentials-to-token-service",
     0.9},
    {"JWT could not be parsed", "token-malformed", 0.85},
    {"Request contains no jwt bearer token", "bearer-word-or-token-missing", 0.9},
    {"payload\\.scope is not iterable", "scope-claim-missing", 0.97},
    {"User 'system' is lacking required roles: \\[([^\\]]*)\\]",
     "technical-token-where-user-needed",
     0.85},
    {"User '(?!system')[^']*' is lacking required roles: \\[([^\\]]*)\\]", "role-missing", 0.9},
    {"user attribute array must be used with operator", "attribute-with-several-values", 0.95},
    // its key set
    {"fetchJwks.*(?:https?://http//|ENOTFOUND http\\b|wrong version number)",
     "jwks-wrong-scheme",
     0.95},
    {"fetchJwks.*(?:self-signed certificate|unable to verify|certificate)",
     "jwks-untrusted-certificate",
     0.95},
    {"fetchJwks.*(?:ECONNREFUSED|ENOTFOUND|ETIMEDOUT|timed out|socket hang up)",
     "jwks-unreachable",
     0.95},
    {"HTTP response from \\S*token_keys\\S* was (\\d+)", "jwks-bad-answer", 0.95},
    // bindings of the project
    {"Authentication kind .* configured, but no \\S+ instance bound", "binding-missing", 0.97},
    {"Cannot find '@sap/xssec'", "xssec-missing", 0.97},
    {"failed to parse VCAP_SERVICES", "default-env-malformed", 0.95},
    {"failed to add service bindings from process\\.env\\.VCAP_SERVICES",
     "binding-incomplete",
     0.85},
    {"is missing the properties (.+?) inside its credentials", "binding-incomplete", 0.9},
    {"Didn't find auth implementation for", "auth-kind-unknown", 0.95},
    {"\"url\" or \"destination\" property must be configured", "destination-incomplete", 0.8},
    // Cloud SDK: on the way to a destination
    {"No user token \\(JWT\\) has been provided.*'(\\w+)'", "user-token-absent", 0.95},
    {"Unable to create .?.?SAP-Connectivity-Authentication.* no JWT found",
     "user-token-absent-cached",
     0.95},
    {"Missing JWT token for forwardAuthToken", "user-token-absent", 0.85},
    {"Unauthorized grant type: urn:ietf:params:oauth:grant-type:jwt-bearer",
     "exchange-not-granted",
     0.95},
    {"Could not fetch JWT bearer token for service of type destination.*Token expired",
     "expired-within-leeway",
     0.9},
    {"Could not fetch JWT bearer token for service of type destination.* 401",
     "technical-caller-on-user-destination",
     0.5},
    {"Breaker is open", "circuit-breaker-open", 0.97},
    {"Could not fetch client credentials token for service of type \"?destination.*(?: 40[01]|Bad "
     "credentials)",
     "destination-client-refused",
     0.85},
    {"Could not fetch client credentials token for service of type \"?connectivity.*(?: 40[01]|Bad "
     "credentials)",
     "connectivity-client-refused",
     0.85},
    {"Error getting client_credentials token for destination", "destination-client-refused", 0.85},
    {"No binding to a connectivity service found|connectivity service is not bound",
     "connectivity-binding-missing",
     0.97},
    {"Could not find (?:binding to the destination service|service binding of type 'destination')",
     "destination-binding-missing",
     0.95},
    {"Could not find (?:binding to the connectivity service|service binding of type "
     "'connectivity')",
     "connectivity-binding-missing",
     0.95},
    {"Could not find a destination with name|Failed to resolve the destination|"
     "Configuration with the specified name was not found",
     "destination-not-found",
     0.9},
    {"failed in all cases. This is most likely due to misconfiguration",
     "destination-token-error",
     0.9},
    {"Principal propagation was selected in destination, but no SAP-Connectivity-Authentication",
     "principal-propagation-over-internet",
     0.85},
    {"not supported by the SAP Cloud SDK", "destination-type-unsupported", 0.95},
    {"\"username\" and / or \"password\" are missing", "destination-incomplete", 0.95},
    {"'url' property is not set for destination", "destination-incomplete", 0.8},
    {"No refresh token has been provided", "destination-type-unsupported", 0.7},
    // connectivity proxy and Cloud Connector
    {"HTTPS proxying is not supported", "virtual-host-over-https", 0.97},
    {"no SAP Cloud Connector .*location ID ''", "cloud-connector-not-connected", 0.95},
    {"no SAP Cloud Connector .*location ID '([^']+)'", "location-id-unknown", 0.9},
    {"Access denied to system (\\S+)", "host-not-exposed", 0.97},
    {"Access denied to resource (\\S+) on system (\\S+)", "path-not-exposed", 0.97},
    {"Missing or empty header: proxy-authorization", "proxy-authorization-missing", 0.97},
    {"SSO token validation failed", "cloud-connector-refuses-token", 0.9},
    {"Cloud Connector could not reach backend", "backend-unreachable", 0.9},
    {"Principal propagation forbidden for user .* not mutually authenticated",
     "cloud-connector-refuses-token",
     0.7},
    // backend
    {"CSRF token validation failed", "backend-csrf-token-missing", 0.95},
    {"No authorization to access Service '([^']*)'", "backend-role-missing", 0.95},
    {"Received content-type 'text/html'", "backend-login-page", 0.85},
    {"Maximum number of redirects exceeded", "backend-redirect-loop", 0.9},
    // XSUAA and approuter
    {"No client with requested id", "client-unknown", 0.95},
    {"Invalid redirect: .* does not match one of the registered|redirect_uri .* (?:invalid|not "
     "registered)",
     "redirect-uri-not-registered",
     0.95},
    {"unexpected response from authentication service .*(?:Bad credentials|invalid_client)",
     "client-secret-refused",
     0.85},
    {"Cookies are missing|State parameter .*(?:missing|invalid)|code_verifier not found",
     "callback-without-state-or-cookie",
     0.9},
    {"Session cookie (?:does not match|validation failed)", "session-cookie-overwritten", 0.9},
    {"do not have the required scopes to access this resource", "route-scope-missing", 0.95},
    {"request does not contain a x-csrf-token", "csrf-token-missing", 0.95},
    // transport, said last since the lines above say more
    {"ENOTFOUND (\\S+)", "host-unknown", 0.85},
    {"ECONNREFUSED ?(\\S*)", "connection-refused", 0.85},
    {"ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate's altnames",
     "tls-host-mismatch",
     0.9},
    {"self-signed certificate|unable to verify the first certificate|DEPTH_ZERO_SELF_SIGNED_CERT",
     "tls-untrusted",
     0.85},
    {"ran into a timeout after|timed out after", "timed-out", 0.85},
    {"Request failed with status code (\\d+)", "remote-failure-hidden-as-502", 0.8},
};

struct Compiled
{
    QRegularExpression pattern;
    QString findingId;
    double confidence = 0;
};

const std::vector<Compiled> &compiled()
{
    static const std::vector<Compiled> all = [] {
        std::vector<Compiled> list;
        for (const auto &phrase : phrases) {
            Compiled entry{QRegularExpression(QString::fromLatin1(phrase.pattern),
                                              QRegularExpression::DotMatchesEverythingOption),
                           QString::fromLatin1(phrase.findingId),
                           phrase.confidence};
            entry.pattern.optimize();
            list.push_back(std::move(entry));
        }
        return list;
    }();
    return all;
}

// Around what was caught, for a person to recognise in the log.
QString excerpt(const QString &text, const QRegularExpressionMatch &match)
{
    constexpr qsizetype whole = 260;
    QString out = text.simplified();
    if (out.size() > whole) {
        const auto end = std::min(text.size(), match.capturedStart() + whole);
        out = text.sliced(match.capturedStart(), end - match.capturedStart()).simplified();
        out = u'…' + (end < text.size() ? QString(out.section(u' ', 0, -2) + u'…') : out);
    }
    // A parser that was given Basic credentials quotes them.
    static const QRegularExpression quoted(u"\"[^\"]+:[^\"]*\" is not valid JSON"_s);
    return redactor::text(out.replace(quoted, u"\"•••\" is not valid JSON"_s));
}

bool isTransport(const QString &id)
{
    return id == "host-unknown"_L1 || id == "connection-refused"_L1 || id == "tls-untrusted"_L1
        || id == "tls-host-mismatch"_L1 || id == "timed-out"_L1;
}

} // namespace

QList<Heard> hear(const QString &text)
{
    QList<Heard> found;
    QStringList ids;
    for (const auto &phrase : compiled()) {
        if (ids.contains(phrase.findingId) || (isTransport(phrase.findingId) && !ids.isEmpty()))
            continue;
        const auto match = phrase.pattern.match(text);
        if (!match.hasMatch())
            continue;
        ids << phrase.findingId;
        found.append({phrase.findingId,
                      phrase.confidence,
                      excerpt(text, match),
                      match.capturedTexts().mid(1)});
    }
    return found;
}

} // namespace tokentrail::diagnosis
