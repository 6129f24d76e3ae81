// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/rolescommands.h"

#include "app/ctl/input.h"
#include "app/ctl/roleseffective.h"
#include "app/ctl/rolesjob.h"
#include "app/ctl/rolesplans.h"
#include "app/ctl/rolestext.h"
#include "core/admin/document.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

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
