// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/adminshapes.h"

#include "core/sandbox/answers.h"
#include "core/sandbox/oauthanswers.h"

#include <algorithm>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

void setIfAny(Json &json, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        json.set(name, value);
}

Json scopesOf(const xsuaa::Application &app, const QStringList &references)
{
    auto scopes = Json::array();
    for (const auto &reference : references) {
        const auto *scope = app.scope(reference);
        scopes.append(
            scopeShape(app, scope == nullptr ? xsuaa::Scope{reference, {}, {}, {}} : *scope));
    }
    return scopes;
}

Json attributeShape(const xsuaa::AttributeDefinition &attribute)
{
    return Json::object({{u"name"_s, attribute.name},
                         {u"valueType"_s, attribute.valueType},
                         {u"description"_s, attribute.description},
                         {u"valueRequired"_s, attribute.valueRequired}});
}

Json referenceShape(const xsuaa::Application &app, const xsuaa::AttributeReference &reference)
{
    const auto *definition = app.attribute(reference.name);
    const auto known =
        definition == nullptr ? xsuaa::AttributeDefinition{reference.name, {}} : *definition;
    auto json = attributeShape(known);
    if (reference.defaultValues)
        json.set(u"default-values"_s, Json::array(*reference.defaultValues));
    return json;
}

Json oauthShape(const xsuaa::OAuthConfiguration &oauth)
{
    return Json::object({{u"token-validity"_s, oauth.tokenValidity},
                         {u"refresh-token-validity"_s, oauth.refreshTokenValidity},
                         {u"system-attributes"_s, Json::array(oauth.systemAttributes)},
                         {u"grant-types"_s, Json::array(oauth.grantTypes)},
                         {u"redirect-uris"_s, Json::array(oauth.redirectUris)}});
}

Json attributeListWithNeeds(const xsuaa::Application *app, const xsuaa::Role &role)
{
    auto list = xsuaa::toJson(role)[u"attributeList"];
    for (auto &item : list.elements()) {
        const auto *definition =
            app == nullptr ? nullptr : app->attribute(item[u"attributeName"].toString());
        if (definition != nullptr)
            item.set(u"valueRequired"_s, definition->valueRequired);
    }
    return list;
}

} // namespace

Json scopeShape(const xsuaa::Application &app, const xsuaa::Scope &scope)
{
    return Json::object({{u"name"_s, app.resolved(scope.name)},
                         {u"description"_s, scope.description},
                         {u"granted-apps"_s, Json::array(scope.grantedApps)},
                         {u"grant-as-authority-to-apps"_s, Json::array(scope.grantedAsAuthorityTo)},
                         {u"custom-granted-apps"_s, Json::array()},
                         {u"custom-grant-as-authority-to-apps"_s, Json::array()}});
}

Json templateShape(const xsuaa::Directory &directory,
                   const xsuaa::Application &app,
                   const xsuaa::RoleTemplate &roleTemplate,
                   bool withRoles)
{
    auto scopes = Json::array();
    for (const auto &reference : roleTemplate.scopeReferences)
        scopes.append(app.resolved(reference));
    auto attributes = Json::array();
    for (const auto &reference : roleTemplate.attributeReferences)
        attributes.append(referenceShape(app, reference));
    auto json = Json::object({{u"name"_s, roleTemplate.name},
                              {u"description"_s, roleTemplate.description},
                              {u"scope-references"_s, scopes},
                              {u"attribute-references"_s, attributes},
                              {u"appId"_s, app.appId},
                              {u"appName"_s, app.xsappname},
                              {u"appDescription"_s, app.description}});
    setIfAny(json, u"default-role-name"_s, roleTemplate.defaultRoleName);
    if (!withRoles)
        return json;
    auto roles = Json::array();
    for (const auto &role : directory.rolesOf(app)) {
        if (role.templateName == roleTemplate.name)
            roles.append(roleShape(directory, role));
    }
    json.set(u"role-references"_s, roles);
    return json;
}

Json appShape(const Registry &registry, const xsuaa::Application &app, bool details)
{
    auto json = Json::object({{u"appid"_s, app.appId},
                              {u"xsappname"_s, app.xsappname},
                              {u"description"_s, app.description},
                              {u"planName"_s, u"application"_s},
                              {u"tenantId"_s, registry.zoneId()},
                              {u"tenant-mode"_s, app.tenantMode}});
    if (!details)
        return json;
    auto scopes = Json::array();
    for (const auto &scope : app.scopes)
        scopes.append(scopeShape(app, scope));
    auto attributes = Json::array();
    for (const auto &attribute : app.attributes)
        attributes.append(attributeShape(attribute));
    auto templates = Json::array();
    for (const auto &roleTemplate : app.roleTemplates)
        templates.append(templateShape(registry.directory(), app, roleTemplate, false));
    json.set(u"scopes"_s, scopes);
    json.set(u"attributes"_s, attributes);
    json.set(u"role-templates"_s, templates);
    json.set(u"authorities"_s, Json::array(app.authorities));
    json.set(u"foreign-scope-references"_s, Json::array(app.foreignScopeReferences));
    json.set(u"oauth2-configuration"_s, oauthShape(app.oauth));
    return json;
}

Json roleShape(const xsuaa::Directory &directory, const xsuaa::Role &role)
{
    const auto *app = directory.application(role.appId);
    const auto *roleTemplate = app == nullptr ? nullptr : app->roleTemplate(role.templateName);
    auto json = xsuaa::toJson(role);
    json.set(u"attributeList"_s, attributeListWithNeeds(app, role));
    json.set(u"scopes"_s,
             roleTemplate == nullptr ? Json::array()
                                     : scopesOf(*app, roleTemplate->scopeReferences));
    if (app != nullptr) {
        json.set(u"appName"_s, app->xsappname);
        json.set(u"appDescription"_s, app->description);
    }
    return json;
}

CollectionShaper::CollectionShaper(const xsuaa::Directory &directory,
                                   QString zoneId,
                                   CollectionParts parts)
    : m_directory(directory)
    , m_zoneId(std::move(zoneId))
    , m_parts(parts)
{
    if (!parts.users)
        return;
    for (qsizetype i = 0; i < directory.users.size(); ++i) {
        for (const auto &name : directory.users.at(i).roleCollections)
            m_users[name].append(i);
    }
}

Json CollectionShaper::rolesOf(const xsuaa::RoleCollection &collection) const
{
    auto roles = xsuaa::toJson(collection)[u"roleReferences"];
    for (qsizetype i = 0; i < collection.roles.size(); ++i) {
        const auto role = m_directory.role(collection.roles.at(i));
        roles.elements()[std::size_t(i)].set(u"description"_s,
                                             role ? role->description : QString());
    }
    return roles;
}

Json CollectionShaper::usersOf(const xsuaa::RoleCollection &collection) const
{
    auto users = Json::array();
    for (const auto index : m_users.value(collection.name)) {
        const auto &user = m_directory.users.at(index);
        users.append(Json::object({{u"id"_s, user.id},
                                   {u"username"_s, user.userName},
                                   {u"zoneId"_s, m_zoneId},
                                   {u"email"_s, user.email},
                                   {u"givenName"_s, user.givenName},
                                   {u"familyName"_s, user.familyName},
                                   {u"origin"_s, user.origin}}));
    }
    return users;
}

Json CollectionShaper::shape(const xsuaa::RoleCollection &collection) const
{
    auto json = Json::object({{u"name"_s, collection.name},
                              {u"description"_s, collection.description},
                              {u"isReadOnly"_s, collection.readOnly}});
    if (m_parts.roles)
        json.set(u"roleReferences"_s, rolesOf(collection));
    if (m_parts.users)
        json.set(u"userReferences"_s, usersOf(collection));
    if (!m_parts.groups)
        return json;
    auto groups = Json::array();
    for (const auto &group : collection.groups)
        groups.append(groupShape(collection.name, group));
    json.set(u"groupReferences"_s, groups);
    json.set(u"samlAttributeAssignment"_s, groups);
    return json;
}

Json groupShape(const QString &collection, const xsuaa::GroupReference &group)
{
    return Json::object({{u"roleCollectionName"_s, collection},
                         {u"attributeName"_s, group.attributeName},
                         {u"attributeValue"_s, group.attributeValue},
                         {u"comparisonOperator"_s, u"equals"_s},
                         {u"idpId"_s, group.origin},
                         {u"idpDisplayName"_s, group.origin}});
}

Json userShape(const xsuaa::User &user, const QString &zoneId)
{
    return Json::object({{u"id"_s, user.id},
                         {u"username"_s, user.userName},
                         {u"email"_s, user.email},
                         {u"givenName"_s, user.givenName},
                         {u"familyName"_s, user.familyName},
                         {u"origin"_s, user.origin},
                         {u"zoneId"_s, zoneId},
                         {u"active"_s, true},
                         {u"verified"_s, true},
                         {u"roleCollections"_s, Json::array(user.roleCollections)}});
}

Json scimUserShape(const xsuaa::User &user, const QString &zoneId)
{
    auto emails = Json::array();
    emails.append(Json::object({{u"value"_s, user.email}, {u"primary"_s, true}}));
    auto groups = Json::array();
    for (const auto &name : user.roleCollections)
        groups.append(
            Json::object({{u"value"_s, name}, {u"display"_s, name}, {u"type"_s, u"DIRECT"_s}}));
    return Json::object(
        {{u"id"_s, user.id},
         {u"userName"_s, user.userName},
         {u"name"_s,
          Json::object({{u"familyName"_s, user.familyName}, {u"givenName"_s, user.givenName}})},
         {u"emails"_s, emails},
         {u"groups"_s, groups},
         {u"active"_s, true},
         {u"verified"_s, true},
         {u"origin"_s, user.origin},
         {u"zoneId"_s, zoneId},
         {u"schemas"_s, Json::array(QStringList{u"urn:scim:schemas:core:1.0"_s})}});
}

http::Response missing(const QString &sentence)
{
    return oauthError(404, u"not_found"_s, sentence);
}

http::Response badRequest(const QString &sentence)
{
    return oauthError(400, u"bad_request"_s, sentence);
}

http::Response refused(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return missing(error.sentence);
    case ErrorCode::Conflict:
        return oauthError(409, u"conflict"_s, error.sentence);
    case ErrorCode::Usage:
    case ErrorCode::InvalidInput:
    case ErrorCode::Refused:
    case ErrorCode::Network:
    case ErrorCode::Unsupported:
    case ErrorCode::Crypto:
    case ErrorCode::Cancelled:
        return badRequest(error.sentence);
    case ErrorCode::Io:
        return oauthError(500, u"server_error"_s, error.sentence);
    }
    return badRequest(error.sentence);
}

http::Response done(const Result<void> &result, int status, const Json &body)
{
    return result ? jsonAnswer(status, body) : refused(result.error());
}

} // namespace tokentrail::sandbox
