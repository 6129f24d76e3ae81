// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/effective.h"

#include "core/xsuaa/effectivetraps.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

QString viaOf(const RoleCollection &collection, const User &user)
{
    if (user.roleCollections.contains(collection.name))
        return {};
    for (const auto &group : collection.groups) {
        if (group.origin != user.origin)
            continue;
        const bool inGroups =
            group.attributeName == "Groups"_L1 && user.groups.contains(group.attributeValue);
        if (inGroups || user.attributes.value(group.attributeName).contains(group.attributeValue))
            return group.attributeName + u" = "_s + group.attributeValue;
    }
    return {};
}

// What one role alone gives: asked of the same function that joins them all.
Authorizations alone(const Directory &directory,
                     const User &user,
                     const Application &application,
                     const RoleReference &reference)
{
    Directory small;
    small.applications = directory.applications;
    small.roles = directory.roles;
    small.roleCollections = {{u"one"_s, {}, {reference}, {}, false}};
    auto holder = user;
    holder.groups.clear();
    holder.roleCollections = QStringList{u"one"_s};
    return authorizationsOf(small, holder, application);
}

RoleEffect effectOf(const Directory &directory,
                    const User &user,
                    const Application &application,
                    const RoleReference &reference,
                    bool knownAttributes)
{
    RoleEffect effect;
    const auto role = directory.role(reference);
    effect.exists = role.has_value();
    effect.role = role.value_or(
        Role{reference.appId, reference.templateName, reference.roleName, {}, {}, false});
    effect.ofApplication = reference.appId == application.appId;
    const auto given = alone(directory, user, application, reference);
    effect.scopes = given.scopes;
    effect.attributes = given.attributes;
    if (!effect.ofApplication)
        return effect;
    for (const auto &attribute : effect.role.attributes) {
        if (attribute.origin == RoleAttribute::Origin::Unrestricted)
            effect.unrestricted.append(attribute.name);
        else if (attribute.origin == RoleAttribute::Origin::IdentityProvider && !knownAttributes)
            effect.unknown.append(attribute.name);
    }
    return effect;
}

} // namespace

EffectivePermission effectivePermission(const Directory &directory,
                                        const User &user,
                                        const Application &application,
                                        bool knownAttributes)
{
    EffectivePermission effective;
    effective.user = user;
    effective.appId = application.appId;
    effective.authorizations = authorizationsOf(directory, user, application);
    for (const auto &name : std::as_const(effective.authorizations.roleCollections)) {
        const auto *collection = directory.roleCollection(name);
        CollectionEffect effect;
        effect.name = name;
        effect.via = viaOf(*collection, user);
        for (const auto &reference : collection->roles)
            effect.roles.append(effectOf(directory, user, application, reference, knownAttributes));
        effective.collections.append(effect);
    }
    effective.traps = trapsOf(directory, application, effective);
    return effective;
}

Directory withToggled(const Directory &directory, const User &user, const QString &collection)
{
    auto after = directory;
    const bool had = roleCollectionsOf(directory, user).contains(collection);
    for (auto &one : after.users) {
        if (one.userName != user.userName || one.origin != user.origin)
            continue;
        one.roleCollections.removeAll(collection);
        if (!had)
            one.roleCollections.append(collection);
    }
    if (had) {
        for (auto &one : after.roleCollections) {
            if (one.name == collection)
                one.groups.clear();
        }
    }
    return after;
}

void takeConfiguration(ClaimsInput &input, const Application *application)
{
    const auto oauth = application == nullptr ? OAuthConfiguration() : application->oauth;
    input.systemAttributes = oauth.systemAttributes;
    input.lifeSeconds = oauth.tokenValidity;
}

text::Json previewClaims(const Directory &directory,
                         const User &user,
                         const Application &application,
                         const LoginFrame &frame)
{
    ClaimsInput input;
    input.issuer = frame.issuer;
    input.zoneId = frame.zoneId;
    input.clientId = frame.clientId;
    input.grantType = frame.grantType;
    input.standardScopes = QStringList{u"openid"_s};
    input.authorizations = authorizationsOf(directory, user, application);
    input.nowSeconds = frame.nowSeconds;
    takeConfiguration(input, &application);
    return userClaims(input, user);
}

} // namespace tokentrail::xsuaa
