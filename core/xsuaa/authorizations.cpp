// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/authorizations.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

void addOnce(QStringList &list, const QString &value)
{
    if (!list.contains(value))
        list.append(value);
}

// "$XSAPPNAME(application, bookshop)" and the name alone mean the same application.
bool names(const QString &reference, const Application &application)
{
    QString name = reference;
    if (name.startsWith("$XSAPPNAME("_L1) && name.endsWith(u')')) {
        name = name.sliced(11).chopped(1);
        name = name.sliced(name.lastIndexOf(u',') + 1).trimmed();
    }
    return name == "$XSAPPNAME"_L1 || name == application.xsappname || name == application.appId;
}

bool grants(const QStringList &grantedTo, const Application &application)
{
    return std::any_of(grantedTo.begin(), grantedTo.end(), [&](const QString &reference) {
        return names(reference, application);
    });
}

// Whether a list of accepted scopes (foreign-scope-references, authorities) takes this one in:
// "$ACCEPT_GRANTED_…", "$XSAPPNAME(application,owner).Local" or "owner!t1.Local".
bool accepts(const QStringList &accepted,
             QLatin1StringView wildcard,
             const Application &owner,
             const Scope &scope)
{
    const auto full = owner.resolved(scope.name);
    const auto local = full.sliced(full.lastIndexOf(u'.') + 1);
    return std::any_of(accepted.begin(), accepted.end(), [&](const QString &entry) {
        if (entry == wildcard || entry == full)
            return true;
        const auto dot = entry.lastIndexOf(u'.');
        return dot > 0 && entry.sliced(dot + 1) == local && names(entry.first(dot), owner)
            && entry.startsWith("$XSAPPNAME("_L1);
    });
}

bool usable(const Application &owner, const QString &reference, const Application &application)
{
    if (owner.appId == application.appId)
        return true;
    const auto *scope = owner.scope(reference);
    return scope != nullptr && grants(scope->grantedApps, application)
        && accepts(application.foreignScopeReferences, "$ACCEPT_GRANTED_SCOPES"_L1, owner, *scope);
}

QStringList valuesOf(const RoleAttribute &attribute, const User &user)
{
    switch (attribute.origin) {
    case RoleAttribute::Origin::Static:
        return attribute.values;
    case RoleAttribute::Origin::Unrestricted:
        return {};
    case RoleAttribute::Origin::IdentityProvider:
        break;
    }
    QStringList values;
    for (const auto &name : attribute.values)
        values += user.attributes.value(name);
    return values;
}

void addRole(const Directory &directory,
             const RoleReference &reference,
             const User &user,
             const Application &application,
             Authorizations &all)
{
    const auto *owner = directory.application(reference.appId);
    const auto role = directory.role(reference);
    if (owner == nullptr || !role)
        return;
    const auto *roleTemplate = owner->roleTemplate(reference.templateName);
    if (roleTemplate == nullptr)
        return;
    for (const auto &scope : roleTemplate->scopeReferences) {
        if (usable(*owner, scope, application))
            addOnce(all.scopes, owner->resolved(scope));
    }
    if (owner->appId != application.appId)
        return;
    for (const auto &attribute : role->attributes) {
        const auto values = valuesOf(attribute, user);
        for (const auto &value : values)
            addOnce(all.attributes[attribute.name], value);
    }
}

bool hasGroup(const User &user, const GroupReference &group)
{
    if (group.origin != user.origin)
        return false;
    if (group.attributeName == "Groups"_L1 && user.groups.contains(group.attributeValue))
        return true;
    return user.attributes.value(group.attributeName).contains(group.attributeValue);
}

} // namespace

QStringList roleCollectionsOf(const Directory &directory, const User &user)
{
    QStringList names;
    for (const auto &name : user.roleCollections) {
        if (directory.roleCollection(name) != nullptr)
            addOnce(names, name);
    }
    for (const auto &collection : directory.roleCollections) {
        const bool member = std::any_of(collection.groups.begin(),
                                        collection.groups.end(),
                                        [&](const auto &group) { return hasGroup(user, group); });
        if (member)
            addOnce(names, collection.name);
    }
    return names;
}

Authorizations
authorizationsOf(const Directory &directory, const User &user, const Application &application)
{
    Authorizations all;
    all.roleCollections = roleCollectionsOf(directory, user);
    all.groups = user.groups;
    for (const auto &name : std::as_const(all.roleCollections)) {
        for (const auto &reference : directory.roleCollection(name)->roles)
            addRole(directory, reference, user, application, all);
    }
    return all;
}

Authorizations authoritiesOf(const Directory &directory, const Application &application)
{
    Authorizations all;
    for (const auto &owner : directory.applications) {
        for (const auto &scope : owner.scopes) {
            if (grants(scope.grantedAsAuthorityTo, application)
                && accepts(application.authorities, "$ACCEPT_GRANTED_AUTHORITIES"_L1, owner, scope))
                addOnce(all.scopes, owner.resolved(scope.name));
        }
    }
    return all;
}

} // namespace tokentrail::xsuaa
