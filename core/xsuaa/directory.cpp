// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/directory.h"

#include <algorithm>

namespace tokentrail::xsuaa {

namespace {

template<typename List, typename Predicate>
auto findIn(const List &list, Predicate predicate) -> decltype(&*list.begin())
{
    const auto found = std::find_if(list.begin(), list.end(), predicate);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const Application *Directory::application(QStringView appIdOrXsappname) const
{
    return findIn(applications, [&](const Application &app) {
        return app.appId == appIdOrXsappname || app.xsappname == appIdOrXsappname;
    });
}

const RoleCollection *Directory::roleCollection(QStringView name) const
{
    return findIn(roleCollections, [&](const RoleCollection &item) { return item.name == name; });
}

const User *Directory::user(QStringView userName, QStringView origin) const
{
    return findIn(users, [&](const User &item) {
        return item.userName == userName && item.origin == origin;
    });
}

Role defaultRole(const Application &application, const RoleTemplate &roleTemplate)
{
    Role role;
    role.appId = application.appId;
    role.templateName = roleTemplate.name;
    role.name =
        roleTemplate.defaultRoleName.isEmpty() ? roleTemplate.name : roleTemplate.defaultRoleName;
    role.description = roleTemplate.description;
    role.readOnly = true;
    for (const auto &reference : roleTemplate.attributeReferences) {
        RoleAttribute attribute;
        attribute.name = reference.name;
        if (reference.defaultValues && !reference.defaultValues->isEmpty())
            attribute.values = *reference.defaultValues;
        else
            attribute.origin = RoleAttribute::Origin::Unrestricted;
        role.attributes.append(attribute);
    }
    return role;
}

QList<RoleCollection> declaredCollections(const Application &application)
{
    const QLatin1StringView own("$XSAPPNAME.");
    QList<RoleCollection> collections;
    for (const auto &declared : application.roleCollections) {
        RoleCollection collection;
        collection.name = declared.name;
        collection.description = declared.description;
        collection.readOnly = true;
        for (const auto &reference : declared.roleTemplateReferences) {
            const auto *roleTemplate = reference.startsWith(own)
                ? application.roleTemplate(QStringView(reference).sliced(own.size()))
                : nullptr;
            if (roleTemplate == nullptr || !application.yieldsDefaultRole(*roleTemplate))
                continue;
            const auto role = defaultRole(application, *roleTemplate);
            collection.roles.append({role.appId, role.templateName, role.name});
        }
        collections.append(collection);
    }
    return collections;
}

QList<Role> Directory::rolesOf(const Application &application) const
{
    QList<Role> all;
    for (const auto &roleTemplate : application.roleTemplates) {
        if (application.yieldsDefaultRole(roleTemplate))
            all.append(defaultRole(application, roleTemplate));
    }
    for (const auto &item : roles) {
        if (item.appId == application.appId)
            all.append(item);
    }
    return all;
}

std::optional<Role> Directory::role(const RoleReference &reference) const
{
    const auto *own = findIn(roles, [&](const Role &item) {
        return item.appId == reference.appId && item.templateName == reference.templateName
            && item.name == reference.roleName;
    });
    if (own != nullptr)
        return *own;
    const auto *app = application(reference.appId);
    const auto *roleTemplate = app == nullptr ? nullptr : app->roleTemplate(reference.templateName);
    if (roleTemplate == nullptr || !app->yieldsDefaultRole(*roleTemplate))
        return std::nullopt;
    auto made = defaultRole(*app, *roleTemplate);
    if (made.name != reference.roleName)
        return std::nullopt;
    return made;
}

} // namespace tokentrail::xsuaa
