// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/request.h"

#include <QUrlQuery>

namespace tokentrail::admin {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

const QByteArray v2 = "/sap/rest/authorization/v2";

// A name as one segment of a path: a slash in it must not end the segment.
QByteArray segment(const QString &name)
{
    return '/' + QUrl::toPercentEncoding(name);
}

QByteArray collectionPath(const QString &name)
{
    return v2 + "/rolecollections" + segment(name);
}

QByteArray rolePath(const QString &collection, const xsuaa::RoleReference &role)
{
    return collectionPath(collection) + "/roles" + segment(role.appId) + segment(role.roleName)
        + segment(role.templateName);
}

QByteArray userPath(const QString &collection, const QString &userName, const QString &origin)
{
    return "/sap/rest/user/origin" + segment(origin) + "/name" + segment(userName)
        + "/rolecollections" + segment(collection);
}

} // namespace

QUrl Request::urlBelow(const QUrl &apiUrl) const
{
    auto text = apiUrl.toString(QUrl::FullyEncoded).toLatin1();
    while (text.endsWith('/'))
        text.chop(1);
    QUrl url = QUrl::fromEncoded(text + path, QUrl::StrictMode);
    if (!query.isEmpty()) {
        QUrlQuery items;
        for (const auto &[name, value] : query)
            items.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        url.setQuery(items);
    }
    return url;
}

Request getApps()
{
    return {"GET", v2 + "/apps", {}, {}};
}

Request getRoles()
{
    return {"GET", v2 + "/roles", {}, {}};
}

Request getRoleCollections(qint64 skip, qint64 top)
{
    return {"GET",
            v2 + "/rolecollections",
            {{u"showRoles"_s, u"true"_s},
             {u"showUsers"_s, u"true"_s},
             {u"showGroups"_s, u"true"_s},
             {u"skip"_s, QString::number(skip)},
             {u"top"_s, QString::number(top)}},
            {}};
}

Request getUsers(qint64 startIndex, qint64 count)
{
    return {"GET",
            "/Users",
            {{u"startIndex"_s, QString::number(startIndex)}, {u"count"_s, QString::number(count)}},
            {}};
}

Request createRole(const xsuaa::Role &role)
{
    auto body = xsuaa::toJson(role);
    body.remove(u"isReadOnly");
    body.set(u"scopes"_s, Json::array()); // wanted by the schema; the template decides them
    return {"POST", v2 + "/apps/roles", {}, body};
}

Request deleteRole(const xsuaa::Role &role)
{
    return {"DELETE",
            v2 + "/apps" + segment(role.appId) + "/roletemplates" + segment(role.templateName)
                + "/roles" + segment(role.name),
            {},
            {}};
}

Request createRoleCollection(const QString &name, const QString &description)
{
    return {"POST",
            v2 + "/rolecollections",
            {},
            Json::object({{u"name"_s, name}, {u"description"_s, description}})};
}

Request describeRoleCollection(const QString &name, const QString &description)
{
    return {"PUT", collectionPath(name), {}, Json::object({{u"description"_s, description}})};
}

Request deleteRoleCollection(const QString &name)
{
    return {"DELETE", collectionPath(name), {}, {}};
}

Request addRole(const QString &collection, const xsuaa::RoleReference &role)
{
    return {"PUT", rolePath(collection, role), {}, {}};
}

Request removeRole(const QString &collection, const xsuaa::RoleReference &role)
{
    return {"DELETE", rolePath(collection, role), {}, {}};
}

Request assignUser(const QString &collection, const QString &userName, const QString &origin)
{
    return {
        "PUT", userPath(collection, userName, origin), {{u"createUserIfMissing"_s, u"true"_s}}, {}};
}

Request unassignUser(const QString &collection, const QString &userName, const QString &origin)
{
    return {"DELETE", userPath(collection, userName, origin), {}, {}};
}

Request assignGroup(const QString &collection, const xsuaa::GroupReference &group)
{
    return {"POST",
            v2 + "/identity-providers" + segment(group.origin) + "/attributes",
            {},
            Json::object({{u"roleCollectionName"_s, collection},
                          {u"attributeName"_s, group.attributeName},
                          {u"attributeValue"_s, group.attributeValue},
                          {u"operator"_s, u"equals"_s}})};
}

Request unassignGroup(const QString &collection, const xsuaa::GroupReference &group)
{
    return {"DELETE",
            v2 + "/identity-providers" + segment(group.origin) + "/attributes"
                + segment(group.attributeName) + "/equals" + segment(group.attributeValue)
                + "/rolecollections" + segment(collection),
            {},
            {}};
}

} // namespace tokentrail::admin
