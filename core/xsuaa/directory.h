// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/text/json.h"
#include "core/xsuaa/application.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace tokentrail::xsuaa {

inline constexpr auto defaultOrigin = "sap.default";

// A shadow user, as the identity provider of its origin describes it.
struct User
{
    QString origin = QString::fromLatin1(defaultOrigin);
    QString userName;
    QString id; // UUID
    QString email;
    QString givenName;
    QString familyName;
    QMap<QString, QStringList> attributes; // what the identity provider sends along
    QStringList groups; // likewise
    QStringList roleCollections; // assigned to the user itself
};

struct RoleAttribute
{
    enum class Origin { Static, IdentityProvider, Unrestricted };
    QString name;
    Origin origin = Origin::Static;
    QStringList values; // IdentityProvider: names of the user's attributes
};

// A role template with its attributes filled in.
struct Role
{
    QString appId;
    QString templateName;
    QString name;
    QString description;
    QList<RoleAttribute> attributes;
    bool readOnly = false; // made from the template, not by an administrator
};

struct RoleReference
{
    QString appId;
    QString templateName;
    QString roleName;
    bool operator==(const RoleReference &) const = default;
};

// Everybody with that value of that attribute of the identity provider.
struct GroupReference
{
    QString origin = QString::fromLatin1(defaultOrigin);
    QString attributeName = QStringLiteral("Groups");
    QString attributeValue;
};

struct RoleCollection
{
    QString name;
    QString description;
    QList<RoleReference> roles;
    QList<GroupReference> groups;
    bool readOnly = false; // declared in an xs-security.json
};

// Who may what, in one subaccount. A value: the sandbox keeps one, a preview changes a copy.
struct Directory
{
    QList<Application> applications;
    QList<Role> roles; // made by administrators; default roles follow from the templates
    QList<RoleCollection> roleCollections;
    QList<User> users;

    const Application *application(QStringView appIdOrXsappname) const;
    const RoleCollection *roleCollection(QStringView name) const;
    const User *user(QStringView userName, QStringView origin = u"sap.default") const;
    std::optional<Role> role(const RoleReference &reference) const;
    QList<Role> rolesOf(const Application &application) const; // default ones first
};

// The role that a template yields of its own accord.
Role defaultRole(const Application &application, const RoleTemplate &roleTemplate);
// Collections that an xs-security.json declares, with the default roles of its own templates.
QList<RoleCollection> declaredCollections(const Application &application);

// The shapes of the authorization API: userReferences aside, which follow from the users.
text::Json toJson(const User &user);
text::Json toJson(const Role &role);
text::Json toJson(const RoleCollection &collection);
Result<User> userFromJson(const text::Json &json);
Result<Role> roleFromJson(const text::Json &json);
// A role reference may bring an attributeList along; such roles come back in newRoles.
Result<RoleCollection> roleCollectionFromJson(const text::Json &json,
                                              QList<Role> *newRoles = nullptr);

} // namespace tokentrail::xsuaa
