// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capuserscommands.h"

#include "app/ctl/capenvcommands.h"
#include "app/ctl/capusersedit.h"
#include "app/ctl/capusersexchange.h"
#include "app/ctl/input.h"
#include "app/ctl/sandboxcommands.h"
#include "core/cap/mockuseredit.h"
#include "core/cap/mockusers.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json rowOf(const cap::MockUser &user, const cap::MockUsers &users)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? Json() : Json(text);
    };
    auto row = Json::object({{u"id"_s, user.login},
                             {u"userId"_s, user.id ? Json(*user.id) : Json()},
                             {u"roles"_s, Json::array(user.roles)},
                             {u"attributes"_s, user.attributes},
                             {u"tenant"_s, orNull(user.tenant)},
                             {u"configuredTenant"_s, orNull(user.configuredTenant)},
                             {u"features"_s, user.features},
                             {u"password"_s, user.hasPassword ? u"set"_s : u"none"_s},
                             {u"enabled"_s, user.enabled && users.usesMockUsers()},
                             {u"source"_s, user.source},
                             {u"problems"_s, Json::array(user.problems)}});
    if (user.place && user.place->line > 0) {
        row.set(u"file"_s, user.place->file);
        row.set(u"line"_s, user.place->line);
    }
    return row;
}

QString lineOf(const cap::MockUser &user)
{
    QStringList parts{user.login};
    if (!user.enabled)
        parts << u"(off)"_s;
    if (user.id && *user.id != user.login)
        parts << u"is "_s + *user.id;
    parts << u"roles: "_s + (user.roles.isEmpty() ? u"none"_s : user.roles.join(", "_L1));
    if (user.attributes.size() > 0)
        parts << u"attributes: "_s + QString::fromUtf8(user.attributes.toCompact());
    if (!user.configuredTenant.isEmpty())
        parts << u"tenant: "_s + user.configuredTenant;
    parts << (user.hasPassword ? u"password set"_s : u"any password"_s);
    const auto line =
        user.place && user.place->line > 0 ? u":%1"_s.arg(user.place->line) : QString();
    parts << u"("_s + user.source + line + u')';
    return parts.join("  "_L1);
}

void listUsers(Invocation &invocation, const QString &projectDir)
{
    const auto env = cap::effectiveEnv(capEnvInput(invocation, projectDir));
    if (!env)
        return invocation.fail(env.error());
    for (const auto &problem : env->problems)
        invocation.note(problem.toString());
    const auto users = cap::MockUsers::of(*env);
    if (!users.startProblem().isEmpty())
        invocation.note(users.startProblem());
    if (!users.usesMockUsers())
        invocation.note(
            u"authentication of kind \"%1\" does not look at mock users"_s.arg(users.kind()));
    auto rows = Json::array();
    QStringList lines;
    for (const auto &user : users.users()) {
        rows.append(rowOf(user, users));
        lines << lineOf(user);
        for (const auto &problem : user.problems)
            invocation.note(user.login + ": "_L1 + problem);
    }
    invocation.answer(rows, lines.isEmpty() ? u"no mock users"_s : lines.join(u'\n'));
    invocation.finish(Ok);
}

Json featuresOf(const Invocation &invocation)
{
    auto list = invocation.values(u"--feature"_s);
    if (list.removeAll(QString()) > 0 && list.isEmpty())
        return Json(); // --feature '': none of its own
    return list == QStringList{u"*"_s} ? Json(u"*"_s) : Json::array(list);
}

Result<cap::MockUserChange> readChange(const Invocation &invocation, const QString &login)
{
    cap::MockUserChange change;
    change.login = login;
    if (invocation.has(u"--password-file"_s)) {
        const auto password = readSecretFile(invocation.value(u"--password-file"_s));
        if (!password)
            return password.error();
        if (password->contains(':'))
            return Error{
                ErrorCode::InvalidInput,
                u"The password has a colon; CAP cuts passwords there, so that nobody could log in."_s};
        change.password = Secret(*password);
    }
    if (invocation.has(u"--role"_s)) {
        change.roles = invocation.values(u"--role"_s);
        change.roles->removeAll(QString()); // --role '' takes all roles away
    }
    for (const auto &pair : invocation.values(u"--attr"_s)) {
        const auto equals = pair.indexOf(u'=');
        if (equals <= 0)
            return Error{ErrorCode::Usage, u"--attr wants NAME=VALUE"_s};
        const auto name = pair.first(equals);
        const auto named = [&name](const auto &entry) {
            return entry.first == name;
        };
        auto &list = change.attributes;
        const auto found = std::find_if(list.begin(), list.end(), named);
        auto &values =
            found == list.end() ? list.emplace_back(name, QStringList()).second : found->second;
        values << pair.sliced(equals + 1);
    }
    for (const auto &name : invocation.values(u"--no-attr"_s))
        change.attributesGone << name;
    if (invocation.has(u"--tenant"_s))
        change.tenant = invocation.value(u"--tenant"_s);
    if (invocation.has(u"--id"_s))
        change.id = invocation.value(u"--id"_s);
    if (invocation.has(u"--feature"_s))
        change.features = featuresOf(invocation);
    change.newLogin = invocation.value(u"--rename"_s);
    return change;
}

Result<QByteArray> changed(const Invocation &invocation,
                           const cap::ConfigText &config,
                           const QString &verb,
                           const QString &name)
{
    if (verb == "remove"_L1)
        return cap::withoutMockUser(config, name);
    if (verb == "kind"_L1)
        return cap::withAuthKind(config, name);
    if (verb == "tenant"_L1) {
        const QStringList path{u"tenants"_s, name, u"features"_s};
        const auto features = featuresOf(invocation);
        if (invocation.has(u"--feature"_s) && features.isNull())
            return cap::withoutAuthValue(config, path);
        return cap::withAuthValue(config, path, features);
    }
    if (invocation.has(u"--on"_s) || invocation.has(u"--off"_s))
        return cap::withAuthValue(config, {u"users"_s, name}, invocation.has(u"--on"_s));
    const auto change = readChange(invocation, name);
    return change ? cap::withMockUser(config, *change) : Result<QByteArray>(change.error());
}

void changeUsers(Invocation &invocation, const QString &projectDir, const QString &verb)
{
    const auto name = invocation.positional(2);
    if (name.isEmpty())
        return invocation.failUsage(u"cap users DIR %1 wants a name"_s.arg(verb));
    if (name.startsWith(u'[') && verb == "set"_L1)
        return invocation.failUsage(u"an id in brackets would be read as a profile"_s);
    const auto profiles = profilesOf(invocation, projectDir);
    const bool ofUser = verb == "set"_L1 || verb == "remove"_L1;
    const auto file = mockUserFile(invocation, projectDir, ofUser ? name : QString(), profiles);
    const auto before = text::readForEdit(file);
    if (!before)
        return invocation.fail(before.error());
    const auto after = changed(invocation, {before->content, file, profiles}, verb, name);
    return after ? showAndWrite(invocation, *before, *after) : invocation.fail(after.error());
}

void capUsers(Invocation &invocation)
{
    const auto dir = invocation.positional(0);
    const auto verb = invocation.positional(1);
    const auto count = invocation.positionals().size();
    if (verb == "list"_L1 && count == 2)
        return listUsers(invocation, dir);
    if ((verb == "from-collections"_L1 || verb == "to-collections"_L1) && count == 2)
        return verb == "from-collections"_L1
            ? mockUsersFromCollections(invocation, QDir(dir).absolutePath())
            : collectionsFromMockUsers(invocation, QDir(dir).absolutePath());
    static const QStringList changing{u"set"_s, u"remove"_s, u"kind"_s, u"tenant"_s};
    if (changing.contains(verb) && count <= 3) {
        if (!QFileInfo(dir).isDir())
            return invocation.fail({ErrorCode::NotFound, u"%1 is no folder."_s.arg(dir)});
        return changeUsers(invocation, QDir(dir).absolutePath(), verb);
    }
    invocation.failUsage(
        u"cap users wants DIR list, set ID, remove ID, kind KIND, tenant TENANT, from-collections "
        u"or to-collections"_s);
}

} // namespace

Command capUsersCommand()
{
    auto options = capEnvOptions();
    options << Option{u"--password-file"_s, u"FILE"_s, u"set: the password; an empty file: any"_s}
            << Option{u"--role"_s, u"ROLE"_s, u"set: a role (may be repeated; replaces all)"_s}
            << Option{u"--attr"_s,
                      u"NAME=VALUE"_s,
                      u"set: a value of an attribute (may be repeated)"_s}
            << Option{u"--no-attr"_s, u"NAME"_s, u"set: takes an attribute away"_s}
            << Option{u"--tenant"_s, u"TENANT"_s, u"set: the tenant; empty: none"_s}
            << Option{u"--id"_s, u"ID"_s, u"set: the id of the user; empty: the login name"_s}
            << Option{u"--feature"_s,
                      u"NAME"_s,
                      u"set, tenant: a feature toggle (may be repeated; replaces all; '': none)"_s}
            << Option{u"--rename"_s, u"LOGIN"_s, u"set: another name to log in with"_s}
            << Option{u"--on"_s, {}, u"set: the entry becomes true, as \"*\": true"_s}
            << Option{u"--off"_s, {}, u"set: the entry becomes false"_s}
            << Option{u"--file"_s,
                      u"NAME"_s,
                      u"the file to change; default: the one that has the user"_s}
            << Option{u"--app"_s,
                      u"NAME"_s,
                      u"…-collections: the application; default: that of xs-security.json"_s}
            << stateOption() << Option{u"--dry-run"_s, {}, u"show the change, write nothing"_s};
    return {u"cap users"_s,
            u"DIR list | set ID | remove ID | kind KIND | tenant TENANT | from-collections | "
            u"to-collections"_s,
            u"Mock users of a CAP project; edits change only the lines that they must"_s,
            options,
            capUsers};
}

} // namespace tokentrail::ctl
