// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/text/json.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace tokentrail::xsuaa {

enum class ServiceKind { Xsuaa, Destination, Connectivity, Identity, Other };
enum class CredentialType { BindingSecret, InstanceSecret, X509, None };

// What makes an OAuth client towards XSUAA. Every service key holds one.
struct ClientCredentials
{
    QString clientId;
    Secret clientSecret;
    QByteArray certificatePem; // with the X.509 kind
    Secret keyPem;
    QUrl url; // of the token service: "https://dev.authentication.…"
    QUrl certUrl; // its mutual-TLS twin
    QString
        uaaDomain; // "authentication.eu10.hana.ondemand.com", "127.0.0.1:4601"; empty in XSA-like keys
    QString
        zoneId; // of the subaccount; keys call it zoneid, identityzoneid, tenantid, subaccountid
    QString identityZone; // subdomain
};

// A service key or binding, whatever container it came in.
struct ServiceKey
{
    ServiceKind kind = ServiceKind::Other;
    QString label; // "xsuaa", "destination", "connectivity", …
    QString name; // of the instance, where the container says it
    ClientCredentials client;
    CredentialType credentialType = CredentialType::None;
    QString xsappname; // xsuaa
    QByteArray verificationKeyPem; // xsuaa, XSA-like
    QUrl destinationUri; // destination
    QString proxyHost; // connectivity
    quint16 proxyPort = 0;
    text::Json credentials; // as they stood there

    QString
        shape; // how it was wrapped: "service-key", "cf service-key", "VCAP_SERVICES", "default-env.json", …
    std::vector<Error> problems; // what is missing, odd or was repaired
    QStringList repairs; // what reading has mended, in a sentence each
};

// All keys in a document of any known shape: bare credentials, {"credentials":{…}} (also twice),
// VCAP_SERVICES, default-env.json, .cdsrc-private.json, a service list, a Kubernetes secret as
// JSON or YAML, lines as btp prints them, Base64 around any of them. Text before the first brace
// (as `cf service-key` prints) is skipped and told.
Result<std::vector<ServiceKey>> readServiceKeys(const QByteArray &document,
                                                const QString &file = {});
// The first of that kind.
Result<ServiceKey>
readServiceKey(const QByteArray &document, ServiceKind kind, const QString &file = {});

// From credentials alone, as they were kept.
ServiceKey serviceKeyOf(const text::Json &credentials,
                        const QString &label,
                        const QString &name,
                        const QString &shape);

QString nameOf(ServiceKind kind);
QString nameOf(CredentialType type); // "binding-secret", "instance-secret", "x509", "none"

// Where tokens come from (the rule of @sap/xssec 4): zone and uaadomain known → https://{uaadomain}
// with header x-zid; X.509 → certurl; otherwise url. Path included.
struct TokenEndpoint
{
    QUrl url;
    QString zoneHeader; // value of x-zid; empty: not sent
};
TokenEndpoint tokenEndpoint(const ClientCredentials &client, const QString &zoneId = {});

} // namespace tokentrail::xsuaa
