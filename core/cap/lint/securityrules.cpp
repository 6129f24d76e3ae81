// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/report.h"
#include "core/cap/say.h"
#include "core/cap/xssecurity.h"

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

void checkFile(Report &report, const QString &name, const QByteArray &text)
{
    for (const auto &problem : checkXsSecurity(text, name))
        report.add({u"xs-security-problem"_s,
                    problem.place,
                    problem.sentence,
                    say(u"advice.xs-security-problem", {{u"id", problem.id}}),
                    problem.severity});
}

void checkTemplates(Report &report, const QString &name, const QByteArray &text, const Json &model)
{
    const auto repaired =
        mergeXsSecurity(*report.project().json(name), model, MergeStyle::Repaired).document;
    for (const auto &problem : checkAgainstModel(text, model, name)) {
        if (problem.id == "role-template-missing"_L1)
            report.add({problem.id,
                        problem.place,
                        problem.sentence,
                        say(u"advice.role-template-missing", {{u"file", name}})},
                       [&](text::JsonEditor &editor) { return mergeInto(editor, repaired); });
        else
            report.add(
                {problem.id, problem.place, problem.sentence, say(u"advice.role-not-in-model")});
    }
}

} // namespace

void checkXsSecurityFile(Report &report)
{
    const auto &project = report.project();
    const auto name = u"xs-security.json"_s;
    const auto *text = project.text(name);
    if (!text)
        return;
    checkFile(report, name, *text);
    const auto *document = project.json(name);
    if (!document || !document->isObject() || !project.csn())
        return;
    const auto generated = xsSecurityOf(*project.csn());
    if (!generated)
        return project.note(generated.error().toString());
    checkTemplates(report, name, *text, *generated);
}

} // namespace tokentrail::cap::lint
