// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/xssecuritycommands.h"

#include "app/ctl/input.h"
#include "core/cap/csn.h"
#include "core/cap/xssecurity.h"
#include "core/cap/xssecuritycheck.h"
#include "core/cap/xssecurityoutcome.h"

#include <QFileInfo>

#include <algorithm>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

cap::MergeStyle styleOf(const Invocation &invocation)
{
    if (!invocation.has(u"--as-cds"_s))
        return cap::MergeStyle::Repaired;
    return invocation.value(u"--cds"_s) == "10"_L1 ? cap::MergeStyle::AsCds10
                                                   : cap::MergeStyle::AsCds9;
}

Result<Json> readDocument(const QString &name)
{
    const auto source = readInput(name);
    if (!source)
        return source.error();
    return text::parseJson(*source, name == "-"_L1 ? QString() : name);
}

void printDocument(Invocation &invocation, const Json &document)
{
    invocation.printRaw(document.toIndented() + '\n'); // with --json and without
    invocation.finish(Ok);
}

Result<Json> generatedFrom(const QString &csnFile)
{
    const auto source = readInput(csnFile);
    if (!source)
        return source.error();
    const auto csn = cap::Csn::read(*source, csnFile);
    if (!csn)
        return csn.error();
    return cap::xsSecurityOf(*csn);
}

// cds add xsuaa makes the file where there is none.
bool startsAnew(const Invocation &invocation)
{
    const auto name = invocation.value(u"--merge"_s);
    return invocation.has(u"--as-cds"_s) && name != "-"_L1 && !QFileInfo::exists(name);
}

void generate(Invocation &invocation)
{
    if (!invocation.has(u"--csn"_s))
        return invocation.failUsage(u"cap xs-security needs --csn FILE."_s);
    auto generated = generatedFrom(invocation.value(u"--csn"_s));
    const bool merges = invocation.has(u"--merge"_s);
    if (!generated && merges && invocation.has(u"--as-cds"_s)) {
        invocation.note(u"%1 cds add xsuaa says nothing of it and goes on without the model."_s.arg(
            generated.error().toString()));
        generated = cap::xsSecurityWithoutModel();
    }
    if (!generated)
        return invocation.fail(generated.error());
    if (!merges)
        return printDocument(invocation, *generated);

    auto existing = startsAnew(invocation) ? Result<Json>(Json::object())
                                           : readDocument(invocation.value(u"--merge"_s));
    if (!existing)
        return invocation.fail(existing.error());
    const auto merged = cap::mergeXsSecurity(*std::move(existing), *generated, styleOf(invocation));
    for (const auto &note : merged.notes)
        invocation.note(note);
    printDocument(invocation, merged.document);
}

Json toJson(const cap::XsSecurityProblem &problem)
{
    return Json::object({{u"id"_s, problem.id},
                         {u"severity"_s, cap::nameOf(problem.severity)},
                         {u"line"_s, problem.place.line},
                         {u"column"_s, problem.place.column},
                         {u"sentence"_s, problem.sentence}});
}

// What XSUAA makes of the descriptor, as members of the answer and as lines of its text.
void addOutcome(const cap::XsSecurityOutcome &outcome, Json &answer, QString &lines)
{
    auto roles = Json::array();
    lines += u"roles:\n"_s;
    for (const auto &each : outcome.templates) {
        auto role = Json::object({{u"roleTemplate"_s, each.name}});
        if (each.yieldsRole) {
            role.set(u"name"_s, each.role.name);
            role.set(u"scopes"_s, Json::array(each.scopes));
            role.set(u"attributes"_s, cap::attributesInWords(each.role));
            auto gives = each.scopes;
            if (!each.role.attributes.isEmpty())
                gives << cap::attributesInWords(each.role);
            lines += u"  %1 (of %2): %3\n"_s.arg(
                each.role.name, each.name, gives.isEmpty() ? u"nothing"_s : gives.join("; "_L1));
        } else {
            role.set(u"missingAttribute"_s, each.missing);
            lines += u"  none of %1: attribute %2 is required and has no default-values\n"_s.arg(
                each.name, each.missing);
        }
        roles.append(role);
    }
    auto collections = Json::array();
    lines += u"role collections:\n"_s;
    for (const auto &each : outcome.collections) {
        collections.append(Json::object({{u"name"_s, each.name},
                                         {u"roles"_s, Json::array(each.roles)},
                                         {u"without"_s, Json::array(each.without)}}));
        lines += u"  %1: %2%3\n"_s.arg(
            each.name,
            each.roles.isEmpty() ? u"no role"_s : each.roles.join(", "_L1),
            each.without.isEmpty() ? QString() : u"; none for "_s + each.without.join(", "_L1));
    }
    answer.set(u"roles"_s, roles);
    answer.set(u"roleCollections"_s, collections);
}

void check(Invocation &invocation)
{
    const auto name = invocation.positional(0);
    const auto source = readInput(name);
    if (!source)
        return invocation.fail(source.error());
    const auto file = name == "-"_L1 ? QString() : name;
    auto problems = cap::checkXsSecurity(*source, file);
    if (invocation.has(u"--against"_s)) {
        const auto deployed = readDocument(invocation.value(u"--against"_s));
        if (!deployed)
            return invocation.fail(deployed.error());
        const auto changes = cap::compareXsSecurity(*source, *deployed, file);
        problems.insert(problems.end(), changes.begin(), changes.end());
    }
    auto list = Json::array();
    QString lines;
    for (const auto &problem : problems) {
        list.append(toJson(problem));
        lines += u"%1: %2: %3 [%4]\n"_s.arg(
            problem.place.toString(), cap::nameOf(problem.severity), problem.sentence, problem.id);
    }
    const bool holds = std::none_of(problems.begin(), problems.end(), [](const auto &problem) {
        return problem.severity == cap::ProblemSeverity::Error;
    });
    auto answer = Json::object({{u"problems"_s, list}});
    if (lines.isEmpty())
        lines = u"no problems\n"_s;
    if (invocation.has(u"--roles"_s)) {
        const auto outcome = cap::outcomeOfXsSecurity(*source, file);
        if (outcome)
            addOutcome(*outcome, answer, lines);
        else
            invocation.note(outcome.error().toString());
    }
    invocation.answer(answer, lines);
    invocation.finish(holds ? Ok : DoesNotHold);
}

} // namespace

QList<Command> xsSecurityCommands()
{
    return {
        {u"cap xs-security"_s,
         {},
         u"Make the xs-security.json of a compiled model, as cds compile --to xsuaa does"_s,
         {{u"--csn"_s, u"FILE"_s, u"The compiled model (cds compile srv --to json)"_s},
          {u"--merge"_s, u"FILE"_s, u"Add what is missing to this xs-security.json"_s},
          {u"--as-cds"_s, {}, u"Merge as cds add xsuaa, which forgets role templates"_s},
          {u"--cds"_s, u"9|10"_s, u"Whose way of merging --as-cds means (default 9)"_s}},
         generate},
        {u"xs-security check"_s,
         u"[FILE]"_s,
         u"Check an xs-security.json: limits, names, references, incompatible updates"_s,
         {{u"--against"_s,
           u"FILE"_s,
           u"What is deployed now; tells what an update must not change"_s},
          {u"--roles"_s, {}, u"Tell the roles and role collections that XSUAA makes of it, too"_s}},
         check}};
}

} // namespace tokentrail::ctl
