// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qint64 perPage = 100; // where pages have numbers

Document collectionDocument(const xsuaa::RoleCollection &collection)
{
    return document(kind::roleCollection, collection.name, xsuaa::toJson(collection));
}

http::Response noCollection(const QString &name)
{
    return missing(u"There is no role collection %1."_s.arg(name));
}

CollectionParts partsOf(const AdminRequest &request)
{
    return {request.flag(u"showRoles"), request.flag(u"showUsers"), request.flag(u"showGroups")};
}

Json slice(const Registry &registry, const AdminRequest &request, qint64 skip, qint64 top)
{
    const auto name = request.request.queryItem(u"name");
    const auto readOnly = request.request.queryItem(u"readOnly");
    auto list = Json::array();
    const CollectionShaper shaper(registry.directory(), request.zoneId, partsOf(request));
    qint64 seen = 0;
    for (const auto &collection : registry.directory().roleCollections) {
        if (!name.isEmpty() && collection.name != name)
            continue;
        if (!readOnly.isEmpty() && collection.readOnly != request.flag(u"readOnly"))
            continue;
        if (seen++ < skip)
            continue;
        if (top >= 0 && list.size() >= top)
            break;
        list.append(shaper.shape(collection));
    }
    return list;
}

// A number in the query that must be one; -1 where it is absent.
std::optional<qint64> numberIn(const AdminRequest &request, QStringView name)
{
    const auto text = request.request.queryItem(name);
    if (text.isEmpty())
        return -1;
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

http::Response listCollections(Registry &registry, const AdminRequest &request)
{
    const auto skip = numberIn(request, u"skip");
    const auto top = numberIn(request, u"top");
    if (!skip || !top)
        return badRequest(u"skip and top must be numbers."_s);
    return jsonAnswer(200, slice(registry, request, std::max<qint64>(*skip, 0), *top));
}

http::Response collectionPage(Registry &registry, const AdminRequest &request)
{
    bool isNumber = true;
    const auto page = request.names.isEmpty() ? 0 : request.names[0].toLongLong(&isNumber);
    if (!isNumber || page < 0)
        return badRequest(u"The page must be a number."_s);
    return jsonAnswer(200, slice(registry, request, page * perPage, perPage));
}

http::Response oneCollection(Registry &registry, const AdminRequest &request)
{
    const auto *collection = registry.directory().roleCollection(request.names.constFirst());
    if (collection == nullptr)
        return noCollection(request.names.constFirst());
    const CollectionParts parts{request.flag(u"withRoles", true),
                                request.flag(u"withUsers", true),
                                request.flag(u"withGroups", true)};
    const CollectionShaper shaper(registry.directory(), request.zoneId, parts);
    return jsonAnswer(200, shaper.shape(*collection));
}

http::Response createCollection(Registry &registry, const AdminRequest &request)
{
    const auto collection = xsuaa::roleCollectionFromJson(request.body);
    if (!collection)
        return badRequest(collection.error().sentence);
    if (collection->name.trimmed().isEmpty())
        return badRequest(u"The role collection has no name."_s);
    if (registry.directory().roleCollection(collection->name) != nullptr)
        return refused({ErrorCode::Conflict,
                        u"The role collection %1 exists already."_s.arg(collection->name)});
    for (const auto &role : collection->roles) {
        if (!registry.directory().role(role))
            return missing(u"There is no role %1."_s.arg(role.roleName));
    }
    auto made = *collection;
    made.readOnly = false;
    if (const auto stored = registry.change({collectionDocument(made)}); !stored)
        return refused(stored.error());
    const CollectionShaper shaper(registry.directory(), request.zoneId, {});
    return jsonAnswer(201, shaper.shape(made));
}

http::Response describeCollection(Registry &registry, const AdminRequest &request)
{
    const auto *found = registry.directory().roleCollection(request.names.constFirst());
    if (found == nullptr)
        return noCollection(request.names.constFirst());
    auto collection = *found;
    collection.description = request.body[u"description"].toString();
    return done(registry.change({collectionDocument(collection)}), 200, Json::object());
}

http::Response deleteCollection(Registry &registry, const AdminRequest &request)
{
    return done(registry.removeRoleCollection(request.names.constFirst()), 200, Json::object());
}

http::Response createMany(Registry &registry, const AdminRequest &request)
{
    std::vector<Document> changes;
    for (const auto &item : request.body[u"roleCollections"].elements()) {
        const auto collection = xsuaa::roleCollectionFromJson(item);
        if (!collection)
            return badRequest(collection.error().sentence);
        if (registry.directory().roleCollection(collection->name) != nullptr)
            return badRequest(u"The role collection %1 exists already."_s.arg(collection->name));
        changes.push_back(collectionDocument(*collection));
    }
    return done(registry.change(changes), 201, Json::object());
}

http::Response deleteMany(Registry &registry, const AdminRequest &request)
{
    const auto names = request.body[u"roleCollections"].toStringList();
    for (const auto &name : names) {
        if (registry.directory().roleCollection(name) == nullptr)
            return noCollection(name);
    }
    for (const auto &name : names) {
        if (const auto removed = registry.removeRoleCollection(name); !removed)
            return refused(removed.error());
    }
    http::Response response;
    response.status = 204;
    return response;
}

http::Response rolesOfCollection(Registry &registry, const AdminRequest &request)
{
    const auto *collection = registry.directory().roleCollection(request.names.constFirst());
    if (collection == nullptr)
        return noCollection(request.names.constFirst());
    auto list = Json::array();
    for (const auto &reference : collection->roles) {
        if (const auto role = registry.directory().role(reference))
            list.append(roleShape(registry.directory(), *role));
    }
    return jsonAnswer(200, list);
}

// The roles that a request is about: one in the path, or several in the body.
QList<xsuaa::RoleReference> rolesIn(const AdminRequest &request)
{
    if (request.names.size() == 4)
        return {{request.names.at(1), request.names.at(3), request.names.at(2)}};
    QList<xsuaa::RoleReference> roles;
    for (const auto &item : request.body.elements())
        roles.append({item[u"roleTemplateAppId"].toString(),
                      item[u"roleTemplateName"].toString(),
                      item[u"name"].toString()});
    return roles;
}

http::Response addRoles(Registry &registry, const AdminRequest &request)
{
    const auto *found = registry.directory().roleCollection(request.names.constFirst());
    if (found == nullptr)
        return noCollection(request.names.constFirst());
    auto collection = *found;
    for (const auto &role : rolesIn(request)) {
        if (!registry.directory().role(role))
            return missing(u"There is no role %1 of the template %2 of %3."_s.arg(
                role.roleName, role.templateName, role.appId));
        if (!collection.roles.contains(role))
            collection.roles.append(role);
    }
    return done(registry.change({collectionDocument(collection)}), 200, Json::object());
}

http::Response removeRoles(Registry &registry, const AdminRequest &request)
{
    const auto *found = registry.directory().roleCollection(request.names.constFirst());
    if (found == nullptr)
        return noCollection(request.names.constFirst());
    auto collection = *found;
    for (const auto &role : rolesIn(request)) {
        if (collection.roles.removeAll(role) == 0)
            return missing(u"The role collection does not hold the role %1."_s.arg(role.roleName));
    }
    return done(registry.change({collectionDocument(collection)}), 200, Json::object());
}

http::Response collectionsOfRole(Registry &registry, const AdminRequest &request)
{
    const xsuaa::RoleReference role{request.names.at(0), request.names.at(1), request.names.at(2)};
    auto list = Json::array();
    const CollectionShaper shaper(registry.directory(), request.zoneId, {true, false, false});
    for (const auto &collection : registry.directory().roleCollections) {
        if (collection.roles.contains(role))
            list.append(shaper.shape(collection));
    }
    return jsonAnswer(200, list);
}

} // namespace

QList<AdminRow> adminCollectionRows()
{
    static constexpr auto all = "/sap/rest/authorization/v2/rolecollections";
    static constexpr auto bulk = "/sap/rest/authorization/v2/rolecollections/bulk";
    static constexpr auto one = "/sap/rest/authorization/v2/rolecollections/{name}";
    static constexpr auto roles = "/sap/rest/authorization/v2/rolecollections/{name}/roles";
    static constexpr auto role =
        "/sap/rest/authorization/v2/rolecollections/{name}/roles/{appId}/{role}/{template}";
    return {{"GET", all, listCollections},
            {"POST", all, createCollection},
            {"POST", bulk, createMany},
            {"DELETE", bulk, deleteMany},
            {"GET", "/sap/rest/authorization/v2/rolecollections/pages", collectionPage},
            {"GET", "/sap/rest/authorization/v2/rolecollections/pages/", collectionPage},
            {"GET", "/sap/rest/authorization/v2/rolecollections/pages/{pageId}", collectionPage},
            {"GET",
             "/sap/rest/authorization/v2/rolecollections/roles/{appId}/{template}/{role}",
             collectionsOfRole},
            {"GET", one, oneCollection},
            {"PUT", one, describeCollection},
            {"DELETE", one, deleteCollection},
            {"GET", roles, rolesOfCollection},
            {"PUT", roles, addRoles},
            {"DELETE", roles, removeRoles},
            {"PUT", role, addRoles},
            {"DELETE", role, removeRoles}};
}

} // namespace tokentrail::sandbox
