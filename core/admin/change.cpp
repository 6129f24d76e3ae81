// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/change.h"

#include "core/admin/words.h"

namespace tokentrail::admin {

using Kind = Change::Kind;

Change createRoleChange(const xsuaa::Role &role)
{
    Change change;
    change.kind = Kind::CreateRole;
    change.role = role;
    return change;
}

Change createCollectionChange(const QString &name, const QString &description)
{
    Change change;
    change.kind = Kind::CreateCollection;
    change.collection = name;
    change.description = description;
    return change;
}

Change addRoleChange(const QString &collection, const xsuaa::RoleReference &role)
{
    Change change;
    change.kind = Kind::AddRole;
    change.collection = collection;
    change.reference = role;
    return change;
}

Change assignUserChange(const QString &collection, const UserName &user)
{
    Change change;
    change.kind = Kind::AssignUser;
    change.collection = collection;
    change.user = user;
    return change;
}

Change assignGroupChange(const QString &collection, const xsuaa::GroupReference &group)
{
    Change change;
    change.kind = Kind::AssignGroup;
    change.collection = collection;
    change.group = group;
    return change;
}

Change deleteCollectionChange(const xsuaa::Directory &directory, const QString &name)
{
    Change change;
    change.kind = Kind::DeleteCollection;
    change.collection = name;
    if (const auto *collection = directory.roleCollection(name))
        change.lost = *collection;
    for (const auto &user : directory.users) {
        if (user.roleCollections.contains(name))
            change.lostUsers.append({user.userName, user.origin});
    }
    return change;
}

QList<Change> deleteRoleChanges(const xsuaa::Directory &directory, const xsuaa::Role &role)
{
    const xsuaa::RoleReference reference{role.appId, role.templateName, role.name};
    QList<Change> changes;
    for (const auto &collection : directory.roleCollections) {
        if (!collection.roles.contains(reference))
            continue;
        changes.append(addRoleChange(collection.name, reference));
        changes.last().kind = Kind::RemoveRole;
    }
    changes.append(createRoleChange(role));
    changes.last().kind = Kind::DeleteRole;
    return changes;
}

Request requestOf(const Change &change)
{
    switch (change.kind) {
    case Kind::CreateRole:
        return createRole(change.role);
    case Kind::DeleteRole:
        return deleteRole(change.role);
    case Kind::CreateCollection:
        return createRoleCollection(change.collection, change.description);
    case Kind::DescribeCollection:
        return describeRoleCollection(change.collection, change.description);
    case Kind::DeleteCollection:
        return deleteRoleCollection(change.collection);
    case Kind::AddRole:
        return addRole(change.collection, change.reference);
    case Kind::RemoveRole:
        return removeRole(change.collection, change.reference);
    case Kind::AssignUser:
        return assignUser(change.collection, change.user.name, change.user.origin);
    case Kind::UnassignUser:
        return unassignUser(change.collection, change.user.name, change.user.origin);
    case Kind::AssignGroup:
        return assignGroup(change.collection, change.group);
    case Kind::UnassignGroup:
        return unassignGroup(change.collection, change.group);
    }
    return {};
}

namespace {

QList<Change> restoring(const Change &deletion)
{
    const auto &lost = deletion.lost;
    QList<Change> changes{createCollectionChange(deletion.collection, lost.description)};
    for (const auto &role : lost.roles)
        changes.append(addRoleChange(deletion.collection, role));
    for (const auto &group : lost.groups)
        changes.append(assignGroupChange(deletion.collection, group));
    for (const auto &user : deletion.lostUsers)
        changes.append(assignUserChange(deletion.collection, user));
    return changes;
}

Change turned(Change change, Kind kind)
{
    change.kind = kind;
    return change;
}

} // namespace

QList<Change> inverseOf(const Change &change)
{
    switch (change.kind) {
    case Kind::CreateRole:
        return {turned(change, Kind::DeleteRole)};
    case Kind::DeleteRole:
        return {turned(change, Kind::CreateRole)};
    case Kind::CreateCollection: {
        auto deletion = turned(change, Kind::DeleteCollection);
        deletion.lost.name = change.collection;
        deletion.lost.description = change.description;
        return {deletion};
    }
    case Kind::DescribeCollection: {
        auto back = change;
        std::swap(back.description, back.descriptionBefore);
        return {back};
    }
    case Kind::DeleteCollection:
        return restoring(change);
    case Kind::AddRole:
        return {turned(change, Kind::RemoveRole)};
    case Kind::RemoveRole:
        return {turned(change, Kind::AddRole)};
    case Kind::AssignUser:
        return {turned(change, Kind::UnassignUser)};
    case Kind::UnassignUser:
        return {turned(change, Kind::AssignUser)};
    case Kind::AssignGroup:
        return {turned(change, Kind::UnassignGroup)};
    case Kind::UnassignGroup:
        return {turned(change, Kind::AssignGroup)};
    }
    return {};
}

} // namespace tokentrail::admin
