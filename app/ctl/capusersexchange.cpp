// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capusersexchange.h"

#include "app/ctl/capenvcommands.h"
#include "app/ctl/capusersedit.h"
#include "app/ctl/input.h"
#include "app/ctl/sandboxcommands.h"
#include "core/cap/mockuserexchange.h"
#include "core/sandbox/control.h"
#include "core/sandbox/directorysnapshot.h"

#include <QDir>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

sandbox::AskSandbox asking(const Invocation &invocation)
{
    return [state = stateDirOf(invocation)](const QString &verb, const Json &arguments) {
        return sandbox::callSandbox(state, verb, arguments);
    };
}

// --app, else what the project's xs-security.json calls itself.
Result<xsuaa::Application> applicationOf(const Invocation &invocation,
                                         const QString &projectDir,
                                         const xsuaa::Directory &directory)
{
    auto name = invocation.value(u"--app"_s);
    if (name.isEmpty()) {
        const auto file = QDir(projectDir).filePath(u"xs-security.json"_s);
        const auto source = readInput(file);
        const auto read = source ? xsuaa::readApplication(*source, file)
                                 : Result<xsuaa::Application>(source.error());
        if (!read)
            return Error{ErrorCode::Usage,
                         u"--app NAME is wanted: the project has no readable xs-security.json"_s};
        name = read->xsappname;
    }
    if (const auto *application = directory.application(name))
        return *application;
    return Error{
        ErrorCode::NotFound,
        u"The sandbox knows no application %1; \"sandbox app put\" makes one."_s.arg(name)};
}

} // namespace

void mockUsersFromCollections(Invocation &invocation, const QString &projectDir)
{
    const auto directory = sandbox::readDirectory(asking(invocation));
    if (!directory)
        return invocation.fail(directory.error());
    const auto application = applicationOf(invocation, projectDir, *directory);
    if (!application)
        return invocation.fail(application.error());
    const auto changes = cap::mockUsersFrom(*directory, *application);
    if (changes.empty())
        invocation.note(u"no user has a role of "_s + application->appId);
    const auto profiles = profilesOf(invocation, projectDir);
    const auto file = mockUserFile(invocation, projectDir, {}, profiles);
    const auto before = text::readForEdit(file);
    if (!before)
        return invocation.fail(before.error());
    const auto after = cap::withMockUsers({before->content, file, profiles}, changes);
    return after ? showAndWrite(invocation, *before, *after) : invocation.fail(after.error());
}

void collectionsFromMockUsers(Invocation &invocation, const QString &projectDir)
{
    const auto env = cap::effectiveEnv(capEnvInput(invocation, projectDir));
    if (!env)
        return invocation.fail(env.error());
    const auto ask = asking(invocation);
    const auto directory = sandbox::readDirectory(ask);
    if (!directory)
        return invocation.fail(directory.error());
    const auto application = applicationOf(invocation, projectDir, *directory);
    if (!application)
        return invocation.fail(application.error());
    const auto made = cap::roleCollectionsFrom(cap::MockUsers::of(*env), *application);
    for (const auto &problem : made.problems)
        invocation.note(problem);
    const bool dry = invocation.has(u"--dry-run"_s);
    if (!dry) {
        const auto done = sandbox::addToDirectory(ask, {made.roles, made.collections, made.users});
        if (!done)
            return invocation.fail(done.error());
    }
    auto collections = Json::array();
    QStringList lines;
    for (const auto &collection : made.collections) {
        collections.append(xsuaa::toJson(collection));
        lines << collection.name;
    }
    invocation.answer(Json::object({{u"written"_s, !dry},
                                    {u"roleCollections"_s, collections},
                                    {u"problems"_s, Json::array(made.problems)}}),
                      lines.isEmpty() ? u"nothing to make"_s : lines.join(u'\n'));
    invocation.finish(Ok);
}

} // namespace tokentrail::ctl
