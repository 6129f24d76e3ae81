// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capaccesscommands.h"

#include "app/ctl/capmeasure.h"
#include "app/ctl/input.h"
#include "core/base/clock.h"
#include "core/cap/accesscase.h"
#include "core/cap/accessreport.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Result<Json> readJson(const QString &name)
{
    const auto source = readInput(name);
    if (!source)
        return source.error();
    return text::parseJson(*source, name == "-"_L1 ? QString() : name);
}

// A member of an optional file, or the file's document itself; null where there is none.
Result<Json> readOptional(const Invocation &invocation, const QString &option, QStringView member)
{
    if (!invocation.has(option))
        return Json();
    const auto name = invocation.value(option);
    auto document = readJson(name);
    if (document && !document->isObject())
        return Error{ErrorCode::InvalidInput, u"An object was expected here."_s, Place{name, 1, 1}};
    if (document && document->contains(member) && (*document)[member].isObject())
        return Json((*document)[member]);
    return document;
}

Result<bool> readSwitch(const QString &value)
{
    if (QStringList{u"true"_s, u"1"_s, u"yes"_s}.contains(value))
        return true;
    if (QStringList{u"false"_s, u"0"_s, u"no"_s}.contains(value))
        return false;
    return Error{ErrorCode::Usage, u"--restrict-all-services takes true or false."_s};
}

Result<cap::AccessOptions> readOptions(const Invocation &invocation)
{
    cap::AccessOptions options;
    const auto kind = cap::authKindOf(invocation.value(u"--auth"_s, u"mocked"_s));
    if (!kind)
        return Error{ErrorCode::Usage,
                     u"--auth takes mocked, basic, jwt, xsuaa, ias, dummy or custom."_s};
    options.kind = *kind;
    options.production = invocation.has(u"--production"_s);
    options.loginRequired = invocation.has(u"--login-required"_s);
    if (invocation.has(u"--restrict-all-services"_s)) {
        const auto restricts = readSwitch(invocation.value(u"--restrict-all-services"_s));
        if (!restricts)
            return restricts.error();
        options.restrictAllServices = *restricts;
    }
    bool isNumber = true;
    options.nowSeconds = invocation.has(u"--at"_s)
        ? invocation.value(u"--at"_s).toLongLong(&isNumber)
        : Clock::system().nowSeconds();
    if (!isNumber)
        return Error{ErrorCode::Usage, u"--at takes seconds since 1970."_s};
    const auto version = invocation.value(u"--cds"_s, u"9"_s);
    if (version != "9"_L1 && version != "10"_L1)
        return Error{ErrorCode::Usage, u"--cds takes 9 or 10."_s};
    options.cds = version.toInt();
    return options;
}

QString lineOf(const Json &row, const cap::AccessDecision &decision)
{
    const auto who = row[u"user"].isObject() ? u"token"_s : row[u"user"].toString();
    QString what = row[u"event"].toString() + u' ' + row[u"service"].toString() + u'.'
        + row[u"entity"].toString();
    if (row.contains(u"url"))
        what = row[u"method"].toString(u"GET"_s) + u' ' + row[u"url"].toString();
    QString line =
        u"%1 %2  %3  %4\n"_s.arg(decision.decision(), -18)
            .arg(decision.status == 0 ? u"   "_s : QString::number(decision.status), who, what);
    if (!decision.where.isEmpty())
        line += u"    where %1\n"_s.arg(decision.where);
    return line + u"    "_s + decision.because + u'\n';
}

void answer(Invocation &invocation,
            const Json &cases,
            const std::vector<cap::AccessDecision> &decisions)
{
    auto answers = Json::array();
    QString lines;
    for (size_t i = 0; i < decisions.size(); ++i) {
        if (invocation.wantsJson())
            answers.append(cap::toJson(decisions[i]));
        else
            lines += lineOf(cases.elements()[i], decisions[i]);
    }
    invocation.answer(answers, lines);
    invocation.finish(Ok);
}

Json effectiveUsers(Invocation &invocation, Json users, cap::AuthKind kind)
{
    if (kind == cap::AuthKind::Basic && users.isObject() && cap::holdsAllBuiltInUsers(users)) {
        invocation.note(
            u"kind basic has none of the built-in users (alice, bob, … and \"*\"), which stand in "
            "the list of users unchanged: they were left out"_s);
        return cap::withoutBuiltInUsers(users);
    }
    return users;
}

// A change of what somebody may do is told by comparing with a table of before.
void printMatrix(Invocation &invocation,
                 const cap::AccessTable &table,
                 const cap::AccessExpectation &expected)
{
    const auto format = invocation.value(u"--matrix"_s);
    if (format == "csv"_L1)
        invocation.printRaw(cap::toCsv(table));
    else if (format == "markdown"_L1)
        invocation.printRaw(cap::toMarkdown(table));
    else if (format == "junit"_L1)
        invocation.printRaw(cap::toJunit(table, expected));
    else
        return invocation.failUsage(u"--matrix takes csv, markdown or junit."_s);
    const auto changed = cap::differences(table, expected);
    for (const auto &sentence : changed)
        invocation.note(sentence);
    invocation.finish(changed.isEmpty() ? Ok : DoesNotHold);
}

void answerMatrix(Invocation &invocation, const cap::Csn &csn, const cap::AccessOptions &options)
{
    const auto given = readOptional(invocation, u"--users"_s, u"users");
    if (!given)
        return invocation.fail(given.error());
    cap::AccessExpectation expected;
    if (const auto name = invocation.value(u"--expect"_s); !name.isEmpty()) {
        const auto source = readInput(name);
        if (!source)
            return invocation.fail(source.error());
        auto read = cap::readExpectation(*source, name);
        if (!read)
            return invocation.fail(read.error());
        expected = *std::move(read);
    }
    const bool isMocked = options.kind == cap::AuthKind::Mocked;
    const auto users = given->isObject() ? effectiveUsers(invocation, *given, options.kind)
        : isMocked                       ? cap::builtInUsers()
                                         : Json();
    const cap::AccessModel model(csn, options, &users);
    printMatrix(invocation, cap::AccessTable(model, &users), expected);
}

void decideAccess(Invocation &invocation)
{
    if (invocation.has(u"--measure"_s))
        return measureAccess(invocation);
    if (!invocation.has(u"--csn"_s)
        || invocation.has(u"--cases"_s) == invocation.has(u"--matrix"_s))
        return invocation.failUsage(
            u"cap access needs --csn FILE, and --cases FILE or --matrix FORMAT."_s);
    const auto options = readOptions(invocation);
    if (!options)
        return invocation.fail(options.error());
    const auto source = readInput(invocation.value(u"--csn"_s));
    if (!source)
        return invocation.fail(source.error());
    const auto csn = cap::Csn::read(*source, invocation.value(u"--csn"_s));
    if (!csn)
        return invocation.fail(csn.error());
    if (invocation.has(u"--matrix"_s))
        return answerMatrix(invocation, *csn, *options);
    const auto document = readJson(invocation.value(u"--cases"_s));
    if (!document)
        return invocation.fail(document.error());
    const auto users = readOptional(invocation, u"--users"_s, u"users");
    if (!users)
        return invocation.fail(users.error());
    const auto data = readOptional(invocation, u"--data"_s, u"data");
    if (!data)
        return invocation.fail(data.error());
    const auto &cases = cap::casesIn(*document);
    if (!cases.isArray())
        return invocation.fail({ErrorCode::InvalidInput,
                                u"The cases are no list."_s,
                                Place{invocation.value(u"--cases"_s), 1, 1}});

    // A document of cases may bring its users and rows along.
    const auto &given = users->isObject() ? *users : (*document)[u"users"];
    const auto &rows = data->isObject() ? *data : (*document)[u"data"];
    const auto known = effectiveUsers(invocation, given, options->kind);
    const cap::AccessModel model(*csn,
                                 *options,
                                 known.isObject() ? &known : nullptr,
                                 rows.isObject() ? &rows : nullptr,
                                 document->find(u"credentials"));
    answer(invocation, cases, cap::decideCases(model, cases));
}

} // namespace

QList<Command> capAccessCommands()
{
    return {
        {u"cap access"_s,
         u"[DIR]"_s,
         u"Decide who may do what, from the compiled model, without running the project; with "
         "--measure, ask the running service as well"_s,
         {{u"--csn"_s, u"FILE"_s, u"The compiled model (cds compile srv --to json)"_s},
          {u"--cases"_s, u"FILE"_s, u"Requests, or events on entities, with their users"_s},
          {u"--matrix"_s,
           u"FORMAT"_s,
           u"All callers and events as csv, markdown or junit, instead of --cases"_s},
          {u"--expect"_s,
           u"FILE"_s,
           u"A csv of before: exit 1 and say it when a cell differs; failures in junit"_s},
          {u"--users"_s, u"FILE"_s, u"Mock users by name; without it the built-in ones"_s},
          {u"--data"_s, u"FILE"_s, u"Rows by entity, so that filtered lists can be told"_s},
          {u"--auth"_s, u"KIND"_s, u"mocked (default), basic, jwt, xsuaa, ias, dummy or custom"_s},
          {u"--production"_s, {}, u"As with NODE_ENV=production"_s},
          {u"--login-required"_s, {}, u"As with requires.auth.login_required"_s},
          {u"--restrict-all-services"_s, u"B"_s, u"As with requires.auth.restrict_all_services"_s},
          {u"--at"_s, u"EPOCH"_s, u"The time that tokens and $now are judged at"_s},
          {u"--cds"_s, u"9|10"_s, u"Whose behaviour is asked for (default 9)"_s},
          {u"--measure"_s,
           {},
           u"Ask the running service of the project DIR for every cell that can be read, and show "
           "where it differs; --matrix csv, markdown or junit is the report"_s},
          {u"--url"_s,
           u"URL"_s,
           u"Where the service runs; without it as cds watch registered it"_s},
          {u"--writes"_s,
           {},
           u"Ask for writing events, too: with bodies that CAP refuses once access is granted"_s},
          {u"--token-file"_s,
           u"FILE"_s,
           u"Measure as the user of this token, too (may be repeated)"_s}},
         decideAccess}};
}

} // namespace tokentrail::ctl
