// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/issuer.h"

#include "core/sandbox/control.h"
#include "core/sandbox/directorysnapshot.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

std::optional<xsuaa::Directory> directoryOf(const Json &users, const Json &roleCollections)
{
    xsuaa::Directory directory;
    for (const auto &json : users.elements()) {
        if (auto user = xsuaa::userFromJson(json))
            directory.users.append(*user);
    }
    for (const auto &json : roleCollections.elements()) {
        if (auto collection = xsuaa::roleCollectionFromJson(json, &directory.roles))
            directory.roleCollections.append(*collection);
    }
    return directory.users.isEmpty() ? std::nullopt : std::optional(directory);
}

bool Issuer::issued(const jose::DecodedToken &token) const
{
    return !url.isEmpty() && token.claims[u"iss"].toString() == url;
}

Issuer issuerOf(const QString &stateDir)
{
    const auto ask = [&stateDir](const QString &verb, const Json &arguments = Json::object()) {
        return sandbox::callSandbox(stateDir, verb, arguments).value_or(Json());
    };
    Issuer issuer;
    const auto url = ask(u"endpoints"_s)[u"xsuaa"][u"url"].toString();
    if (url.isEmpty())
        return issuer;
    issuer.url = url + u"/oauth/token"_s;
    if (auto keys = jose::JwkSet::fromJson(ask(u"key-set"_s)))
        issuer.keys = std::move(*keys);
    const auto directory =
        sandbox::readDirectory([&stateDir](const QString &verb, const Json &arguments) {
            return sandbox::callSandbox(stateDir, verb, arguments);
        });
    if (directory && !directory->users.isEmpty())
        issuer.directory = *directory;
    if (ask(u"app.list"_s).size() != 1)
        return issuer;
    const auto bindings = ask(u"bindings"_s, Json::object({{u"format"_s, u"service-key"_s}}));
    if (auto key = xsuaa::readServiceKey(bindings.toCompact(), xsuaa::ServiceKind::Xsuaa))
        issuer.key = std::move(*key);
    return issuer;
}

void testify(const Issuer &issuer, diagnosis::Case &about)
{
    if (!about.token || !issuer.issued(*about.token))
        return;
    if (!about.keys)
        about.keys = issuer.keys;
    if (!about.key)
        about.key = issuer.key;
    if (!about.directory)
        about.directory = issuer.directory;
}

} // namespace tokentrail::ctl
