// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/heard.h"

#include "core/diagnosis/rules.h"

#include <algorithm>

namespace tokentrail::diagnosis {

using namespace Qt::StringLiterals;

namespace {

struct Remedy
{
    const char16_t *id;
    const char16_t *text;
};

// For findings that no rule reports from hops, and the most frequent of the others.
// clang-format off
constexpr Remedy remedies[] = {
    {u"user-token-absent", u"Call the destination inside CAP's request context, and require a user there."},
    {u"user-token-absent-cached", u"Call the destination inside CAP's request context, and require a user there."},
    {u"token-expired", u"Log in again, or refresh the token."},
    {u"audience-mismatch", u"Get the token with the service key of the called application, or exchange it there."},
    {u"key-id-unknown", u"Log in again; restart the service when its key set is older than the token."},
    {u"signature-invalid", u"Send the token exactly as XSUAA issued it."},
    {u"role-missing", u"Assign a role collection that holds the role, then log in again."},
    {u"technical-token-where-user-needed", u"Call with the token of a person, or grant the scope to the client as authority."},
    {u"scope-claim-missing", u"Send a token of XSUAA; tokens of IAS and home-made ones lack the array."},
    {u"zone-refused", u"Take a token of a subaccount that belongs to this landscape."},
    {u"jwks-untrusted-certificate", u"Let Node trust the certificate authority: NODE_EXTRA_CA_CERTS, set before the process starts."},
    {u"jwks-wrong-scheme", u"uaadomain is host and port alone, and has to answer https; leave it out for plain http."},
    {u"jwks-unreachable", u"Make the host of uaadomain reachable from the service."},
    {u"jwks-bad-answer", u"Check uaadomain in the binding: no scheme, no trailing slash."},
    {u"attribute-with-several-values", u"Compare with \"in\" or \"=\", or give the user one value."},
    {u"binding-missing", u"Bind the service instance (cds bind, or cf bind-service), or take a kind that needs none."},
    {u"binding-incomplete", u"Put the credentials as they are into VCAP_SERVICES.xsuaa[0].credentials, wrapped once."},
    {u"default-env-malformed", u"Check the file: strict JSON, no comments, no trailing comma."},
    {u"auth-kind-unknown", u"Known kinds are mocked, basic, jwt, xsuaa, ias and dummy; \"mock\" is not one of them."},
    {u"xssec-missing", u"Install it."},
    {u"destination-not-found", u"Compare the spelling, the subaccount and the service instance; a bound service of the same name wins."},
    {u"destination-binding-missing", u"Bind an instance of the Destination service and restart."},
    {u"destination-client-refused", u"Renew the binding of the Destination service and restart."},
    {u"connectivity-client-refused", u"Renew the binding of the connectivity service and restart."},
    {u"connectivity-binding-missing", u"Bind an instance of the connectivity service (plan lite) and restart."},
    {u"exchange-not-granted", u"Add the grant type urn:ietf:params:oauth:grant-type:jwt-bearer to the instance's oauth2-configuration."},
    {u"circuit-breaker-open", u"Correct what made ten token calls fail, and restart."},
    {u"technical-caller-on-user-destination", u"Call the service with the token of a person."},
    {u"cloud-connector-not-connected", u"Connect the Cloud Connector to this subaccount."},
    {u"location-id-unknown", u"Correct CloudConnectorLocationId, or connect a Cloud Connector with this id."},
    {u"host-not-exposed", u"Expose the virtual host, with exactly this name and port, in the Cloud Connector."},
    {u"path-not-exposed", u"Expose the path with all sub-paths in the Cloud Connector."},
    {u"virtual-host-over-https", u"Write http:// into the URL of the destination."},
    {u"redirect-uri-not-registered", u"Add the address, host spelt as in the browser, to redirect-uris and update the instance."},
    {u"callback-without-state-or-cookie", u"Start the login again in one tab; allow its cookies."},
    {u"session-cookie-overwritten", u"Two servers on one host share cookies whatever their ports: give one another cookie name or host."},
    {u"route-scope-missing", u"Assign the role collection with the route's scope, then log in again."},
    {u"backend-role-missing", u"Give the backend user a role with the authorisation for this service."},
    {u"backend-csrf-token-missing", u"Set csrf: true for this remote service in cds.requires."},
    {u"destination-token-error", u"Check token service URL, client and secret of the destination."},
    {u"destination-type-unsupported", u"Choose another authentication type for the destination."},
    {u"remote-failure-hidden-as-502", u"Look at the hop that really failed: send the call from the console."},
};
// clang-format on

QString remedyFor(const QString &id)
{
    for (const auto &remedy : remedies) {
        if (id == QStringView(remedy.id))
            return QString::fromUtf16(remedy.text);
    }
    return u"Send the call from the console, so that its hops can be judged."_s;
}

bool isTransport(QStringView id)
{
    return id == u"host-unknown" || id == u"connection-refused" || id == u"tls-untrusted"
        || id == u"tls-host-mismatch" || id == u"timed-out"
        || id == u"remote-failure-hidden-as-502";
}

} // namespace

Finding findingOf(const Heard &heard, bool hopsSeen)
{
    const auto *rule = ruleOf(heard.findingId);
    Finding finding;
    finding.id = heard.findingId;
    if (rule) {
        finding.title = QString::fromUtf16(rule->title);
        finding.severity = rule->severity;
    }
    finding.confidence = hopsSeen ? heard.confidence * 0.9 : heard.confidence;
    QStringList named = heard.captures;
    named.removeAll({});
    finding.sentence = finding.title
        + (named.isEmpty() ? u"."_s : QString(u" ("_s + named.join(u", "_s) + u")."_s));
    finding.fix.text = remedyFor(heard.findingId);
    return finding;
}

// What hops show beats general words about the transport, and a destination that was found
// afterwards was found.
bool contradicted(const Facts &facts, const QList<Finding> &findings, const Heard &heard)
{
    if (isTransport(heard.findingId))
        return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
            return finding.severity == Severity::Error && finding.confidence > 0.5;
        });
    if (heard.findingId == "destination-not-found"_L1) {
        const auto lookups = facts.hops(trail::HopKind::DestinationLookup);
        return std::any_of(lookups.begin(), lookups.end(), [](const trail::Hop *hop) {
            return hop->response.status == 200;
        });
    }
    return false;
}

} // namespace tokentrail::diagnosis
