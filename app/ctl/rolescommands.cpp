// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/rolescommands.h"

#include "app/ctl/input.h"
#include "app/ctl/roleseffective.h"
#include "app/ctl/rolesjob.h"
#include "app/ctl/rolestext.h"
#include "core/admin/document.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using admin::Change;
using text::Json;
using Origin = xsuaa::RoleAttribute::Origin;

namespace {

using Changes = Result<QList<Change>>;
using Planner = Changes (*)(const Invocation &invocation, const xsuaa::Directory &directory);

bool wants(Invocation &invocation, qsizetype words, const QString &what)
{
    if (invocation.positionals().size() == words)
        return true;
    invocation.failUsage(what);
    return false;
}

std::function<void(Invocation &)> reading(Json (*json)(const xsuaa::Directory &, const QString &),
                                          QString (*text)(const xsuaa::Directory &,
                                                          const QString &))
{
    return [json, text](Invocation &invocation) {
        if (!wants(invocation, 0, u"this takes no arguments, only options"_s))
            return;
        auto *job = new RolesJob(invocation);
        job->read([&invocation, json, text](const xsuaa::Directory &directory) {
            const auto filter = invocation.value(u"--filter"_s);
            invocation.answer(json(directory, filter), text(directory, filter));
            invocation.finish(Ok);
        });
    };
}

void show(Invocation &invocation)
{
    if (!wants(invocation, 1, u"roles show needs the NAME of a role collection"_s))
        return;
    auto *job = new RolesJob(invocation);
    job->read([&invocation](const xsuaa::Directory &directory) {
        const auto name = invocation.positional(0);
        const auto *collection = directory.roleCollection(name);
        if (collection == nullptr)
            return invocation.fail(
                {ErrorCode::NotFound, u"There is no role collection \"%1\"."_s.arg(name)});
        invocation.answer(collectionJson(directory, *collection),
                          collectionText(directory, *collection));
        invocation.finish(Ok);
    });
}

std::function<void(Invocation &)> changing(qsizetype words, const QString &usage, Planner plan)
{
    return [words, usage, plan](Invocation &invocation) {
        if (!wants(invocation, words, usage))
            return;
        auto *job = new RolesJob(invocation);
        job->change([&invocation, plan](const xsuaa::Directory &directory) {
            return plan(invocation, directory);
        });
    };
}

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

// NAME=A,B
Result<std::pair<QString, QStringList>> assignmentIn(const QString &word)
{
    const auto equals = word.indexOf(u'=');
    if (equals <= 0)
        return Error{ErrorCode::Usage, u"\"%1\" should be NAME=VALUE,VALUE…"_s.arg(word)};
    return std::pair(word.first(equals), word.sliced(equals + 1).split(u',', Qt::SkipEmptyParts));
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

void exportDirectory(Invocation &invocation)
{
    const auto format = invocation.value(u"--format"_s, u"json"_s);
    if (!invocation.positionals().isEmpty() || (format != "json"_L1 && format != "csv"_L1))
        return invocation.failUsage(u"roles export takes --format json or csv"_s);
    auto *job = new RolesJob(invocation);
    job->read([&invocation, format](const xsuaa::Directory &directory) {
        invocation.printRaw(format == "csv"_L1 ? admin::toCsvDocument(directory)
                                               : admin::toJsonDocument(directory));
        invocation.finish(Ok);
    });
}

void importDocument(Invocation &invocation)
{
    if (!wants(invocation, 1, u"roles import needs one FILE"_s))
        return;
    const auto name = invocation.positional(0);
    const auto source = readInput(name);
    if (!source)
        return invocation.fail(source.error());
    auto *job = new RolesJob(invocation);
    job->change([source, name](const xsuaa::Directory &directory) {
        return admin::planFromDocument(directory, *source, name == "-"_L1 ? QString() : name);
    });
}

Json templatesWithoutFilter(const xsuaa::Directory &directory, const QString &)
{
    return templatesJson(directory);
}

QString templatesTextWithoutFilter(const xsuaa::Directory &directory, const QString &)
{
    return templatesText(directory);
}

} // namespace

QList<Command> rolesCommands()
{
    const auto where = rolesOptions();
    const auto filtered =
        where + QList<Option>{{u"--filter"_s, u"TEXT"_s, u"only those that contain it"_s}};
    const auto writes =
        where + QList<Option>{{u"--dry-run"_s, {}, u"tell what would change, change nothing"_s}};
    const auto described =
        writes + QList<Option>{{u"--description"_s, u"TEXT"_s, u"what it is for"_s}};
    const auto people = writes
        + QList<Option>{{u"--origin"_s, u"ORIGIN"_s, u"identity provider; default sap.default"_s}};
    const auto groups =
        people + QList<Option>{{u"--attribute"_s, u"NAME"_s, u"of the provider; default Groups"_s}};
    const auto oneRole = writes
        + QList<Option>{{u"--app"_s, u"APP"_s, u"application of the role"_s},
                        {u"--template"_s, u"TEMPLATE"_s, u"template of the role"_s}};
    const auto values = described
        + QList<Option>{{u"--static"_s, u"NAME=VALUE,…"_s, u"an attribute's own values"_s},
                        {u"--idp"_s, u"NAME=ATTRIBUTE"_s, u"from the identity provider"_s},
                        {u"--unrestricted"_s, u"NAME"_s, u"an attribute without restriction"_s}};
    const auto pair = u"COLLECTION USER"_s;
    QList<Command> commands{
        {u"roles list"_s,
         {},
         u"List role collections with their roles and how many have them"_s,
         filtered,
         reading(collectionsJson, collectionsText)},
        {u"roles show"_s, u"COLLECTION"_s, u"Show one with scopes and users"_s, where, show},
        {u"roles templates"_s,
         {},
         u"List applications, their role templates and what these ask for"_s,
         where,
         reading(templatesWithoutFilter, templatesTextWithoutFilter)},
        {u"roles users"_s,
         {},
         u"List users with their role collections"_s,
         filtered,
         reading(usersJson, usersText)},
        {u"roles create"_s,
         u"COLLECTION"_s,
         u"Create a role collection"_s,
         described,
         changing(1, u"roles create needs one NAME"_s, planCreate)},
        {u"roles delete"_s,
         u"COLLECTION"_s,
         u"Delete a role collection"_s,
         writes,
         changing(1, u"roles delete needs one NAME"_s, planDelete)},
        {u"roles assign"_s,
         pair,
         u"Give a user a role collection; makes the user where there is none"_s,
         people,
         changing(2, u"roles assign needs COLLECTION and USER"_s, planAssign)},
        {u"roles unassign"_s,
         pair,
         u"Take a role collection from a user"_s,
         people,
         changing(2, u"roles unassign needs COLLECTION and USER"_s, planUnassign)},
        {u"roles assign-group"_s,
         u"COLLECTION VALUE"_s,
         u"Give it to everybody with that value of the identity provider"_s,
         groups,
         changing(2, u"roles assign-group needs COLLECTION and VALUE"_s, planAssignGroup)},
        {u"roles unassign-group"_s,
         u"COLLECTION VALUE"_s,
         u"Take it from them"_s,
         groups,
         changing(2, u"roles unassign-group needs COLLECTION and VALUE"_s, planUnassignGroup)},
        {u"roles create-role"_s,
         u"APP TEMPLATE ROLE"_s,
         u"Create a role from a template"_s,
         values,
         changing(3, u"roles create-role needs APP, TEMPLATE and ROLE"_s, planCreateRole)},
        {u"roles delete-role"_s,
         u"ROLE"_s,
         u"Delete a role, and take it out of its collections"_s,
         oneRole,
         changing(1, u"roles delete-role needs ROLE"_s, planDeleteRole)},
        {u"roles add-role"_s,
         u"COLLECTION ROLE"_s,
         u"Put a role into a role collection"_s,
         oneRole,
         changing(2, u"roles add-role needs COLLECTION and ROLE"_s, planAddRole)},
        {u"roles remove-role"_s,
         u"COLLECTION ROLE"_s,
         u"Take a role out of a role collection"_s,
         oneRole,
         changing(2, u"roles remove-role needs COLLECTION and ROLE"_s, planRemoveRole)}};
    commands.append(
        {u"roles export"_s,
         {},
         u"Print roles, role collections and who has them"_s,
         where + QList<Option>{{u"--format"_s, u"FORMAT"_s, u"json, or csv: assignments alone"_s}},
         exportDirectory});
    commands.append({u"roles import"_s,
                     u"FILE"_s,
                     u"Create and assign what the document has; again: go on where it stopped"_s,
                     writes,
                     importDocument});
    commands.append(rolesEffectiveCommand());
    return commands;
}

} // namespace tokentrail::ctl
