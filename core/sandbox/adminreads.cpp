// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

http::Response noApp(const QString &name)
{
    return missing(u"There is no application %1."_s.arg(name));
}

const xsuaa::Application *exactApp(const Registry &registry, const QString &appId)
{
    const auto *app = registry.directory().application(appId);
    return app != nullptr && app->appId == appId ? app : nullptr;
}

http::Response listApps(Registry &registry, const AdminRequest &request)
{
    const auto name = request.request.queryItem(u"onlyForXsappname");
    const auto clientId = request.request.queryItem(u"onlyWithClientId");
    auto list = Json::array();
    for (const auto &app : registry.directory().applications) {
        const auto *client = registry.clientOfApp(app.appId);
        if (!name.isEmpty() && app.xsappname != name && app.appId != name)
            continue;
        if (!clientId.isEmpty() && clientId != "true"_L1 && clientId != "false"_L1
            && (client == nullptr || client->clientId != clientId))
            continue;
        list.append(appShape(registry, app));
    }
    return jsonAnswer(200, list);
}

http::Response oneApp(Registry &registry, const AdminRequest &request)
{
    const auto &id = request.names.constFirst();
    const auto *app = exactApp(registry, id);
    if (app == nullptr && request.flag(u"isServiceInstanceId")) {
        const auto *client = registry.instance(id);
        app = client == nullptr ? nullptr : exactApp(registry, client->appId);
    }
    return app == nullptr
        ? noApp(id)
        : jsonAnswer(200, appShape(registry, *app, !request.flag(u"hideDetails")));
}

http::Response ownApp(Registry &registry, const AdminRequest &request)
{
    const auto *client = registry.client(request.claims[u"cid"].toString());
    const auto *app = client == nullptr ? nullptr : exactApp(registry, client->appId);
    return app == nullptr ? missing(u"The client belongs to no application."_s)
                          : jsonAnswer(200, appShape(registry, *app));
}

http::Response scopes(Registry &registry, const AdminRequest &request)
{
    const auto *app = exactApp(registry, request.names.constFirst());
    if (app == nullptr)
        return noApp(request.names.constFirst());
    auto list = Json::array();
    for (const auto &scope : app->scopes) {
        auto shape = scopeShape(*app, scope);
        if (request.names.size() == 1) {
            list.append(shape);
        } else if (const auto full = app->resolved(scope.name);
                   full == request.names.at(1) || full.section(u'.', -1) == request.names.at(1)) {
            return jsonAnswer(200, shape);
        }
    }
    return request.names.size() == 1 ? jsonAnswer(200, list)
                                     : missing(u"There is no scope %1."_s.arg(request.names.at(1)));
}

http::Response authorities(Registry &registry, const AdminRequest &request)
{
    const auto *app = exactApp(registry, request.names.constFirst());
    return app == nullptr ? noApp(request.names.constFirst())
                          : jsonAnswer(200, Json::array(app->authorities));
}

http::Response authorizationData(Registry &registry, const AdminRequest &request)
{
    const auto *app = exactApp(registry, request.names.constFirst());
    if (app == nullptr)
        return noApp(request.names.constFirst());
    const auto &directory = registry.directory();
    auto roles = Json::array();
    for (const auto &role : directory.rolesOf(*app))
        roles.append(roleShape(directory, role));
    auto collections = Json::array();
    const CollectionShaper shaper(directory, request.zoneId, {true, false, false});
    for (const auto &collection : directory.roleCollections) {
        const bool uses = std::any_of(collection.roles.begin(),
                                      collection.roles.end(),
                                      [&](const auto &role) { return role.appId == app->appId; });
        if (uses)
            collections.append(shaper.shape(collection));
    }
    auto data = Json::array();
    data.append(Json::object({{u"identityZone"_s, request.zoneId},
                              {u"roles"_s, roles},
                              {u"roleCollections"_s, collections}}));
    return jsonAnswer(200,
                      Json::object({{u"appId"_s, app->appId}, {u"authorizationData"_s, data}}));
}

http::Response appRoles(Registry &registry, const AdminRequest &request)
{
    const auto *app = exactApp(registry, request.names.constFirst());
    if (app == nullptr)
        return noApp(request.names.constFirst());
    auto list = Json::array();
    for (const auto &role : registry.directory().rolesOf(*app))
        list.append(roleShape(registry.directory(), role));
    return jsonAnswer(200, list);
}

http::Response allRoles(Registry &registry, const AdminRequest &)
{
    const auto &directory = registry.directory();
    auto list = Json::array();
    for (const auto &app : directory.applications) {
        for (const auto &role : directory.rolesOf(app))
            list.append(roleShape(directory, role));
    }
    return jsonAnswer(200, list);
}

http::Response allTemplates(Registry &registry, const AdminRequest &request)
{
    const auto &directory = registry.directory();
    auto list = Json::array();
    for (const auto &app : directory.applications) {
        for (const auto &roleTemplate : app.roleTemplates)
            list.append(templateShape(directory, app, roleTemplate, request.flag(u"showRoles")));
    }
    return jsonAnswer(200, list);
}

http::Response appTemplates(Registry &registry, const AdminRequest &request)
{
    const auto *app = exactApp(registry, request.names.constFirst());
    if (app == nullptr)
        return noApp(request.names.constFirst());
    auto list = Json::array();
    for (const auto &roleTemplate : app->roleTemplates)
        list.append(templateShape(registry.directory(), *app, roleTemplate, false));
    return jsonAnswer(200, list);
}

http::Response oneTemplate(Registry &registry, const AdminRequest &request)
{
    const auto *app = exactApp(registry, request.names.constFirst());
    const auto *roleTemplate = app == nullptr ? nullptr : app->roleTemplate(request.names.at(1));
    return roleTemplate == nullptr
        ? missing(u"There is no role template %1."_s.arg(request.names.at(1)))
        : jsonAnswer(200, templateShape(registry.directory(), *app, *roleTemplate, true));
}

} // namespace

QList<AdminRow> adminAppRows()
{
    return {{"GET", "/sap/rest/authorization/v2/apps", listApps},
            {"GET", "/sap/rest/authorization/v2/apps/roletemplates", allTemplates},
            {"GET", "/sap/rest/authorization/v2/apps/{id}", oneApp},
            {"GET", "/sap/rest/authorization/v2/ownapp", ownApp},
            {"GET", "/sap/rest/authorization/v2/apps/{appId}/scopes", scopes},
            {"GET", "/sap/rest/authorization/v2/apps/{appId}/scopes/{scopeName}", scopes},
            {"GET", "/sap/rest/authorization/v2/apps/{appId}/authorities", authorities},
            {"GET", "/sap/rest/authorization/v2/apps/{appId}/authorizationData", authorizationData},
            {"GET", "/sap/rest/authorization/v2/apps/{appId}/roles", appRoles},
            {"GET", "/sap/rest/authorization/v2/apps/{appId}/roletemplates", appTemplates},
            {"GET",
             "/sap/rest/authorization/v2/apps/{appId}/roletemplates/{templateName}",
             oneTemplate},
            {"GET", "/sap/rest/authorization/v2/roles", allRoles}};
}

} // namespace tokentrail::sandbox
