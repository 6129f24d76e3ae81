// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/bindings.h"

#include "core/sandbox/clientauthentication.h"
#include "core/sandbox/initialstate.h"

#include <QUuid>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QUrl baseUrl(const BindingInput &input)
{
    return input.plainHttp ? input.endpoints.xsuaaHttpUrl : input.endpoints.xsuaaUrl;
}

void addCertificate(Json &json, const OAuthClient &client, const BindingInput &input)
{
    const auto made = issueClientCertificate(*input.authority,
                                             certificateNameOf(client.clientId),
                                             input.certificateDays,
                                             input.nowSeconds);
    if (!made) // cannot happen with an authority that the server's own certificate came from
        return;
    json.remove(u"clientsecret");
    // Leaf first, then who signed it, as the real keys have it.
    json.set(u"certificate"_s, QString::fromLatin1(made->pem + input.authority->pem));
    json.set(u"key"_s, QString::fromLatin1(made->keyPem.reveal()));
    json.set(u"certurl"_s, input.endpoints.xsuaaUrl.toString());
    json.set(u"credential-type"_s, u"x509"_s);
}

// Instances have no id of their own in the state; this one is always the same.
QString instanceIdOf(const OAuthClient &client)
{
    const QUuid landscape(u"6c7b6f0e-3f0c-4d0e-9b55-6a1f6f2f9d11"_s);
    return QUuid::createUuidV5(landscape, client.clientId).toString(QUuid::WithoutBraces);
}

// What every service key holds. Clients make a host name of identityzone and uaadomain together,
// and there is none under 127.0.0.1, so a key has one of them.
Json clientPart(const OAuthClient &client, const BindingInput &input)
{
    const auto zone = input.registry.zoneId();
    auto json = Json::object({{u"clientid"_s, client.clientId},
                              {u"clientsecret"_s, QString::fromUtf8(client.secret.reveal())},
                              {u"url"_s, baseUrl(input).toString()}});
    if (input.plainHttp)
        json.set(u"identityzone"_s, input.registry.subaccounts().constFirst().subdomain);
    else
        json.set(u"uaadomain"_s, input.endpoints.uaaDomain);
    for (const auto &name : {u"identityzoneid"_s, u"tenantid"_s, u"zoneid"_s, u"subaccountid"_s})
        json.set(name, zone);
    json.set(u"credential-type"_s, u"binding-secret"_s);
    if (input.authority != nullptr)
        addCertificate(json, client, input);
    return json;
}

void addXsuaa(Json &json, const OAuthClient &client, const BindingInput &input)
{
    const auto *app = input.registry.directory().application(client.appId);
    json.set(u"xsappname"_s, client.appId);
    json.set(u"tenantmode"_s, app == nullptr ? u"dedicated"_s : app->tenantMode);
    json.set(u"apiurl"_s, baseUrl(input).toString());
    json.set(u"sburl"_s, baseUrl(input).toString());
    json.set(u"serviceInstanceId"_s, instanceIdOf(client));
}

void addConnectivity(Json &json, const BindingInput &input)
{
    const auto port = QString::number(input.endpoints.proxyPort);
    json.set(u"onpremise_proxy_host"_s, input.endpoints.proxyHost);
    json.set(u"onpremise_proxy_port"_s, port);
    json.set(u"onpremise_proxy_http_port"_s, port);
    json.set(u"token_service_url"_s, baseUrl(input).toString());
}

// The service that the instance is of.
QString serviceOf(const OAuthClient &client)
{
    return client.label == "apiaccess"_L1 ? u"xsuaa"_s : client.label;
}

QString planOf(const OAuthClient &client)
{
    if (client.label == "apiaccess"_L1)
        return client.label;
    return client.label == "xsuaa"_L1 ? u"application"_s : u"lite"_s;
}

Json vcapEntry(const OAuthClient &client, const BindingInput &input)
{
    return Json::object({{u"label"_s, serviceOf(client)},
                         {u"provider"_s, Json()},
                         {u"plan"_s, planOf(client)},
                         {u"name"_s, client.instanceName},
                         {u"instance_name"_s, client.instanceName},
                         {u"binding_name"_s, Json()},
                         {u"tags"_s, Json::array(QStringList{serviceOf(client)})},
                         {u"credentials"_s, credentialsOf(client, input)},
                         {u"syslog_drain_url"_s, Json()},
                         {u"volume_mounts"_s, Json::array()}});
}

Json vcapServices(const QList<const OAuthClient *> &clients, const BindingInput &input)
{
    auto services = Json::object();
    for (const auto *client : clients)
        services.set(serviceOf(*client), Json::array());
    for (const auto *client : clients)
        services.find(serviceOf(*client))->append(vcapEntry(*client, input));
    return services;
}

// What `cds bind` would make of it under the profile hybrid, with the credentials in place.
Json cdsrcPrivate(const QList<const OAuthClient *> &clients, const BindingInput &input)
{
    auto hybrid = Json::object();
    for (const auto *client : clients) {
        const bool isAuth = client->label == "xsuaa"_L1;
        const auto name = isAuth                ? u"auth"_s
            : client->label == "destination"_L1 ? u"destinations"_s
                                                : client->label;
        auto entry = Json::object();
        if (isAuth)
            entry.set(u"kind"_s, u"xsuaa"_s);
        entry.set(u"vcap"_s,
                  Json::object({{u"label"_s, client->label}, {u"name"_s, client->instanceName}}));
        entry.set(u"credentials"_s, credentialsOf(*client, input));
        hybrid.set(name, entry);
    }
    return Json::object({{u"requires"_s, Json::object({{u"[hybrid]"_s, hybrid}})}});
}

Result<QList<const OAuthClient *>> chosen(const Registry &registry, const QString &service)
{
    const auto name = service.isEmpty() ? QString::fromLatin1(sampleName) : service;
    if (const auto *app = registry.directory().application(name)) {
        QList<const OAuthClient *> clients;
        if (const auto *client = registry.clientOfApp(app->appId))
            clients.append(client);
        for (const auto &client : registry.clients()) {
            if (client.label == "destination"_L1 || client.label == "connectivity"_L1)
                clients.append(&client);
        }
        return clients;
    }
    for (const auto &client : registry.clients()) {
        const bool byLabel = client.label == name
            && (client.appId.isEmpty() || client.appId == QLatin1StringView(sampleAppId));
        if (client.instanceName == name || client.clientId == name || byLabel)
            return QList<const OAuthClient *>{&client};
    }
    QStringList known;
    for (const auto &client : registry.clients())
        known.append(client.instanceName);
    return Error{
        ErrorCode::NotFound,
        u"There is no service instance %1; there are %2."_s.arg(service, known.join(u", "_s))};
}

} // namespace

Json credentialsOf(const OAuthClient &client, const BindingInput &input)
{
    auto json = clientPart(client, input);
    if (client.label == "xsuaa"_L1)
        addXsuaa(json, client, input);
    else if (client.label == "apiaccess"_L1)
        json.set(u"apiurl"_s, baseUrl(input).toString());
    else if (client.label == "destination"_L1)
        json.set(u"uri"_s, input.endpoints.destinationUri.toString());
    else if (client.label == "connectivity"_L1)
        addConnectivity(json, input);
    const bool isService = client.label != "xsuaa"_L1 && client.label != "apiaccess"_L1;
    if (isService) {
        json.set(u"xsappname"_s, client.clientId.sliced(3));
        json.set(u"instanceid"_s, instanceIdOf(client));
        json.set(u"tenantmode"_s, u"dedicated"_s);
    }
    if (client.label != "apiaccess"_L1)
        json.set(u"verificationkey"_s, QString::fromLatin1(input.verificationKeyPem));
    return json;
}

Result<Json>
bindingDocument(const BindingInput &input, BindingFormat format, const QString &service)
{
    const auto clients = chosen(input.registry, service);
    if (!clients)
        return clients.error();
    switch (format) {
    case BindingFormat::DefaultEnv:
        return Json::object({{u"VCAP_SERVICES"_s, vcapServices(*clients, input)}});
    case BindingFormat::Vcap:
        return vcapServices(*clients, input);
    case BindingFormat::ServiceKey:
        return credentialsOf(*clients->constFirst(), input);
    case BindingFormat::CdsrcPrivate:
        return cdsrcPrivate(*clients, input);
    }
    return Json();
}

std::optional<BindingFormat> bindingFormatFromName(QStringView name)
{
    if (name == "default-env"_L1)
        return BindingFormat::DefaultEnv;
    if (name == "vcap"_L1)
        return BindingFormat::Vcap;
    if (name == "service-key"_L1)
        return BindingFormat::ServiceKey;
    if (name == "cdsrc-private"_L1)
        return BindingFormat::CdsrcPrivate;
    return std::nullopt;
}

} // namespace tokentrail::sandbox
