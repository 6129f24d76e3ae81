// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/identityproviders.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json ownProvider(const Registry &registry)
{
    const auto origin = QString::fromLatin1(xsuaa::defaultOrigin);
    return Json::object(
        {{u"id"_s, origin},
         {u"originKey"_s, origin},
         {u"name"_s, u"Default identity provider"_s},
         {u"type"_s, u"oidc1.0"_s},
         {u"config"_s, Json::object({{u"providerDescription"_s, u"Users of the sandbox"_s}})},
         {u"version"_s, 0},
         {u"active"_s, true},
         {u"identityZoneId"_s, registry.zoneId()}});
}

} // namespace

QList<Json> identityProviders(const Registry &registry)
{
    QList<Json> list{ownProvider(registry)};
    for (auto provider : registry.items(kind::identityProvider)) {
        provider.remove(u"Name");
        list.append(provider);
    }
    return list;
}

std::optional<Json> identityProvider(const Registry &registry, const QString &idOrOrigin)
{
    for (const auto &provider : identityProviders(registry)) {
        if (provider[u"id"].toString() == idOrOrigin
            || provider[u"originKey"].toString() == idOrOrigin)
            return provider;
    }
    return std::nullopt;
}

std::optional<bool> isProviderActive(const Registry &registry, const QString &origin)
{
    const auto provider = identityProvider(registry, origin);
    return provider ? std::optional((*provider)[u"active"].toBool(true)) : std::nullopt;
}

} // namespace tokentrail::sandbox
