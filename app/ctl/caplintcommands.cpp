// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/caplintcommands.h"

#include "core/cap/lintsarif.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json toJson(const cap::LintFinding &finding)
{
    auto fix = Json::object({{u"text"_s, finding.advice}});
    if (!finding.fix.isEmpty())
        fix.set(u"edit"_s, finding.fix);
    return Json::object({{u"id"_s, finding.id},
                         {u"severity"_s, cap::nameOf(finding.severity)},
                         {u"file"_s, finding.file},
                         {u"line"_s, finding.line},
                         {u"column"_s, finding.column},
                         {u"sentence"_s, finding.sentence},
                         {u"fix"_s, fix}});
}

QString indented(const QString &text)
{
    QString lines;
    for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts))
        lines += "    "_L1 + line + u'\n';
    return lines;
}

QString textOf(const cap::LintFinding &finding)
{
    const auto place = finding.file.isEmpty() ? u"(environment)"_s : finding.place().toString();
    QString text = u"%1: %2: %3 [%4]\n"_s.arg(
        place, cap::nameOf(finding.severity), finding.sentence, finding.id);
    if (!finding.advice.isEmpty())
        text += "    "_L1 + finding.advice + u'\n';
    return text + indented(finding.fix);
}

void listRules(Invocation &invocation)
{
    auto list = Json::array();
    QString lines;
    for (const auto &rule : cap::lintRules()) {
        list.append(Json::object({{u"id"_s, rule.id},
                                  {u"title"_s, rule.title},
                                  {u"severity"_s, cap::nameOf(rule.severity)}}));
        lines +=
            u"%1 %2 %3\n"_s.arg(cap::nameOf(rule.severity), -8).arg(rule.id, -46).arg(rule.title);
    }
    invocation.answer(list, lines);
    invocation.finish(Ok);
}

void lint(Invocation &invocation)
{
    if (invocation.has(u"--list"_s))
        return listRules(invocation);
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"cap lint wants the project's folder."_s);
    const auto folder = QDir(invocation.positional(0)).absolutePath();
    if (!QFileInfo(folder).isDir())
        return invocation.fail(
            {ErrorCode::NotFound, u"%1 is no folder."_s.arg(invocation.positional(0))});
    const auto version = invocation.value(u"--cds"_s, u"0"_s);
    if (!QStringList{u"0"_s, u"9"_s, u"10"_s}.contains(version))
        return invocation.failUsage(u"--cds takes 9 or 10."_s);
    const auto report = cap::lintProject({folder,
                                          QDir::homePath(),
                                          cap::Environment::ofProcess(),
                                          invocation.value(u"--csn"_s),
                                          version.toInt()});
    for (const auto &note : report.notes)
        invocation.note(note);
    if (invocation.has(u"--sarif"_s)) {
        invocation.printRaw(cap::toSarif(report).toIndented() + '\n');
    } else {
        auto list = Json::array();
        QString lines;
        for (const auto &finding : report.findings) {
            list.append(toJson(finding));
            lines += textOf(finding);
        }
        invocation.answer(
            Json::object({{u"findings"_s, list}, {u"notes"_s, Json::array(report.notes)}}),
            lines.isEmpty() ? u"nothing found"_s : lines);
    }
    invocation.finish(report.hasErrors() ? DoesNotHold : Ok);
}

} // namespace

QList<Command> capLintCommands()
{
    return {
        {u"cap lint"_s,
         u"DIR"_s,
         u"Find what is wrong with a CAP project's security, without running it"_s,
         {{u"--csn"_s,
           u"FILE"_s,
           u"The compiled model (cds compile srv --to json); default: the usual places in gen"_s},
          {u"--cds"_s, u"9|10"_s, u"The major version of @sap/cds; default: the project's own"_s},
          {u"--sarif"_s, {}, u"Print SARIF 2.1.0 for code scanners"_s},
          {u"--list"_s, {}, u"List all that may be found"_s}},
         lint}};
}

} // namespace tokentrail::ctl
