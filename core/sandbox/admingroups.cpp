// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool same(const xsuaa::GroupReference &a, const xsuaa::GroupReference &b)
{
    return a.origin == b.origin && a.attributeName == b.attributeName
        && a.attributeValue == b.attributeValue;
}

http::Response
storeCollection(Registry &registry, const xsuaa::RoleCollection &collection, int status)
{
    return done(registry.change(
                    {document(kind::roleCollection, collection.name, xsuaa::toJson(collection))}),
                status,
                Json::object());
}

http::Response addGroup(Registry &registry, const AdminRequest &request)
{
    const auto name = request.body[u"roleCollectionName"].toString();
    const xsuaa::GroupReference group{request.names.constFirst(),
                                      request.body[u"attributeName"].toString(),
                                      request.body[u"attributeValue"].toString()};
    if (group.attributeName.isEmpty() || group.attributeValue.isEmpty())
        return badRequest(u"attributeName and attributeValue are needed."_s);
    if (request.body[u"operator"].toString(u"equals"_s) != "equals"_L1)
        return badRequest(u"The only operator is equals."_s);
    const auto *found = registry.directory().roleCollection(name);
    if (found == nullptr)
        return missing(u"There is no role collection %1."_s.arg(name));
    auto collection = *found;
    const bool known = std::any_of(collection.groups.begin(),
                                   collection.groups.end(),
                                   [&](const auto &item) { return same(item, group); });
    if (!known)
        collection.groups.append(group);
    return storeCollection(registry, collection, 201);
}

http::Response removeGroup(Registry &registry, const AdminRequest &request)
{
    const xsuaa::GroupReference group{
        request.names.at(0), request.names.at(1), request.names.at(3)};
    const auto *found = registry.directory().roleCollection(request.names.at(4));
    if (found == nullptr)
        return badRequest(u"There is no role collection %1."_s.arg(request.names.at(4)));
    auto collection = *found;
    if (collection.groups.removeIf([&](const auto &item) { return same(item, group); }) == 0)
        return badRequest(u"The role collection is not assigned so."_s);
    return storeCollection(registry, collection, 200);
}

// All assignments of an origin; further names narrow them.
Json assignments(const Registry &registry,
                 const QString &origin,
                 const QString &attribute,
                 const QString &collectionName)
{
    auto list = Json::array();
    for (const auto &collection : registry.directory().roleCollections) {
        if (!collectionName.isEmpty() && collection.name != collectionName)
            continue;
        for (const auto &group : collection.groups) {
            if (group.origin == origin && (attribute.isEmpty() || group.attributeName == attribute))
                list.append(groupShape(collection.name, group));
        }
    }
    return list;
}

http::Response ofOrigin(Registry &registry, const AdminRequest &request)
{
    return jsonAnswer(200, assignments(registry, request.names.constFirst(), {}, {}));
}

http::Response ofAttribute(Registry &registry, const AdminRequest &request)
{
    return jsonAnswer(
        200, assignments(registry, request.names.at(0), request.names.at(1), request.names.at(2)));
}

http::Response ofCollection(Registry &registry, const AdminRequest &request)
{
    return jsonAnswer(200, assignments(registry, request.names.at(0), {}, request.names.at(1)));
}

http::Response collectionsOfValue(Registry &registry, const AdminRequest &request)
{
    const xsuaa::GroupReference group{
        request.names.at(0), request.names.at(1), request.names.at(2)};
    const CollectionShaper shaper(registry.directory(), request.zoneId, {true, false, true});
    auto list = Json::array();
    for (const auto &collection : registry.directory().roleCollections) {
        if (std::any_of(collection.groups.begin(), collection.groups.end(), [&](const auto &item) {
                return same(item, group);
            }))
            list.append(shaper.shape(collection));
    }
    return jsonAnswer(200, list);
}

} // namespace

QList<AdminRow> adminGroupRows()
{
#define ORIGIN "/sap/rest/authorization/v2/identity-providers/{origin}"
    return {{"POST", ORIGIN "/attributes", addGroup},
            {"GET", ORIGIN "/attributes/rolecollections", ofOrigin},
            {"GET", ORIGIN "/attributes/{attribute}/rolecollections/{name}", ofAttribute},
            {"GET", ORIGIN "/attributes/{attribute}/{value}", collectionsOfValue},
            {"DELETE",
             ORIGIN "/attributes/{attribute}/{operator}/{value}/rolecollections/{name}",
             removeGroup},
            {"GET", ORIGIN "/rolecollections/{name}", ofCollection}};
#undef ORIGIN
}

} // namespace tokentrail::sandbox
