// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sandboxcommands.h"

#include "app/ctl/input.h"
#include "app/ctl/sandboxbind.h"
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
    auto parsed = text::parseJson(redactor::textBody(json.toCompact()));
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
                      {u"http"_s, invocation.has(u"--http"_s)},
                      {u"x509"_s, invocation.value(u"--x509"_s, u"0"_s).toInt()}});
    const auto document = call(invocation, u"bindings"_s, arguments);
    if (!document)
        return;
    invocation.printRaw(document->toIndented() + '\n');
    invocation.finish(Ok);
}

void rotateKey(Invocation &invocation)
{
    const auto done = call(
        invocation, u"key.rotate"_s, Json::object({{u"force"_s, invocation.has(u"--force"_s)}}));
    if (!done)
        return;
    invocation.answer(*done,
                      invocation.has(u"--force"_s)
                          ? u"Tokens of the old key are worth nothing from now on."_s
                          : u"Tokens of the old key stay good for two hours."_s);
    invocation.finish(Ok);
}

// The assertion is what the command is for.
void samlAssertion(Invocation &invocation)
{
    if (!hasExactly(invocation, 1, u"sandbox saml-assertion needs one USER"_s))
        return;
    auto arguments = Json::object({{u"user"_s, invocation.positional(0)}});
    if (invocation.has(u"--audience"_s))
        arguments.set(u"audience"_s, invocation.value(u"--audience"_s));
    const auto answer = call(invocation, u"saml.assertion"_s, arguments);
    if (!answer)
        return;
    invocation.printRaw((*answer)[u"assertion"].toString().toLatin1() + '\n');
    invocation.finish(Ok);
}

void cloudConnectorLog(Invocation &invocation)
{
    const auto answer = call(invocation, u"cloud-connector.log"_s, Json::object());
    if (!answer)
        return;
    invocation.answer(*answer, (*answer)[u"log"].toString());
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
          {u"--http"_s, {}, u"plain http: without uaadomain"_s},
          {u"--x509"_s,
           u"DAYS"_s,
           u"a certificate instead of the secret, good for 1 to 30 days"_s}},
         bindings},
        {u"sandbox rotate-key"_s,
         {},
         u"Sign with a new key from now on; the old one stays in the key set for two hours"_s,
         {state, {u"--force"_s, {}, u"take the old one out at once"_s}},
         rotateKey},
        {u"sandbox saml-assertion"_s,
         u"USER"_s,
         u"Print a signed SAML assertion about a user, for the grant saml2-bearer"_s,
         {state, {u"--audience"_s, u"NAME"_s, u"who is meant to read it; default: the XSUAA"_s}},
         samlAssertion},
        {u"sandbox subaccount list"_s,
         {},
         u"List the subaccounts: the provider's and a subscriber's"_s,
         {state},
         listCommand(u"subaccount"_s)},
        {u"sandbox security-settings list"_s,
         {},
         u"Show the token policy: refreshTokenUnique and its like"_s,
         {state},
         listCommand(u"security-settings"_s)},
        {u"sandbox security-settings put"_s,
         u"FILE"_s,
         u"Change the token policy"_s,
         {state},
         putCommand(u"security-settings"_s, u"tokenPolicySettings"_s)}};
    commands += sandboxBindCommand();
    commands +=
        QList<Command>{{u"sandbox cloud-connector list"_s,
                        {},
                        u"Show what the Cloud Connector exposes, and its subject pattern"_s,
                        {state},
                        listCommand(u"cloud-connector"_s)},
                       {u"sandbox cloud-connector put"_s,
                        u"FILE"_s,
                        u"Set up the Cloud Connector: systems, locationIds, subjectPattern"_s,
                        {state},
                        putCommand(u"cloud-connector"_s, u"cloud-connector"_s)},
                       {u"sandbox log"_s,
                        {},
                        u"Print the log of the Cloud Connector, as its administrator reads it"_s,
                        {state},
                        cloudConnectorLog}};
    commands += group(u"instance-destination"_s, u"FILE"_s, u"destinations of the instance"_s);
    commands += group(u"fragment"_s, u"FILE"_s, u"destination fragments"_s);
    commands += group(u"certificate"_s, u"FILE"_s, u"certificates of the Destination service"_s);
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
