// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/rolestext.h"

#include "core/admin/words.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

bool passes(const QString &name, const QString &filter)
{
    return filter.isEmpty() || name.contains(filter, Qt::CaseInsensitive);
}

QStringList usersOf(const xsuaa::Directory &directory, const QString &collection)
{
    QStringList names;
    for (const auto &user : directory.users) {
        if (user.roleCollections.contains(collection))
            names << admin::Words::user({user.userName, user.origin});
    }
    return names;
}

QStringList roleNames(const xsuaa::RoleCollection &collection)
{
    QStringList names;
    for (const auto &role : collection.roles)
        names << role.roleName;
    return names;
}

QStringList scopesOf(const xsuaa::Directory &directory, const xsuaa::RoleReference &reference)
{
    QStringList scopes;
    const auto *app = directory.application(reference.appId);
    const auto *roleTemplate = app == nullptr ? nullptr : app->roleTemplate(reference.templateName);
    for (const auto &scope :
         roleTemplate == nullptr ? QStringList() : roleTemplate->scopeReferences)
        scopes << app->resolved(scope);
    return scopes;
}

QString orNothing(const QStringList &list)
{
    return list.isEmpty() ? u"nothing"_s : list.join(u", "_s);
}

Json mapJson(const QMap<QString, QStringList> &map)
{
    return xsuaa::attributesJson(map);
}

QString nameOf(xsuaa::Trap::Kind kind)
{
    using Kind = xsuaa::Trap::Kind;
    switch (kind) {
    case Kind::SameMailElsewhere:
        return u"same-mail-elsewhere"_s;
    case Kind::RestrictedAndUnrestricted:
        return u"restricted-and-unrestricted"_s;
    case Kind::NoDefaultRole:
        return u"no-default-role"_s;
    case Kind::RoleMissing:
        return u"role-missing"_s;
    case Kind::CollectionEmpty:
        return u"collection-empty"_s;
    case Kind::AssignedAfterLogin:
        return u"assigned-after-login"_s;
    }
    return {};
}

Json roleEffectJson(const xsuaa::RoleEffect &role)
{
    return Json::object({{u"name"_s, role.role.name},
                         {u"template"_s, role.role.templateName},
                         {u"application"_s, role.role.appId},
                         {u"exists"_s, role.exists},
                         {u"scopes"_s, Json::array(role.scopes)},
                         {u"attributes"_s, mapJson(role.attributes)},
                         {u"unrestricted"_s, Json::array(role.unrestricted)},
                         {u"unknown"_s, Json::array(role.unknown)}});
}

} // namespace

Json collectionsJson(const xsuaa::Directory &directory, const QString &filter)
{
    auto list = Json::array();
    for (const auto &collection : directory.roleCollections) {
        if (passes(collection.name, filter))
            list.append(collectionJson(directory, collection));
    }
    return list;
}

QString collectionsText(const xsuaa::Directory &directory, const QString &filter)
{
    QString text;
    for (const auto &collection : directory.roleCollections) {
        if (passes(collection.name, filter))
            text += u"%1  roles: %2  users: %3\n"_s.arg(
                collection.name,
                orNothing(roleNames(collection)),
                QString::number(usersOf(directory, collection.name).size()));
    }
    return text.isEmpty() ? u"No role collection.\n"_s : text;
}

Json collectionJson(const xsuaa::Directory &directory, const xsuaa::RoleCollection &collection)
{
    auto json = xsuaa::toJson(collection);
    auto users = Json::array();
    for (const auto &user : directory.users) {
        if (user.roleCollections.contains(collection.name))
            users.append(
                Json::object({{u"username"_s, user.userName}, {u"origin"_s, user.origin}}));
    }
    json.set(u"userReferences"_s, users);
    return json;
}

QString collectionText(const xsuaa::Directory &directory, const xsuaa::RoleCollection &collection)
{
    QString text = collection.name + u'\n';
    if (!collection.description.isEmpty())
        text += u"  "_s + collection.description + u'\n';
    for (const auto &reference : collection.roles) {
        const auto role = directory.role(reference);
        text +=
            u"  role %1 (template %2 of %3): %4\n"_s.arg(reference.roleName,
                                                         reference.templateName,
                                                         reference.appId,
                                                         orNothing(scopesOf(directory, reference)));
        const auto values = role ? admin::Words::attributes(*role) : u"does not exist"_s;
        if (!values.isEmpty())
            text += u"    "_s + values + u'\n';
    }
    for (const auto &group : collection.groups)
        text += u"  "_s + admin::Words::group(group) + u'\n';
    text += u"  users: %1\n"_s.arg(orNothing(usersOf(directory, collection.name)));
    return text;
}

Json templatesJson(const xsuaa::Directory &directory)
{
    auto list = Json::array();
    for (const auto &app : directory.applications) {
        for (const auto &item : app.roleTemplates) {
            auto attributes = Json::array();
            for (const auto &reference : item.attributeReferences)
                attributes.append(reference.name);
            auto roles = Json::array();
            for (const auto &role : directory.rolesOf(app)) {
                if (role.templateName == item.name)
                    roles.append(role.name);
            }
            list.append(Json::object(
                {{u"application"_s, app.appId},
                 {u"template"_s, item.name},
                 {u"description"_s, item.description},
                 {u"scopes"_s, Json::array(scopesOf(directory, {app.appId, item.name, QString()}))},
                 {u"attributes"_s, attributes},
                 {u"roles"_s, roles}}));
        }
    }
    return list;
}

QString templatesText(const xsuaa::Directory &directory)
{
    QString text;
    const auto list = templatesJson(directory);
    for (const auto &item : list.elements())
        text += u"%1  %2  scopes: %3  asks for: %4  roles: %5\n"_s.arg(
            item[u"application"].toString(),
            item[u"template"].toString(),
            orNothing(item[u"scopes"].toStringList()),
            orNothing(item[u"attributes"].toStringList()),
            orNothing(item[u"roles"].toStringList()));
    return text.isEmpty() ? u"No role template.\n"_s : text;
}

Json usersJson(const xsuaa::Directory &directory, const QString &filter)
{
    auto list = Json::array();
    for (const auto &user : directory.users) {
        if (passes(user.userName, filter))
            list.append(Json::object({{u"username"_s, user.userName},
                                      {u"origin"_s, user.origin},
                                      {u"email"_s, user.email},
                                      {u"roleCollections"_s, Json::array(user.roleCollections)}}));
    }
    return list;
}

QString usersText(const xsuaa::Directory &directory, const QString &filter)
{
    QString text;
    for (const auto &user : directory.users) {
        if (passes(user.userName, filter))
            text += u"%1: %2\n"_s.arg(admin::Words::user({user.userName, user.origin}),
                                      orNothing(user.roleCollections));
    }
    return text.isEmpty() ? u"No user.\n"_s : text;
}

Json effectiveJson(const xsuaa::EffectivePermission &effective)
{
    auto collections = Json::array();
    for (const auto &collection : effective.collections) {
        auto roles = Json::array();
        for (const auto &role : collection.roles)
            roles.append(roleEffectJson(role));
        collections.append(Json::object(
            {{u"name"_s, collection.name}, {u"via"_s, collection.via}, {u"roles"_s, roles}}));
    }
    auto traps = Json::array();
    for (const auto &trap : effective.traps)
        traps.append(Json::object({{u"id"_s, nameOf(trap.kind)},
                                   {u"subject"_s, trap.subject},
                                   {u"sentence"_s, trap.sentence}}));
    return Json::object({{u"user"_s, effective.user.userName},
                         {u"origin"_s, effective.user.origin},
                         {u"application"_s, effective.appId},
                         {u"scopes"_s, Json::array(effective.authorizations.scopes)},
                         {u"attributes"_s, mapJson(effective.authorizations.attributes)},
                         {u"roleCollections"_s, collections},
                         {u"traps"_s, traps}});
}

QString effectiveText(const xsuaa::EffectivePermission &effective)
{
    auto text = u"%1 at %2\n"_s.arg(
        admin::Words::user({effective.user.userName, effective.user.origin}), effective.appId);
    for (const auto &collection : effective.collections) {
        text += u"  %1%2\n"_s.arg(
            collection.name,
            collection.via.isEmpty() ? QString() : u" (through %1)"_s.arg(collection.via));
        for (const auto &role : collection.roles) {
            text += u"    %1 (template %2): %3\n"_s.arg(
                role.role.name, role.role.templateName, orNothing(role.scopes));
            if (const auto values = admin::Words::attributes(role.role); !values.isEmpty())
                text += u"      "_s + values + u'\n';
        }
    }
    text += u"Scopes: %1\n"_s.arg(orNothing(effective.authorizations.scopes));
    const auto &attributes = effective.authorizations.attributes;
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        text += u"%1: %2\n"_s.arg(it.key(), orNothing(it.value()));
    for (const auto &trap : effective.traps)
        text += u"Note: "_s + trap.sentence + u'\n';
    return text;
}

} // namespace tokentrail::ctl
