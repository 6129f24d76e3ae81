// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/application.h"

#include "core/xsuaa/descriptorreader.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

template<typename T>
const T *byName(const QList<T> &list, QStringView name)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const T &item) { return item.name == name; });
    return found == list.end() ? nullptr : &*found;
}

Scope readScope(DescriptorReader &reader, const Json &json)
{
    Scope scope;
    scope.name = reader.requiredString(json, u"name"_s);
    scope.description = reader.string(json, u"description"_s);
    scope.grantedApps = reader.strings(json, u"granted-apps"_s);
    scope.grantedAsAuthorityTo = reader.strings(json, u"grant-as-authority-to-apps"_s);
    return scope;
}

AttributeDefinition readAttribute(DescriptorReader &reader, const Json &json)
{
    AttributeDefinition attribute;
    attribute.name = reader.requiredString(json, u"name"_s);
    attribute.description = reader.string(json, u"description"_s);
    attribute.valueType = reader.string(json, u"valueType"_s, attribute.valueType);
    attribute.valueRequired = reader.boolean(json, u"valueRequired"_s, true);
    return attribute;
}

QList<AttributeReference> readAttributeReferences(DescriptorReader &reader, const Json &json)
{
    QList<AttributeReference> references;
    for (const auto &item : reader.array(json, u"attribute-references"_s)) {
        AttributeReference reference;
        if (item.isString()) {
            reference.name = item.toString();
        } else if (reader.expectObject(item, u"an attribute reference"_s)) {
            reference.name = reader.requiredString(item, u"name"_s);
            if (item.contains(u"default-values"))
                reference.defaultValues = reader.strings(item, u"default-values"_s);
        }
        references.append(reference);
    }
    return references;
}

RoleTemplate readRoleTemplate(DescriptorReader &reader, const Json &json)
{
    RoleTemplate roleTemplate;
    roleTemplate.name = reader.requiredString(json, u"name"_s);
    roleTemplate.description = reader.string(json, u"description"_s);
    roleTemplate.defaultRoleName = reader.string(json, u"default-role-name"_s);
    roleTemplate.scopeReferences = reader.strings(json, u"scope-references"_s);
    roleTemplate.attributeReferences = readAttributeReferences(reader, json);
    return roleTemplate;
}

DeclaredRoleCollection readRoleCollection(DescriptorReader &reader, const Json &json)
{
    return {reader.requiredString(json, u"name"_s),
            reader.string(json, u"description"_s),
            reader.strings(json, u"role-template-references"_s)};
}

OAuthConfiguration readOAuth(DescriptorReader &reader, const Json &json)
{
    OAuthConfiguration oauth;
    oauth.tokenValidity = reader.integer(json, u"token-validity"_s, oauth.tokenValidity);
    oauth.refreshTokenValidity =
        reader.integer(json, u"refresh-token-validity"_s, oauth.refreshTokenValidity);
    oauth.redirectUris = reader.strings(json, u"redirect-uris"_s);
    if (json.contains(u"system-attributes"))
        oauth.systemAttributes = reader.strings(json, u"system-attributes"_s);
    oauth.grantTypes = reader.strings(json, u"grant-types"_s);
    return oauth;
}

template<typename T>
QList<T> readList(DescriptorReader &reader,
                  const Json &root,
                  const QString &member,
                  const QString &what,
                  T (*read)(DescriptorReader &, const Json &))
{
    QList<T> list;
    for (const auto &item : reader.array(root, member)) {
        if (reader.expectObject(item, what))
            list.append(read(reader, item));
    }
    return list;
}

Result<Application> readWith(DescriptorReader &reader, const Json &root)
{
    Application app;
    if (reader.expectObject(root, u"xs-security.json"_s)) {
        app.document = root;
        app.xsappname = reader.string(root, u"xsappname"_s);
        app.description = reader.string(root, u"description"_s);
        app.tenantMode = reader.string(root, u"tenant-mode"_s, app.tenantMode);
        app.scopes = readList(reader, root, u"scopes"_s, u"a scope"_s, readScope);
        app.attributes = readList(reader, root, u"attributes"_s, u"an attribute"_s, readAttribute);
        app.roleTemplates =
            readList(reader, root, u"role-templates"_s, u"a role template"_s, readRoleTemplate);
        app.roleCollections = readList(
            reader, root, u"role-collections"_s, u"a role collection"_s, readRoleCollection);
        app.authorities = reader.strings(root, u"authorities"_s);
        app.foreignScopeReferences = reader.strings(root, u"foreign-scope-references"_s);
        const auto &oauth = root[u"oauth2-configuration"];
        if (!oauth.isNull() && reader.expectObject(oauth, u"oauth2-configuration"_s))
            app.oauth = readOAuth(reader, oauth);
    }
    if (reader.error())
        return *reader.error();
    return app;
}

} // namespace

const Scope *Application::scope(QStringView writtenName) const
{
    return byName(scopes, writtenName);
}

const RoleTemplate *Application::roleTemplate(QStringView name) const
{
    return byName(roleTemplates, name);
}

const AttributeDefinition *Application::attribute(QStringView name) const
{
    return byName(attributes, name);
}

QString Application::resolved(const QString &reference) const
{
    const auto variable = "$XSAPPNAME."_L1;
    if (reference.startsWith(variable))
        return appId + u'.' + reference.mid(variable.size());
    return reference;
}

bool Application::yieldsDefaultRole(const RoleTemplate &roleTemplate) const
{
    const auto &references = roleTemplate.attributeReferences;
    return std::all_of(references.begin(), references.end(), [this](const auto &reference) {
        const auto *definition = attribute(reference.name);
        return (reference.defaultValues && !reference.defaultValues->isEmpty())
            || (definition != nullptr && !definition->valueRequired);
    });
}

Result<Application> readApplication(const QByteArray &source, const QString &file)
{
    auto parsed = text::parseJson(source, file);
    if (!parsed)
        return parsed.error();
    DescriptorReader reader(source, file);
    return readWith(reader, *parsed);
}

Result<Application> applicationFromJson(const Json &descriptor)
{
    DescriptorReader reader({}, {});
    return readWith(reader, descriptor);
}

} // namespace tokentrail::xsuaa
