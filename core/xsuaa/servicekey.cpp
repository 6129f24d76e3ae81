// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/servicekey.h"

#include "core/xsuaa/keycontainers.h"
#include "core/xsuaa/pemrepair.h"
#include "core/xsuaa/servicekeychecks.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

bool has(const text::Json &json, QStringView name)
{
    const auto *member = json.find(name);
    return member && !member->isNull() && !(member->isString() && member->toString().isEmpty());
}

QString firstOf(const text::Json &json, std::initializer_list<QStringView> names)
{
    for (const auto name : names) {
        if (has(json, name))
            return json[name].toString();
    }
    return {};
}

// Labels lie in user-provided services and say nothing in bare keys; then the members tell.
ServiceKind kindOf(const QString &label, const text::Json &credentials)
{
    for (const auto kind : {ServiceKind::Xsuaa,
                            ServiceKind::Destination,
                            ServiceKind::Connectivity,
                            ServiceKind::Identity}) {
        if (label == nameOf(kind))
            return kind;
    }
    if (!label.isEmpty() && label != "user-provided"_L1)
        return ServiceKind::Other;
    if (has(credentials, u"onpremise_proxy_host"))
        return ServiceKind::Connectivity;
    const auto uri = credentials[u"uri"].toString();
    if (!uri.isEmpty())
        return uri.contains("destination"_L1) || has(credentials, u"instanceid")
            ? ServiceKind::Destination
            : ServiceKind::Other;
    if (has(credentials, u"xsappname"))
        return ServiceKind::Xsuaa;
    if (has(credentials, u"app_tid") || has(credentials, u"osb_url")
        || has(credentials, u"authorization_endpoint"))
        return ServiceKind::Identity;
    const bool uaaLike = has(credentials, u"clientid")
        && (has(credentials, u"uaadomain") || has(credentials, u"apiurl")
            || has(credentials, u"verificationkey"));
    return uaaLike ? ServiceKind::Xsuaa : ServiceKind::Other;
}

CredentialType credentialTypeOf(const text::Json &json)
{
    const auto named = json[u"credential-type"].toString().toLower();
    if (named.startsWith("x509"_L1))
        return CredentialType::X509;
    if (named == "binding-secret"_L1)
        return CredentialType::BindingSecret;
    if (named == "instance-secret"_L1)
        return CredentialType::InstanceSecret;
    if (has(json, u"clientsecret")) // keys of the time before the member had the instance's secret
        return CredentialType::InstanceSecret;
    return has(json, u"certificate") ? CredentialType::X509 : CredentialType::None;
}

QByteArray pemOf(const text::Json &json, QStringView name, ServiceKey &key)
{
    const auto repaired = repairedPem(name.toString(), json[name].toString());
    if (!repaired.told.isEmpty())
        key.repairs << repaired.told;
    return repaired.pem;
}

ClientCredentials clientOf(const text::Json &json, ServiceKey &key)
{
    ClientCredentials client;
    client.clientId = firstOf(json, {u"clientid", u"client_id"});
    client.clientSecret = Secret(firstOf(json, {u"clientsecret", u"client_secret"}));
    client.certificatePem = pemOf(json, u"certificate", key);
    client.keyPem = Secret(pemOf(json, u"key", key));
    client.url = QUrl(firstOf(json, {u"url", u"tokenurl", u"token_service_url"}));
    client.certUrl = QUrl(json[u"certurl"].toString());
    client.uaaDomain = json[u"uaadomain"].toString();
    client.zoneId =
        firstOf(json, {u"zoneid", u"identityzoneid", u"tenantid", u"subaccountid", u"app_tid"});
    client.identityZone = json[u"identityzone"].toString();
    return client;
}

quint16 portOf(const text::Json &json)
{
    for (const QStringView name : {u"onpremise_proxy_http_port", u"onpremise_proxy_port"}) {
        const auto &member = json[name];
        const auto port = member.isString() ? member.toString().toLongLong() : member.toInteger();
        if (port > 0 && port < 65536)
            return quint16(port);
    }
    return 0;
}

ServiceKey keyOf(const FoundCredentials &found)
{
    ServiceKey key;
    key.credentials = found.credentials;
    // Business services wrap the client: {"uaa": {…}, "endpoints": …}.
    const auto *inner = found.credentials.find(u"uaa");
    const auto &client = inner && inner->isObject() ? *inner : found.credentials;
    const bool wrapped = inner && inner->isObject();
    key.kind = wrapped ? ServiceKind::Other : kindOf(found.label, found.credentials);
    key.label =
        found.label.isEmpty() && key.kind != ServiceKind::Other ? nameOf(key.kind) : found.label;
    key.name = found.name;
    key.problems = found.problems;
    key.repairs = found.repairs;
    key.client = clientOf(client, key);
    key.credentialType = credentialTypeOf(client);
    key.xsappname = client[u"xsappname"].toString();
    key.verificationKeyPem = pemOf(client, u"verificationkey", key);
    if (key.kind == ServiceKind::Destination)
        key.destinationUri = QUrl(found.credentials[u"uri"].toString());
    key.proxyHost = found.credentials[u"onpremise_proxy_host"].toString();
    key.proxyPort = portOf(found.credentials);
    key.shape = found.shape;
    checkServiceKey(key);
    return key;
}

} // namespace

Result<std::vector<ServiceKey>> readServiceKeys(const QByteArray &document, const QString &file)
{
    const auto found = findCredentials(document, file);
    if (!found)
        return found.error();
    std::vector<ServiceKey> keys;
    for (const auto &entry : *found)
        keys.push_back(keyOf(entry));
    return keys;
}

ServiceKey serviceKeyOf(const text::Json &credentials,
                        const QString &label,
                        const QString &name,
                        const QString &shape)
{
    return keyOf({credentials, label, name, shape, {}, {}});
}

Result<ServiceKey> readServiceKey(const QByteArray &document, ServiceKind kind, const QString &file)
{
    const auto keys = readServiceKeys(document, file);
    if (!keys)
        return keys.error();
    QStringList others;
    for (const auto &key : *keys) {
        if (key.kind == kind)
            return key;
        others << nameOf(key.kind);
    }
    return Error{
        ErrorCode::InvalidInput,
        u"The document holds no %1 key, but: %2."_s.arg(nameOf(kind), others.join(", "_L1)),
        Place{file, 1, 1}};
}

QString nameOf(ServiceKind kind)
{
    switch (kind) {
    case ServiceKind::Xsuaa:
        return u"xsuaa"_s;
    case ServiceKind::Destination:
        return u"destination"_s;
    case ServiceKind::Connectivity:
        return u"connectivity"_s;
    case ServiceKind::Identity:
        return u"identity"_s;
    case ServiceKind::Other:
        return u"other"_s;
    }
    return {};
}

QString nameOf(CredentialType type)
{
    switch (type) {
    case CredentialType::BindingSecret:
        return u"binding-secret"_s;
    case CredentialType::InstanceSecret:
        return u"instance-secret"_s;
    case CredentialType::X509:
        return u"x509"_s;
    case CredentialType::None:
        return u"none"_s;
    }
    return {};
}

TokenEndpoint tokenEndpoint(const ClientCredentials &client, const QString &zoneId)
{
    const bool certificate = !client.certificatePem.isEmpty();
    TokenEndpoint endpoint;
    if (!zoneId.isEmpty() && !client.uaaDomain.isEmpty()) {
        auto domain = client.uaaDomain;
        if (const auto at = domain.indexOf("authentication."_L1); certificate && at >= 0)
            domain.replace(at, 15, "authentication.cert."_L1);
        endpoint.url = QUrl(u"https://"_s + domain);
        endpoint.zoneHeader = zoneId;
    } else {
        endpoint.url = certificate && !client.certUrl.isEmpty() ? client.certUrl : client.url;
    }
    endpoint.url.setPath(u"/oauth/token"_s); // absolute: a path in the base falls away
    endpoint.url.setQuery(QString());
    endpoint.url.setFragment(QString());
    return endpoint;
}

} // namespace tokentrail::xsuaa
