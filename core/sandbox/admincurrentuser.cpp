// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"
#include "core/xsuaa/authorizations.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Of the person in the caller's token; null: it is a client alone.
const xsuaa::User *caller(const Registry &registry, const AdminRequest &request)
{
    return registry.userById(request.claims[u"user_id"].toString());
}

http::Response nobody()
{
    return badRequest(u"The token names no user."_s);
}

Json shape(const Registry &registry, const xsuaa::User &user)
{
    auto byGroup = xsuaa::roleCollectionsOf(registry.directory(), user);
    byGroup.removeIf([&](const QString &name) { return user.roleCollections.contains(name); });
    return Json::object({{u"roleCollections"_s, Json::array(user.roleCollections)},
                         {u"roleCollectionsBySamlAssignment"_s, Json::array(byGroup)}});
}

http::Response read(Registry &registry, const AdminRequest &request)
{
    const auto *user = caller(registry, request);
    return user ? jsonAnswer(200, shape(registry, *user)) : nobody();
}

http::Response change(Registry &registry, const AdminRequest &request, bool assign)
{
    const auto *known = caller(registry, request);
    if (!known)
        return nobody();
    auto user = *known;
    for (const auto &name : request.body[u"roleCollections"].toStringList()) {
        if (!registry.directory().roleCollection(name))
            return missing(u"There is no role collection %1."_s.arg(name));
        user.roleCollections.removeAll(name);
        if (assign)
            user.roleCollections.append(name);
    }
    if (const auto stored = registry.putUser(xsuaa::toJson(user)); !stored)
        return refused(stored.error());
    return read(registry, request);
}

http::Response assign(Registry &registry, const AdminRequest &request)
{
    return change(registry, request, true);
}

http::Response unassign(Registry &registry, const AdminRequest &request)
{
    return change(registry, request, false);
}

// How often an application is bound; the sandbox binds each once.
http::Response usage(Registry &registry, const AdminRequest &request)
{
    const auto *client = registry.client(request.claims[u"cid"].toString());
    if (!client || !registry.directory().application(client->appId))
        return missing(u"The client belongs to no application."_s);
    return jsonAnswer(200,
                      Json::object({{u"appId"_s, client->appId},
                                    {u"subscriptions"_s, Json::array()},
                                    {u"cloneSubscriptions"_s, Json::array()}}));
}

// In the XSUAA a group of SCIM is a role collection.
http::Response createGroup(Registry &registry, const AdminRequest &request)
{
    const auto name = request.body[u"displayName"].toString();
    if (name.isEmpty())
        return badRequest(u"The group has no displayName."_s);
    if (registry.directory().roleCollection(name))
        return refused(
            Error{ErrorCode::Conflict, u"There is a role collection %1 already."_s.arg(name)});
    const auto description = request.body[u"description"].toString();
    const auto stored = registry.putRoleCollection(
        Json::object({{u"name"_s, name}, {u"description"_s, description}}));
    if (!stored)
        return refused(stored.error());
    return jsonAnswer(
        201,
        Json::object({{u"id"_s, name},
                      {u"displayName"_s, name},
                      {u"description"_s, description},
                      {u"zoneId"_s, request.zoneId},
                      {u"schemas"_s, Json::array(QStringList{u"urn:scim:schemas:core:1.0"_s})}}));
}

} // namespace

QList<AdminRow> adminCurrentUserRows()
{
#define V2 "/sap/rest/authorization/v2"
    return {{"GET", V2 "/users/current/rolecollections", read},
            {"POST", V2 "/users/current/rolecollections", assign},
            {"DELETE", V2 "/users/current/rolecollections", unassign},
            {"GET", V2 "/ownapp/usage", usage},
            {"POST", "/Groups", createGroup}};
#undef V2
}

} // namespace tokentrail::sandbox
