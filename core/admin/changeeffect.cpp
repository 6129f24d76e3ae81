// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/words.h"

#include <algorithm>

namespace tokentrail::admin {

using Kind = Change::Kind;

namespace {

xsuaa::RoleCollection *collectionIn(xsuaa::Directory &directory, const QString &name)
{
    const auto found = std::find_if(directory.roleCollections.begin(),
                                    directory.roleCollections.end(),
                                    [&](const auto &item) { return item.name == name; });
    return found == directory.roleCollections.end() ? nullptr : &*found;
}

xsuaa::User &userIn(xsuaa::Directory &directory, const UserName &name)
{
    for (auto &user : directory.users) {
        if (user.userName == name.name && user.origin == name.origin)
            return user;
    }
    xsuaa::User made; // the service makes a shadow user, too
    made.userName = name.name;
    made.origin = name.origin;
    directory.users.append(made);
    return directory.users.last();
}

bool sameRole(const xsuaa::Role &a, const xsuaa::Role &b)
{
    return a.appId == b.appId && a.templateName == b.templateName && a.name == b.name;
}

bool sameGroup(const xsuaa::GroupReference &a, const xsuaa::GroupReference &b)
{
    return a.origin == b.origin && a.attributeName == b.attributeName
        && a.attributeValue == b.attributeValue;
}

void removeCollection(xsuaa::Directory &directory, const QString &name)
{
    directory.roleCollections.removeIf([&](const auto &item) { return item.name == name; });
    for (auto &user : directory.users)
        user.roleCollections.removeAll(name);
}

Error refusal(ErrorCode code, const QString &sentence)
{
    return Error{code, sentence};
}

Result<void> checkNewRole(const xsuaa::Directory &directory, const xsuaa::Role &role)
{
    const auto *app = directory.application(role.appId);
    const auto *roleTemplate = app == nullptr ? nullptr : app->roleTemplate(role.templateName);
    if (roleTemplate == nullptr)
        return refusal(
            ErrorCode::NotFound,
            Words::tr("%1 has no role template “%2”.").arg(role.appId, role.templateName));
    if (role.name.trimmed().isEmpty())
        return refusal(ErrorCode::InvalidInput, Words::tr("The role needs a name."));
    if (directory.role({role.appId, role.templateName, role.name}))
        return refusal(ErrorCode::Conflict,
                       Words::tr("There is a role “%1” of this template already.").arg(role.name));
    for (const auto &attribute : role.attributes) {
        const auto &references = roleTemplate->attributeReferences;
        const bool known = std::any_of(references.begin(), references.end(), [&](const auto &item) {
            return item.name == attribute.name;
        });
        if (!known)
            return refusal(ErrorCode::InvalidInput,
                           Words::tr("The template %1 has no attribute “%2”.")
                               .arg(role.templateName, attribute.name));
        if (attribute.origin != xsuaa::RoleAttribute::Origin::Unrestricted
            && attribute.values.isEmpty())
            return refusal(ErrorCode::InvalidInput,
                           Words::tr("The attribute “%1” needs a value, or must be unrestricted.")
                               .arg(attribute.name));
    }
    return {};
}

} // namespace

Result<void> checkChange(const xsuaa::Directory &directory, const Change &change)
{
    if (change.kind == Kind::CreateRole)
        return checkNewRole(directory, change.role);
    if (change.kind == Kind::DeleteRole) {
        const auto role =
            directory.role({change.role.appId, change.role.templateName, change.role.name});
        if (!role)
            return refusal(ErrorCode::NotFound,
                           Words::tr("There is no role “%1”.").arg(change.role.name));
        if (role->readOnly)
            return refusal(ErrorCode::Refused,
                           Words::tr("The role “%1” comes with its template and cannot be deleted.")
                               .arg(role->name));
        return {};
    }
    const auto *collection = directory.roleCollection(change.collection);
    if (change.kind == Kind::CreateCollection) {
        if (change.collection.trimmed().isEmpty())
            return refusal(ErrorCode::InvalidInput, Words::tr("The role collection needs a name."));
        if (collection != nullptr)
            return refusal(
                ErrorCode::Conflict,
                Words::tr("There is a role collection “%1” already.").arg(change.collection));
        return {};
    }
    if (collection == nullptr)
        return refusal(ErrorCode::NotFound,
                       Words::tr("There is no role collection “%1”.").arg(change.collection));
    if (change.kind == Kind::AddRole && !directory.role(change.reference))
        return refusal(ErrorCode::NotFound,
                       Words::tr("There is no role “%1” of the template %2 of %3.")
                           .arg(change.reference.roleName,
                                change.reference.templateName,
                                change.reference.appId));
    if (change.kind == Kind::AssignUser && change.user.name.trimmed().isEmpty())
        return refusal(ErrorCode::InvalidInput, Words::tr("The user needs a name."));
    return {};
}

void applyTo(xsuaa::Directory &directory, const Change &change)
{
    auto *collection = collectionIn(directory, change.collection);
    switch (change.kind) {
    case Kind::CreateRole:
        directory.roles.append(change.role);
        return;
    case Kind::DeleteRole:
        directory.roles.removeIf([&](const auto &item) { return sameRole(item, change.role); });
        return;
    case Kind::CreateCollection:
        if (collection == nullptr)
            directory.roleCollections.append(
                {change.collection, change.description, {}, {}, false});
        return;
    case Kind::DeleteCollection:
        removeCollection(directory, change.collection);
        return;
    case Kind::AssignUser: {
        auto &user = userIn(directory, change.user);
        if (!user.roleCollections.contains(change.collection))
            user.roleCollections.append(change.collection);
        return;
    }
    case Kind::UnassignUser:
        userIn(directory, change.user).roleCollections.removeAll(change.collection);
        return;
    case Kind::DescribeCollection:
        if (collection != nullptr)
            collection->description = change.description;
        return;
    case Kind::AddRole:
        if (collection != nullptr && !collection->roles.contains(change.reference))
            collection->roles.append(change.reference);
        return;
    case Kind::RemoveRole:
        if (collection != nullptr)
            collection->roles.removeAll(change.reference);
        return;
    case Kind::AssignGroup:
        if (collection != nullptr)
            collection->groups.append(change.group);
        return;
    case Kind::UnassignGroup:
        if (collection != nullptr)
            collection->groups.removeIf(
                [&](const auto &item) { return sameGroup(item, change.group); });
        return;
    }
}

} // namespace tokentrail::admin
