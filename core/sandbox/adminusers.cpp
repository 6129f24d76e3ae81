// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"
#include "core/xsuaa/authorizations.h"

#include <QSet>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

http::Response noUser(const QString &name)
{
    return missing(u"There is no user %1."_s.arg(name));
}

// Names of collections that are gone would make the change fail.
xsuaa::User cleaned(const Registry &registry, xsuaa::User user)
{
    user.roleCollections.removeIf(
        [&](const QString &name) { return registry.directory().roleCollection(name) == nullptr; });
    return user;
}

xsuaa::User fromShape(const Json &json)
{
    xsuaa::User user;
    user.id = json[u"id"].toString();
    user.userName = json[u"username"].toString(json[u"userName"].toString());
    user.origin = json[u"origin"].toString(user.origin);
    user.email = json[u"email"].toString();
    user.givenName = json[u"givenName"].toString(json[u"name"][u"givenName"].toString());
    user.familyName = json[u"familyName"].toString(json[u"name"][u"familyName"].toString());
    user.roleCollections = json[u"roleCollections"].toStringList();
    if (user.email.isEmpty() && !json[u"emails"].elements().empty())
        user.email = json[u"emails"].elements().front()[u"value"].toString();
    return user;
}

http::Response assign(Registry &registry, const AdminRequest &request)
{
    const auto &origin = request.names.at(0);
    const auto &name = request.names.at(1);
    const auto &collection = request.names.at(2);
    if (registry.directory().roleCollection(collection) == nullptr)
        return missing(u"There is no role collection %1."_s.arg(collection));
    xsuaa::User user;
    if (const auto *known = registry.user(name, origin)) {
        user = cleaned(registry, *known);
    } else {
        if (!request.flag(u"createUserIfMissing"))
            return noUser(name);
        user.userName = name;
        user.origin = origin;
    }
    if (!user.roleCollections.contains(collection))
        user.roleCollections.append(collection);
    return done(registry.putUser(xsuaa::toJson(user)), 200, Json::object());
}

http::Response unassign(Registry &registry, const AdminRequest &request)
{
    const auto *known = registry.user(request.names.at(1), request.names.at(0));
    if (known == nullptr)
        return noUser(request.names.at(1));
    auto user = cleaned(registry, *known);
    if (user.roleCollections.removeAll(request.names.at(2)) == 0)
        return missing(u"%1 does not have the role collection %2."_s.arg(request.names.at(1),
                                                                         request.names.at(2)));
    const auto stored = registry.putUser(xsuaa::toJson(user));
    return done(stored, 200, userShape(user, request.zoneId));
}

http::Response origins(Registry &registry, const AdminRequest &)
{
    QStringList list{QString::fromLatin1(xsuaa::defaultOrigin)};
    QSet<QString> seen(list.begin(), list.end());
    for (const auto &user : registry.directory().users) {
        if (!seen.contains(user.origin)) {
            seen.insert(user.origin);
            list.append(user.origin);
        }
    }
    return jsonAnswer(200, Json::array(list));
}

http::Response namesOfOrigin(Registry &registry, const AdminRequest &request)
{
    const bool details = request.flag(u"details");
    const auto filter = request.request.queryItem(u"filter");
    auto list = Json::array();
    for (const auto &user : registry.directory().users) {
        if (user.origin != request.names.constFirst() || !user.userName.contains(filter))
            continue;
        list.append(details ? userShape(user, request.zoneId) : Json(user.userName));
    }
    return jsonAnswer(200, Json::object({{u"users"_s, list}}));
}

http::Response userByName(Registry &registry, const AdminRequest &request)
{
    const auto *user = registry.user(request.names.at(1), request.names.at(0));
    return user == nullptr ? noUser(request.names.at(1))
                           : jsonAnswer(200, userShape(*user, request.zoneId));
}

http::Response userById(Registry &registry, const AdminRequest &request)
{
    const auto *user = registry.userById(request.names.constFirst());
    return user == nullptr ? noUser(request.names.constFirst())
                           : jsonAnswer(200, userShape(*user, request.zoneId));
}

http::Response deleteByName(Registry &registry, const AdminRequest &request)
{
    const auto *user = registry.user(request.names.at(1), request.names.at(0));
    return user == nullptr ? noUser(request.names.at(1))
                           : done(registry.removeUser(keyOf(*user)), 200, Json::object());
}

http::Response deleteById(Registry &registry, const AdminRequest &request)
{
    const auto *user = registry.userById(request.names.constFirst());
    return user == nullptr ? noUser(request.names.constFirst())
                           : done(registry.removeUser(keyOf(*user)), 200, Json::object());
}

http::Response putUser(Registry &registry, const AdminRequest &request)
{
    auto user = fromShape(request.body);
    if (user.userName.isEmpty())
        return badRequest(u"The user has no name."_s);
    const auto *known = registry.user(user.userName, user.origin);
    if (request.request.method == "PUT" && known == nullptr)
        return noUser(user.userName);
    if (known != nullptr) {
        const auto wanted = user;
        if (request.flag(u"onlyRoleCollections"))
            user = *known;
        user.attributes = known->attributes;
        user.groups = known->groups;
        user.roleCollections = request.body.contains(u"roleCollections") ? wanted.roleCollections
                                                                         : known->roleCollections;
    }
    if (const auto stored = registry.putUser(xsuaa::toJson(user)); !stored)
        return refused(stored.error());
    return jsonAnswer(200, userShape(*registry.user(user.userName, user.origin), request.zoneId));
}

http::Response putMany(Registry &registry, const AdminRequest &request)
{
    for (const auto &item : request.body.elements()) {
        if (const auto stored = registry.putUser(xsuaa::toJson(fromShape(item))); !stored)
            return refused(stored.error());
    }
    return jsonAnswer(200, Json::object());
}

http::Response collectionsOfUser(Registry &registry, const AdminRequest &request)
{
    const auto *user = registry.userById(request.names.constFirst());
    if (user == nullptr)
        return noUser(request.names.constFirst());
    auto byGroup = xsuaa::roleCollectionsOf(registry.directory(), *user);
    byGroup.removeIf([&](const QString &name) { return user->roleCollections.contains(name); });
    return jsonAnswer(200,
                      Json::object({{u"roleCollections"_s, Json::array(user->roleCollections)},
                                    {u"roleCollectionsBySamlAssignment"_s, Json::array(byGroup)}}));
}

// SCIM counts from 1 (RFC 7644 §3.4.2.4).
Json searchResults(const AdminRequest &request,
                   qsizetype all,
                   const std::function<Json(qsizetype)> &shape)
{
    const auto number = [&](QStringView name, qint64 fallback) {
        bool isNumber = false;
        const auto value = request.request.queryItem(name).toLongLong(&isNumber);
        return isNumber ? value : fallback;
    };
    const auto start = std::max<qint64>(1, number(u"startIndex", 1));
    const auto count = std::clamp<qint64>(number(u"count", 100), 0, 500);
    auto resources = Json::array();
    for (auto i = start - 1; i < all && resources.size() < count; ++i)
        resources.append(shape(qsizetype(i)));
    const auto items = qint64(resources.size());
    return Json::object({{u"resources"_s, resources},
                         {u"startIndex"_s, start},
                         {u"itemsPerPage"_s, items},
                         {u"totalResults"_s, qint64(all)},
                         {u"schemas"_s, Json::array(QStringList{u"urn:scim:schemas:core:1.0"_s})}});
}

http::Response scimUsers(Registry &registry, const AdminRequest &request)
{
    const auto &users = registry.directory().users;
    return jsonAnswer(200, searchResults(request, users.size(), [&](qsizetype i) {
                          return scimUserShape(users.at(i), request.zoneId);
                      }));
}

// In the XSUAA a group of SCIM is a role collection.
http::Response scimGroups(Registry &registry, const AdminRequest &request)
{
    const auto &collections = registry.directory().roleCollections;
    return jsonAnswer(
        200, searchResults(request, collections.size(), [&](qsizetype i) {
            const auto &collection = collections.at(i);
            return Json::object(
                {{u"id"_s, collection.name},
                 {u"displayName"_s, collection.name},
                 {u"description"_s, collection.description},
                 {u"zoneId"_s, request.zoneId},
                 {u"schemas"_s, Json::array(QStringList{u"urn:scim:schemas:core:1.0"_s})}});
        }));
}

http::Response createScimUser(Registry &registry, const AdminRequest &request)
{
    const auto user = fromShape(request.body);
    if (user.userName.isEmpty())
        return badRequest(u"The user has no name."_s);
    if (const auto stored = registry.putUser(xsuaa::toJson(user)); !stored)
        return refused(stored.error());
    return jsonAnswer(201,
                      scimUserShape(*registry.user(user.userName, user.origin), request.zoneId));
}

} // namespace

QList<AdminRow> adminUserRows()
{
    static constexpr auto named = "/sap/rest/user/origin/{origin}/name/{userName}";
    static constexpr auto assignment =
        "/sap/rest/user/origin/{origin}/name/{userName}/rolecollections/{name}";
    return {
        {"GET", "/Users", scimUsers},
        {"POST", "/Users", createScimUser},
        {"GET", "/Groups", scimGroups},
        {"POST", "/sap/rest/user", putUser},
        {"PUT", "/sap/rest/user", putUser},
        {"POST", "/sap/rest/user/bulk", putMany},
        {"GET", "/sap/rest/user/id/{id}", userById},
        {"DELETE", "/sap/rest/user/id/{id}", deleteById},
        {"GET", "/sap/rest/user/origin", origins},
        {"GET", "/sap/rest/user/origin/{origin}/name", namesOfOrigin},
        {"GET", named, userByName},
        {"DELETE", named, deleteByName},
        {"PUT", assignment, assign},
        {"DELETE", assignment, unassign},
        {"GET", "/sap/rest/authorization/v2/users/{userId}/rolecollections", collectionsOfUser}};
}

} // namespace tokentrail::sandbox
