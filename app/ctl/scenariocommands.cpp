// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/scenariocommands.h"

#include "app/ctl/sandboxcommands.h"
#include "app/ctl/scenariojob.h"
#include "core/sandbox/control.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using sandbox::Scenario;
using text::Json;

namespace {

const Scenario *named(Invocation &invocation, const QString &command)
{
    if (invocation.positionals().size() != 1) {
        invocation.failUsage(u"sandbox scenario %1 needs one ID"_s.arg(command));
        return nullptr;
    }
    const auto *scenario = sandbox::findScenario(invocation.positional(0));
    if (!scenario)
        invocation.failUsage(
            u"there is no scenario %1; `sandbox scenario list` names them all"_s.arg(
                invocation.positional(0)));
    return scenario;
}

QString detail(const Scenario &scenario)
{
    QString text = scenario.title + u"\n\n"_s;
    if (!scenario.symptom.isEmpty())
        text += u"What you see    "_s + scenario.symptom + u'\n';
    for (const auto &[name, value] : scenario.faults)
        text += u"Set up          fault %1=%2\n"_s.arg(name, value);
    for (const auto &destination : scenario.destinations)
        text += u"Set up          destination %1\n"_s.arg(destination[u"Name"].toString());
    text += u"The call        %1 %2 as %3%4\n"_s.arg(
        QString::fromLatin1(scenario.call.method),
        scenario.call.path,
        scenario.call.as.isEmpty() ? u"nobody"_s : scenario.call.as,
        scenario.call.destination.isEmpty() ? QString() : u" via "_s + scenario.call.destination);
    text += u"What is found   %1\n\n%2\n"_s.arg(scenario.finding, scenario.learn);
    return text;
}

void list(Invocation &invocation)
{
    auto json = Json::array();
    QString text;
    QString group;
    for (const auto &scenario : sandbox::scenarios()) {
        json.append(sandbox::toJson(scenario));
        if (scenario.group != group)
            text += (group.isEmpty() ? QString() : u"\n"_s) + scenario.group + u'\n';
        group = scenario.group;
        text += u"  %1 %2\n"_s.arg(scenario.id, -34).arg(scenario.title);
    }
    invocation.answer(json, text);
    invocation.finish(Ok);
}

void show(Invocation &invocation)
{
    if (const auto *scenario = named(invocation, u"show"_s)) {
        invocation.answer(sandbox::toJson(*scenario), detail(*scenario));
        invocation.finish(Ok);
    }
}

void apply(Invocation &invocation)
{
    const auto *scenario = named(invocation, u"apply"_s);
    if (!scenario)
        return;
    const auto state = stateDirOf(invocation);
    const auto done =
        sandbox::applyScenario(*scenario, [&state](const QString &verb, const Json &arguments) {
            return sandbox::callSandbox(state, verb, arguments);
        });
    if (!done)
        return invocation.fail(done.error());
    invocation.answer(
        sandbox::toJson(*scenario),
        detail(*scenario)
            + u"\nIt is in force until `sandbox fault clear`; call yourself now.\n"_s);
    invocation.finish(Ok);
}

void run(Invocation &invocation)
{
    if (const auto *scenario = named(invocation, u"run"_s))
        (new ScenarioJob(invocation, {*scenario}))->start();
}

void check(Invocation &invocation)
{
    (new ScenarioJob(invocation, sandbox::scenarios()))->start();
}

} // namespace

QList<Command> scenarioCommands()
{
    return {{u"sandbox scenario list"_s,
             {},
             u"List what can be made to go wrong, and what is to be learnt from it"_s,
             {},
             list},
            {u"sandbox scenario show"_s, u"ID"_s, u"Explain one broken scenario"_s, {}, show},
            {u"sandbox scenario apply"_s,
             u"ID"_s,
             u"Break a sandbox of yours in this way"_s,
             {stateOption()},
             apply},
            {u"sandbox scenario run"_s,
             u"ID"_s,
             u"Carry one scenario out in a sandbox of its own, and diagnose it"_s,
             {},
             run},
            {u"sandbox scenario check"_s,
             {},
             u"Carry all scenarios out and compare with what they should show"_s,
             {},
             check}};
}

} // namespace tokentrail::ctl
