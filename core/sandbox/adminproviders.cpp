// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"
#include "core/sandbox/identityproviders.h"
#include "core/sandbox/randomtext.h"

#include <QDateTime>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

http::Response noProvider(const QString &name)
{
    return missing(u"There is no identity provider %1."_s.arg(name));
}

bool isOwn(const Json &provider)
{
    return provider[u"originKey"].toString() == QLatin1StringView(xsuaa::defaultOrigin);
}

http::Response readOnly()
{
    return jsonAnswer(403,
                      Json::object({{u"error"_s, u"access_denied"_s},
                                    {u"error_description"_s,
                                     u"The default identity provider cannot be changed."_s}}));
}

// What is wrong with a definition; empty: nothing.
QString problemOf(const Json &wanted)
{
    for (const auto &name : {u"name"_s, u"originKey"_s, u"type"_s}) {
        if (wanted[name].toString().isEmpty())
            return u"The identity provider has no %1."_s.arg(name);
    }
    if (wanted.contains(u"active") && !wanted[u"active"].isBool())
        return u"active is true or false."_s;
    if (wanted.contains(u"config") && !wanted[u"config"].isObject())
        return u"config must be an object."_s;
    return {};
}

// The members that a caller may set, over those that stand there.
Json merged(Json provider, const Json &wanted)
{
    for (const auto &name : {u"originKey"_s, u"name"_s, u"type"_s, u"config"_s, u"active"_s}) {
        if (wanted.contains(name))
            provider.set(name, wanted[name]);
    }
    provider.set(u"last_modified"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    return provider;
}

http::Response store(Registry &registry, const Json &provider, int status)
{
    auto stored = provider;
    stored.set(u"Name"_s, provider[u"id"]);
    const auto done =
        registry.change({document(kind::identityProvider, provider[u"id"].toString(), stored)});
    return done ? jsonAnswer(status, provider) : refused(done.error());
}

http::Response list(Registry &registry, const AdminRequest &request)
{
    auto shapes = Json::array();
    for (const auto &provider : identityProviders(registry)) {
        if (!request.flag(u"activeOnly") || provider[u"active"].toBool(true))
            shapes.append(provider);
    }
    return jsonAnswer(200, shapes);
}

http::Response one(Registry &registry, const AdminRequest &request)
{
    const auto provider = identityProvider(registry, request.names[0]);
    return provider ? jsonAnswer(200, *provider) : noProvider(request.names[0]);
}

http::Response create(Registry &registry, const AdminRequest &request)
{
    const auto &wanted = request.body;
    if (const auto problem = problemOf(wanted); !problem.isEmpty())
        return badRequest(problem);
    const auto origin = wanted[u"originKey"].toString();
    if (identityProvider(registry, origin))
        return refused(
            Error{ErrorCode::Conflict, u"There is an identity provider %1 already."_s.arg(origin)});
    const auto provider =
        Json::object({{u"id"_s, randomHex(16)},
                      {u"version"_s, 0},
                      {u"created"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                      {u"active"_s, true},
                      {u"identityZoneId"_s, request.zoneId}});
    return store(registry, merged(provider, wanted), 201);
}

http::Response replace(Registry &registry, const AdminRequest &request)
{
    auto provider = identityProvider(registry, request.names[0]);
    if (!provider)
        return noProvider(request.names[0]);
    if (isOwn(*provider))
        return readOnly();
    if (const auto problem = problemOf(request.body); !problem.isEmpty())
        return badRequest(problem);
    if (request.body[u"originKey"].toString() != (*provider)[u"originKey"].toString())
        return badRequest(u"The originKey of an identity provider stays what it is."_s);
    provider->set(u"version"_s, (*provider)[u"version"].toInteger() + 1);
    return store(registry, merged(*provider, request.body), 200);
}

http::Response removeOne(Registry &registry, const AdminRequest &request)
{
    const auto provider = identityProvider(registry, request.names[0]);
    if (!provider)
        return noProvider(request.names[0]);
    if (isOwn(*provider))
        return readOnly();
    const auto done =
        registry.change({document(kind::identityProvider, (*provider)[u"id"].toString())});
    return done ? jsonAnswer(200, *provider) : refused(done.error());
}

// What btp lists as a trust configuration.
http::Response forBtp(Registry &registry, const AdminRequest &request)
{
    const auto found = identityProvider(registry, request.names[0]);
    if (!found)
        return noProvider(request.names[0]);
    const auto &provider = *found;
    const bool active = provider[u"active"].toBool(true);
    return jsonAnswer(
        200,
        Json::object({{u"name"_s, provider[u"name"]},
                      {u"originKey"_s, provider[u"originKey"]},
                      {u"typeOfTrust"_s, u"Application"_s},
                      {u"status"_s, active ? u"active"_s : u"inactive"_s},
                      {u"description"_s, provider[u"config"][u"providerDescription"].toString()},
                      {u"protocol"_s,
                       provider[u"type"].toString() == "saml"_L1 ? u"SAML"_s : u"OpenID Connect"_s},
                      {u"readOnly"_s, isOwn(provider)}}));
}

// No tenant of an identity authentication service stands beside the sandbox.
http::Response noTenants(Registry &, const AdminRequest &)
{
    return jsonAnswer(200, Json::array());
}

http::Response noTenant(Registry &, const AdminRequest &)
{
    return missing(u"The subaccount trusts no tenant of Identity Authentication."_s);
}

} // namespace

QList<AdminRow> adminProviderRows()
{
#define PROVIDERS "/sap/rest/identity-providers"
    return {{"GET", PROVIDERS, list},
            {"POST", PROVIDERS, create},
            {"HEAD", PROVIDERS "/btpcli/originKey/{originKey}", forBtp},
            {"OPTIONS", PROVIDERS "/btpcli/originKey/{originKey}", forBtp},
            {"GET", PROVIDERS "/ias", noTenants},
            {"GET", PROVIDERS "/ias/status", noTenant},
            {"GET", PROVIDERS "/ias/{tenantURL}", noTenant},
            {"DELETE", PROVIDERS "/originKey/{originKey}", removeOne},
            {"GET", PROVIDERS "/{id}", one},
            {"PUT", PROVIDERS "/{id}", replace},
            {"DELETE", PROVIDERS "/{id}", removeOne}};
#undef PROVIDERS
}

} // namespace tokentrail::sandbox
