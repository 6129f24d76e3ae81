// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/rolesplans.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using admin::Change;
using Origin = xsuaa::RoleAttribute::Origin;

namespace {

admin::UserName userIn(const Invocation &invocation)
{
    return {invocation.positional(1),
            invocation.value(u"--origin"_s, QString::fromLatin1(xsuaa::defaultOrigin))};
}

xsuaa::GroupReference groupIn(const Invocation &invocation)
{
    return {invocation.value(u"--origin"_s, QString::fromLatin1(xsuaa::defaultOrigin)),
            invocation.value(u"--attribute"_s, u"Groups"_s),
            invocation.positional(1)};
}

Change turned(Change change, Change::Kind kind)
{
    change.kind = kind;
    return change;
}

// ROLE [--app APP] [--template TEMPLATE]: what is left out must follow from the rest.
Result<xsuaa::Role>
findRole(const Invocation &invocation, const xsuaa::Directory &directory, const QString &name)
{
    QList<xsuaa::Role> found;
    for (const auto &app : directory.applications) {
        const auto wanted = invocation.value(u"--app"_s);
        if (!wanted.isEmpty() && app.appId != wanted && app.xsappname != wanted)
            continue;
        for (const auto &role : directory.rolesOf(app)) {
            const auto templateName = invocation.value(u"--template"_s, role.templateName);
            if (role.name == name && role.templateName == templateName)
                found.append(role);
        }
    }
    if (found.size() == 1)
        return found.constFirst();
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, u"There is no role \"%1\"."_s.arg(name)};
    QStringList places;
    for (const auto &role : found)
        places << role.appId + u'/' + role.templateName;
    return Error{ErrorCode::Usage,
                 u"There are several roles \"%1\": %2; say which with --app and --template."_s.arg(
                     name, places.join(u", "_s))};
}

// NAME=A,B
Result<std::pair<QString, QStringList>> assignmentIn(const QString &word)
{
    const auto equals = word.indexOf(u'=');
    if (equals <= 0)
        return Error{ErrorCode::Usage, u"\"%1\" should be NAME=VALUE,VALUE…"_s.arg(word)};
    return std::pair(word.first(equals), word.sliced(equals + 1).split(u',', Qt::SkipEmptyParts));
}

} // namespace

Changes planCreate(const Invocation &invocation, const xsuaa::Directory &)
{
    return QList<Change>{admin::createCollectionChange(invocation.positional(0),
                                                       invocation.value(u"--description"_s))};
}

Changes planDelete(const Invocation &invocation, const xsuaa::Directory &directory)
{
    return QList<Change>{admin::deleteCollectionChange(directory, invocation.positional(0))};
}

Changes planAssign(const Invocation &invocation, const xsuaa::Directory &)
{
    return QList<Change>{admin::assignUserChange(invocation.positional(0), userIn(invocation))};
}

Changes planUnassign(const Invocation &invocation, const xsuaa::Directory &directory)
{
    const auto user = userIn(invocation);
    const auto *known = directory.user(user.name, user.origin);
    if (known == nullptr || !known->roleCollections.contains(invocation.positional(0)))
        return Error{ErrorCode::NotFound,
                     u"%1 does not have the role collection \"%2\"."_s.arg(
                         user.name, invocation.positional(0))};
    return QList<Change>{turned(admin::assignUserChange(invocation.positional(0), user),
                                Change::Kind::UnassignUser)};
}

Changes planAssignGroup(const Invocation &invocation, const xsuaa::Directory &)
{
    return QList<Change>{admin::assignGroupChange(invocation.positional(0), groupIn(invocation))};
}

Changes planUnassignGroup(const Invocation &invocation, const xsuaa::Directory &)
{
    return QList<Change>{
        turned(admin::assignGroupChange(invocation.positional(0), groupIn(invocation)),
               Change::Kind::UnassignGroup)};
}

Changes planAddRole(const Invocation &invocation, const xsuaa::Directory &directory)
{
    const auto role = findRole(invocation, directory, invocation.positional(1));
    if (!role)
        return role.error();
    return QList<Change>{admin::addRoleChange(invocation.positional(0),
                                              {role->appId, role->templateName, role->name})};
}

Changes planRemoveRole(const Invocation &invocation, const xsuaa::Directory &directory)
{
    auto changes = planAddRole(invocation, directory);
    if (changes)
        changes->first().kind = Change::Kind::RemoveRole;
    return changes;
}

Changes planDeleteRole(const Invocation &invocation, const xsuaa::Directory &directory)
{
    const auto role = findRole(invocation, directory, invocation.positional(0));
    if (!role)
        return role.error();
    return admin::deleteRoleChanges(directory, *role);
}

Changes planCreateRole(const Invocation &invocation, const xsuaa::Directory &directory)
{
    const auto *app = directory.application(invocation.positional(0));
    if (app == nullptr)
        return Error{ErrorCode::NotFound,
                     u"There is no application %1."_s.arg(invocation.positional(0))};
    xsuaa::Role role{app->appId,
                     invocation.positional(1),
                     invocation.positional(2),
                     invocation.value(u"--description"_s),
                     {},
                     false};
    for (const auto &[option, origin] : {std::pair(u"--static"_s, Origin::Static),
                                         std::pair(u"--idp"_s, Origin::IdentityProvider)}) {
        for (const auto &word : invocation.values(option)) {
            const auto given = assignmentIn(word);
            if (!given)
                return given.error();
            role.attributes.append({given->first, origin, given->second});
        }
    }
    for (const auto &name : invocation.values(u"--unrestricted"_s))
        role.attributes.append({name, Origin::Unrestricted, {}});
    const auto *roleTemplate = app->roleTemplate(role.templateName);
    for (const auto &reference : roleTemplate == nullptr ? QList<xsuaa::AttributeReference>()
                                                         : roleTemplate->attributeReferences) {
        const bool given =
            std::any_of(role.attributes.begin(), role.attributes.end(), [&](const auto &item) {
                return item.name == reference.name;
            });
        if (!given)
            return Error{
                ErrorCode::Usage,
                u"The template %1 asks for \"%2\": give --static, --idp or --unrestricted for it."_s
                    .arg(role.templateName, reference.name)};
    }
    return QList<Change>{admin::createRoleChange(role)};
}

} // namespace tokentrail::ctl
