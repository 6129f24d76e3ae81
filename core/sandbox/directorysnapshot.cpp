// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/directorysnapshot.h"

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

template<typename T, typename Read>
Result<QList<T>> listOf(const AskSandbox &ask, const QString &verb, const Read &read)
{
    const auto rows = ask(verb, Json::object());
    if (!rows)
        return rows.error();
    QList<T> list;
    for (const auto &row : rows->elements()) {
        auto one = read(row);
        if (!one)
            return one.error();
        list.append(*one);
    }
    return list;
}

Result<xsuaa::Application> applicationOf(const Json &row)
{
    auto application = xsuaa::applicationFromJson(row[u"descriptor"]);
    if (application) {
        application->xsappname = row[u"name"].toString();
        application->appId = row[u"xsappname"].toString();
    }
    return application;
}

// As role-collection.put takes it: a role of one's own comes along with its attributes.
Json withOwnRoles(const xsuaa::RoleCollection &collection, const QList<xsuaa::Role> &roles)
{
    auto json = xsuaa::toJson(collection);
    for (auto &reference : json.find(u"roleReferences")->elements()) {
        for (const auto &role : roles) {
            if (role.name == reference[u"name"].toString()
                && role.templateName == reference[u"roleTemplateName"].toString())
                reference = xsuaa::toJson(role);
        }
    }
    return json;
}

} // namespace

Result<xsuaa::Directory> readDirectory(const AskSandbox &ask)
{
    xsuaa::Directory directory;
    auto applications = listOf<xsuaa::Application>(ask, u"app.list"_s, applicationOf);
    if (!applications)
        return applications.error();
    auto roles = listOf<xsuaa::Role>(ask, u"role.list"_s, xsuaa::roleFromJson);
    if (!roles)
        return roles.error();
    auto collections =
        listOf<xsuaa::RoleCollection>(ask, u"role-collection.list"_s, [](const Json &row) {
            return xsuaa::roleCollectionFromJson(row);
        });
    if (!collections)
        return collections.error();
    auto users = listOf<xsuaa::User>(ask, u"user.list"_s, xsuaa::userFromJson);
    if (!users)
        return users.error();
    directory.applications = *applications;
    directory.roles = *roles;
    directory.roleCollections = *collections;
    directory.users = *users;
    return directory;
}

Result<void> addToDirectory(const AskSandbox &ask, const DirectoryAdditions &additions)
{
    const auto before = readDirectory(ask);
    if (!before)
        return before.error();
    for (const auto &collection : additions.collections) {
        const auto json = withOwnRoles(collection, additions.roles);
        const auto done =
            ask(u"role-collection.put"_s, Json::object({{u"role-collection"_s, json}}));
        if (!done)
            return done.error();
    }
    for (auto user : additions.users) {
        if (const auto *known = before->user(user.userName, user.origin)) {
            const auto added = user.roleCollections;
            user = *known;
            for (const auto &name : added) {
                if (!user.roleCollections.contains(name))
                    user.roleCollections << name;
            }
        }
        const auto done = ask(u"user.put"_s, Json::object({{u"user"_s, xsuaa::toJson(user)}}));
        if (!done)
            return done.error();
    }
    return {};
}

} // namespace tokentrail::sandbox
