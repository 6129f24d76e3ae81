// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sandboxcommands.h"

#include "app/ctl/input.h"
#include "app/ctl/sandboxrun.h"
#include "app/ctl/sandboxtext.h"
#include "core/base/redactor.h"
#include "core/sandbox/control.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

// Calls the sandbox; a failure ends the command.
std::optional<Json> call(Invocation &invocation, const QString &verb, const Json &arguments)
{
    auto result = sandbox::callSandbox(stateDirOf(invocation), verb, arguments);
    if (result)
        return std::move(*result);
    auto error = result.error();
    if (verb == "fault.set"_L1 && error.code == ErrorCode::NotFound)
        error.code = ErrorCode::Usage;
    invocation.fail(error);
    return std::nullopt;
}

Json redacted(const Json &json)
{
    auto parsed = text::parseJson(redactor::jsonBody(json.toCompact()));
    return parsed ? *parsed : Json();
}

void answerList(Invocation &invocation, const QString &verb, const Json &arguments)
{
    const auto list = call(invocation, verb, arguments);
    if (!list)
        return;
    const auto shown = invocation.reveals() ? *list : redacted(*list);
    invocation.answer(shown, sandboxListText(verb.section(u'.', 0, 0), shown));
    invocation.finish(Ok);
}

bool hasExactly(Invocation &invocation, qsizetype words, const QString &what)
{
    if (invocation.positionals().size() == words)
        return true;
    invocation.failUsage(what);
    return false;
}

std::function<void(Invocation &)> listCommand(const QString &kind)
{
    return [kind](Invocation &invocation) {
        answerList(invocation, kind + u".list"_s, Json::object());
    };
}

std::function<void(Invocation &)> putCommand(const QString &kind, const QString &member)
{
    return [kind, member](Invocation &invocation) {
        const auto name = invocation.positional(0);
        const auto source = readInput(name);
        if (!source)
            return invocation.fail(source.error());
        const auto parsed = text::parseJson(*source, name == "-"_L1 ? QString() : name);
        if (!parsed)
            return invocation.fail(parsed.error());
        answerList(invocation, kind + u".put"_s, Json::object({{member, *parsed}}));
    };
}

std::function<void(Invocation &)> removeCommand(const QString &kind)
{
    return [kind](Invocation &invocation) {
        if (hasExactly(invocation, 1, u"sandbox %1 remove needs one NAME"_s.arg(kind)))
            answerList(invocation,
                       kind + u".remove"_s,
                       Json::object({{u"name"_s, invocation.positional(0)}}));
    };
}

void setFault(Invocation &invocation)
{
    if (!hasExactly(invocation, 1, u"sandbox fault set needs NAME or NAME=VALUE"_s))
        return;
    const auto word = invocation.positional(0);
    const auto equals = word.indexOf(u'=');
    const auto name = equals < 0 ? word : word.first(equals);
    const auto value = equals < 0 ? QString() : word.sliced(equals + 1);
    answerList(invocation, u"fault.set"_s, Json::object({{u"name"_s, name}, {u"value"_s, value}}));
}

void clearFaults(Invocation &invocation)
{
    answerList(invocation, u"fault.clear"_s, Json::object({{u"name"_s, invocation.positional(0)}}));
}

// The document is what the command is for: its secrets stay in.
void bindings(Invocation &invocation)
{
    const auto arguments =
        Json::object({{u"format"_s, invocation.value(u"--format"_s, u"default-env"_s)},
                      {u"service"_s, invocation.value(u"--service"_s)},
                      {u"http"_s, invocation.has(u"--http"_s)}});
    const auto document = call(invocation, u"bindings"_s, arguments);
    if (!document)
        return;
    invocation.printRaw(document->toIndented() + '\n');
    invocation.finish(Ok);
}

QList<Command> group(const QString &kind, const QString &file, const QString &what)
{
    const auto state = stateOption();
    const QString name = u"sandbox "_s + kind;
    return {{name + u" list"_s,
             {},
             u"List the %1 of a sandbox"_s.arg(what),
             {state},
             listCommand(kind)},
            {name + u" put"_s,
             file,
             u"Create or replace one of the %1"_s.arg(what),
             {state},
             putCommand(kind, kind == "app"_L1 ? u"application"_s : kind)},
            {name + u" remove"_s,
             u"NAME"_s,
             u"Remove one of the %1"_s.arg(what),
             {state},
             removeCommand(kind)}};
}

} // namespace

Option stateOption()
{
    return {u"--state"_s, u"DIR"_s, u"state folder of the sandbox"_s};
}

QString stateDirOf(const Invocation &invocation)
{
    return invocation.value(u"--state"_s, sandbox::defaultStateDir());
}

QList<Command> sandboxCommands()
{
    const auto state = stateOption();
    QList<Command> commands{
        {u"sandbox run"_s,
         {},
         u"Run the emulated landscape in the foreground; one line of JSON when it is ready"_s,
         {state,
          {u"--http-port"_s, u"N"_s, u"port of XSUAA and Destination service; 0: any free one"_s},
          {u"--https-port"_s, u"N"_s, u"the same over TLS"_s}},
         runSandbox},
        {u"sandbox bindings"_s,
         {},
         u"Print what an application needs to run against the sandbox"_s,
         {state,
          {u"--format"_s, u"FORMAT"_s, u"default-env, vcap, service-key or cdsrc-private"_s},
          {u"--service"_s, u"NAME"_s, u"an application or a service instance"_s},
          {u"--http"_s, {}, u"plain http: without uaadomain"_s}},
         bindings}};
    commands += group(u"app"_s, u"XS-SECURITY.json"_s, u"applications"_s);
    commands += group(u"destination"_s, u"FILE"_s, u"destinations"_s);
    commands += group(u"user"_s, u"FILE"_s, u"users"_s);
    commands += group(u"role-collection"_s, u"FILE"_s, u"role collections"_s);
    commands += QList<Command>{
        {u"sandbox fault list"_s,
         {},
         u"List the ways to misbehave on purpose"_s,
         {state},
         listCommand(u"fault"_s)},
        {u"sandbox fault set"_s, u"NAME[=VALUE]"_s, u"Misbehave from now on"_s, {state}, setFault},
        {u"sandbox fault clear"_s, u"[NAME]"_s, u"Behave again"_s, {state}, clearFaults}};
    return commands;
}

} // namespace tokentrail::ctl
