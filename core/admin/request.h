// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"
#include "core/xsuaa/directory.h"

#include <QUrl>

namespace tokentrail::admin {

// One request to the authorization and user interface of a subaccount.
struct Request
{
    QByteArray method = "GET";
    QByteArray path; // percent-encoded, below apiurl: "/sap/rest/authorization/v2/apps"
    QList<std::pair<QString, QString>> query;
    text::Json body; // null: none

    QUrl urlBelow(const QUrl &apiUrl) const;
};

// What is read. Names and parameters: "SAP XSUAA REST API" 1.0.0.
Request getApps();
Request getRoles();
Request getRoleCollections(qint64 skip, qint64 top); // with roles, users and groups
Request getUsers(qint64 startIndex, qint64 count); // SCIM: the first has index 1

// What is changed.
Request createRole(const xsuaa::Role &role);
Request deleteRole(const xsuaa::Role &role);
Request createRoleCollection(const QString &name, const QString &description);
Request describeRoleCollection(const QString &name, const QString &description);
Request deleteRoleCollection(const QString &name);
Request addRole(const QString &collection, const xsuaa::RoleReference &role);
Request removeRole(const QString &collection, const xsuaa::RoleReference &role);
Request assignUser(const QString &collection, const QString &userName, const QString &origin);
Request unassignUser(const QString &collection, const QString &userName, const QString &origin);
Request assignGroup(const QString &collection, const xsuaa::GroupReference &group);
Request unassignGroup(const QString &collection, const xsuaa::GroupReference &group);

} // namespace tokentrail::admin
