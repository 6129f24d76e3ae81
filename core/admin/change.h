// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/request.h"

namespace tokentrail::admin {

struct UserName
{
    QString name;
    QString origin = QString::fromLatin1(xsuaa::defaultOrigin);
    bool operator==(const UserName &) const = default;
};

// One change of who may what: a value that is planned, told, carried out, logged and undone.
struct Change
{
    enum class Kind {
        CreateRole,
        DeleteRole,
        CreateCollection,
        DescribeCollection,
        DeleteCollection,
        AddRole,
        RemoveRole,
        AssignUser,
        UnassignUser,
        AssignGroup,
        UnassignGroup
    };
    Kind kind = Kind::AssignUser;
    QString collection; // all but CreateRole and DeleteRole
    QString description; // CreateCollection, DescribeCollection
    QString descriptionBefore; // DescribeCollection
    xsuaa::Role role = {}; // CreateRole, DeleteRole
    xsuaa::RoleReference reference = {}; // AddRole, RemoveRole
    UserName user = {}; // AssignUser, UnassignUser
    xsuaa::GroupReference group = {}; // AssignGroup, UnassignGroup
    xsuaa::RoleCollection lost = {}; // DeleteCollection: what goes with it
    QList<UserName> lostUsers = {};
};

Change createRoleChange(const xsuaa::Role &role);
Change createCollectionChange(const QString &name, const QString &description);
Change addRoleChange(const QString &collection, const xsuaa::RoleReference &role);
Change assignUserChange(const QString &collection, const UserName &user);
Change assignGroupChange(const QString &collection, const xsuaa::GroupReference &group);
// With what is needed to undo them.
Change deleteCollectionChange(const xsuaa::Directory &directory, const QString &name);
QList<Change> deleteRoleChanges(const xsuaa::Directory &directory, const xsuaa::Role &role);

QString sentenceOf(const Change &change); // "Assign bob to the role collection “Editors”."
Request requestOf(const Change &change);
QList<Change> inverseOf(const Change &change); // what undoes it, in order

// What the directory is afterwards. The error says why the change makes no sense there.
Result<void> checkChange(const xsuaa::Directory &directory, const Change &change);
void applyTo(xsuaa::Directory &directory, const Change &change);

text::Json toJson(const Change &change);
Result<Change> changeFromJson(const text::Json &json);

} // namespace tokentrail::admin
