// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"
#include "core/sandbox/answers.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

xsuaa::RoleReference referenceIn(const AdminRequest &request)
{
    return {request.names.at(0), request.names.at(1), request.names.at(2)};
}

http::Response noRole(const QString &name)
{
    return missing(u"There is no role %1."_s.arg(name));
}

// Every attribute of the template with a value or a reason to have none, and no other.
Result<void> checkAttributes(const xsuaa::RoleTemplate &roleTemplate, const xsuaa::Role &role)
{
    const auto invalid = [](const QString &sentence) {
        return Error{ErrorCode::InvalidInput, sentence};
    };
    for (const auto &reference : roleTemplate.attributeReferences) {
        const auto given =
            std::find_if(role.attributes.begin(), role.attributes.end(), [&](const auto &item) {
                return item.name == reference.name;
            });
        if (given == role.attributes.end())
            return invalid(u"The attribute %1 is missing."_s.arg(reference.name));
        if (given->values.isEmpty() && given->origin != xsuaa::RoleAttribute::Origin::Unrestricted)
            return invalid(u"The attribute %1 has no value."_s.arg(reference.name));
    }
    if (role.attributes.size() > roleTemplate.attributeReferences.size())
        return invalid(u"The role has attributes that its template does not have."_s);
    return {};
}

http::Response createRole(Registry &registry, const AdminRequest &request)
{
    auto role = xsuaa::roleFromJson(request.body);
    if (!role)
        return badRequest(role.error().sentence);
    const auto &directory = registry.directory();
    const auto *app = directory.application(role->appId);
    const auto *roleTemplate = app == nullptr ? nullptr : app->roleTemplate(role->templateName);
    if (roleTemplate == nullptr || app->appId != role->appId)
        return missing(
            u"There is no role template %1 of %2."_s.arg(role->templateName, role->appId));
    if (role->name.isEmpty())
        return badRequest(u"The role has no name."_s);
    if (directory.role({role->appId, role->templateName, role->name}))
        return refused({ErrorCode::Conflict, u"The role %1 exists already."_s.arg(role->name)});
    if (const auto checked = checkAttributes(*roleTemplate, *role); !checked)
        return refused(checked.error());
    const auto stored = registry.change({document(kind::role, keyOf(*role), xsuaa::toJson(*role))});
    return done(stored, 201, roleShape(registry.directory(), *role));
}

http::Response getRole(Registry &registry, const AdminRequest &request)
{
    const auto role = registry.directory().role(referenceIn(request));
    return role ? jsonAnswer(200, roleShape(registry.directory(), *role))
                : noRole(request.names.at(2));
}

http::Response updateRole(Registry &registry, const AdminRequest &request)
{
    auto role = registry.directory().role(referenceIn(request));
    if (!role)
        return noRole(request.names.at(2));
    if (role->readOnly)
        return badRequest(u"The role %1 comes with its template."_s.arg(role->name));
    auto merged = xsuaa::toJson(*role);
    for (const auto &name : {u"description"_s, u"attributeList"_s}) {
        if (request.body.contains(name))
            merged.set(name, request.body[name]);
    }
    const auto changed = xsuaa::roleFromJson(merged);
    if (!changed)
        return badRequest(changed.error().sentence);
    const auto *app = registry.directory().application(role->appId);
    if (const auto checked = checkAttributes(*app->roleTemplate(role->templateName), *changed);
        !checked)
        return refused(checked.error());
    const auto stored =
        registry.change({document(kind::role, keyOf(*changed), xsuaa::toJson(*changed))});
    return done(stored, 200, roleShape(registry.directory(), *changed));
}

http::Response deleteRole(Registry &registry, const AdminRequest &request)
{
    const auto reference = referenceIn(request);
    const auto role = registry.directory().role(reference);
    if (!role || role->readOnly)
        return noRole(reference.roleName);
    std::vector<Document> changes{document(kind::role, keyOf(*role))};
    for (auto collection : registry.directory().roleCollections) {
        if (collection.roles.removeAll(reference) > 0)
            changes.push_back(
                document(kind::roleCollection, collection.name, xsuaa::toJson(collection)));
    }
    return done(registry.change(changes), 200, Json::object());
}

} // namespace

QList<AdminRow> adminRoleRows()
{
    static constexpr auto one =
        "/sap/rest/authorization/v2/apps/{appId}/roletemplates/{templateName}/roles/{roleName}";
    return {{"POST", "/sap/rest/authorization/v2/apps/roles", createRole},
            {"GET", one, getRole},
            {"PUT", one, updateRole},
            {"DELETE", one, deleteRole}};
}

} // namespace tokentrail::sandbox
