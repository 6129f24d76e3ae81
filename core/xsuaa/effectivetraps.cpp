// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/xsuaa/effectivetraps.h"

#include <algorithm>

namespace tokentrail::xsuaa {

using namespace Qt::StringLiterals;

namespace {

void addSameMail(const Directory &directory, const User &user, QList<Trap> &traps)
{
    if (user.email.isEmpty())
        return;
    const auto own = roleCollectionsOf(directory, user);
    for (const auto &other : directory.users) {
        const bool twin = other.email.compare(user.email, Qt::CaseInsensitive) == 0
            && other.origin != user.origin;
        if (!twin)
            continue;
        const auto theirs = roleCollectionsOf(directory, other);
        traps.append(
            {Trap::Kind::SameMailElsewhere,
             other.origin,
             theirs == own
                 ? u"%1 exists under the origin %2 too: a login there is another user."_s.arg(
                     user.email, other.origin)
                 : u"%1 exists under the origin %2 too, with %3: what counts is the origin of the login."_s
                       .arg(user.email,
                            other.origin,
                            theirs.isEmpty() ? u"no role collection"_s : theirs.join(u", "_s))});
    }
}

// The service joins values: what one role leaves unrestricted, another one's values restrict.
void addJoined(const EffectivePermission &effective, QList<Trap> &traps)
{
    QMap<QString, QStringList> restricting;
    QMap<QString, QStringList> freeing;
    for (const auto &collection : effective.collections) {
        for (const auto &role : collection.roles) {
            for (auto it = role.attributes.begin(); it != role.attributes.end(); ++it) {
                if (!it.value().isEmpty())
                    restricting[it.key()].append(role.role.name);
            }
            for (const auto &name : role.unrestricted)
                freeing[name].append(role.role.name);
        }
    }
    for (auto it = freeing.begin(); it != freeing.end(); ++it) {
        const auto others = restricting.value(it.key());
        if (others.isEmpty())
            continue;
        traps.append(
            {Trap::Kind::RestrictedAndUnrestricted,
             it.key(),
             u"%1 is unrestricted in the role “%2”, yet the token holds the values of “%3”: the user sees less than with “%2” alone."_s
                 .arg(it.key(), it.value().constFirst(), others.constFirst())});
    }
}

void addMissingRoles(const EffectivePermission &effective, QList<Trap> &traps)
{
    for (const auto &collection : effective.collections) {
        if (collection.roles.isEmpty())
            traps.append({Trap::Kind::CollectionEmpty,
                          collection.name,
                          u"The role collection “%1” holds no role: it gives nothing."_s.arg(
                              collection.name)});
        for (const auto &role : collection.roles) {
            if (!role.exists)
                traps.append(
                    {Trap::Kind::RoleMissing,
                     role.role.name,
                     u"The role collection “%1” names the role “%2” of the template %3, which does not exist."_s
                         .arg(collection.name, role.role.name, role.role.templateName)});
        }
    }
}

void addTemplatesWithoutRole(const Directory &directory,
                             const Application &application,
                             QList<Trap> &traps)
{
    const auto roles = directory.rolesOf(application);
    for (const auto &roleTemplate : application.roleTemplates) {
        const bool any = std::any_of(roles.begin(), roles.end(), [&](const auto &role) {
            return role.templateName == roleTemplate.name;
        });
        if (any)
            continue;
        QStringList needed;
        for (const auto &reference : roleTemplate.attributeReferences) {
            const auto *definition = application.attribute(reference.name);
            if (!reference.defaultValues && (definition == nullptr || definition->valueRequired))
                needed.append(reference.name);
        }
        traps.append(
            {Trap::Kind::NoDefaultRole,
             roleTemplate.name,
             u"The template %1 yields no role of its own accord, since %2 needs a value; nobody made one, so nobody can have it."_s
                 .arg(roleTemplate.name, needed.join(u", "_s))});
    }
}

} // namespace

QList<Trap> trapsOf(const Directory &directory,
                    const Application &application,
                    const EffectivePermission &effective)
{
    QList<Trap> traps;
    addSameMail(directory, effective.user, traps);
    addJoined(effective, traps);
    addMissingRoles(effective, traps);
    addTemplatesWithoutRole(directory, application, traps);
    return traps;
}

} // namespace tokentrail::xsuaa
