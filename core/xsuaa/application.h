// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tokentrail::xsuaa {

struct Scope
{
    QString name; // as written: "$XSAPPNAME.admin"
    QString description;
    QStringList grantedApps; // "$XSAPPNAME(application,other)"
    QStringList grantedAsAuthorityTo;
};

struct AttributeDefinition
{
    QString name;
    QString description;
    QString valueType = QStringLiteral("string"); // string, s, int, date
    bool valueRequired = true;
};

struct AttributeReference
{
    QString name;
    std::optional<QStringList> defaultValues;
};

struct RoleTemplate
{
    QString name;
    QString description;
    QString defaultRoleName; // empty: the default role is called like the template
    QStringList scopeReferences; // as written
    QList<AttributeReference> attributeReferences;
};

struct DeclaredRoleCollection
{
    QString name;
    QString description;
    QStringList roleTemplateReferences; // "$XSAPPNAME.admin"
};

struct OAuthConfiguration
{
    int tokenValidity = 43200; // seconds
    int refreshTokenValidity = 604800; // seconds
    QStringList redirectUris; // "*" in the host, "**" in the path; localhost is always allowed
    QStringList systemAttributes = {QStringLiteral("groups"), QStringLiteral("rolecollections")};
    QStringList grantTypes; // empty: all
};

// An application as its xs-security.json describes it.
// Source: SAP help, "Application Security Descriptor Configuration Syntax".
struct Application
{
    QString xsappname; // as written: "bookshop"
    QString appId; // as deployed: "bookshop!t1"; empty before
    QString description;
    QString tenantMode = QStringLiteral("dedicated");
    QList<Scope> scopes;
    QList<AttributeDefinition> attributes;
    QList<RoleTemplate> roleTemplates;
    QList<DeclaredRoleCollection> roleCollections;
    QStringList authorities;
    QStringList foreignScopeReferences;
    OAuthConfiguration oauth;
    text::Json document = text::Json::object(); // the whole descriptor

    const Scope *scope(QStringView writtenName) const;
    const RoleTemplate *roleTemplate(QStringView name) const;
    const AttributeDefinition *attribute(QStringView name) const;
    // "$XSAPPNAME.admin" → "bookshop!t1.admin"; names of other applications stay as they are.
    QString resolved(const QString &reference) const;
    // Whether the template gets a role of its own accord: every attribute that it asks for has
    // default values or is not required.
    bool yieldsDefaultRole(const RoleTemplate &roleTemplate) const;
};

// The error names the place of the member that has the wrong kind or is missing; limits and
// names are another matter. xsappname may be missing: `cds compile --to xsuaa` writes none.
Result<Application> readApplication(const QByteArray &source, const QString &file = {});
Result<Application> applicationFromJson(const text::Json &descriptor);

} // namespace tokentrail::xsuaa
