// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/report.h"
#include "core/cap/say.h"
#include "core/cap/xssecurity.h"

#include <QSet>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString roleOf(const QString &scope)
{
    const auto prefix = "$XSAPPNAME."_L1;
    return scope.startsWith(prefix) ? scope.sliced(prefix.size()) : QString();
}

void checkFile(Report &report, const QString &name, const QByteArray &text)
{
    for (const auto &problem : checkXsSecurity(text, name))
        report.add({u"xs-security-problem"_s,
                    problem.place,
                    problem.sentence,
                    say(u"advice.xs-security-problem", {{u"id", problem.id}}),
                    problem.severity});
}

QSet<QString> rolesWithTemplate(const Json &document)
{
    QSet<QString> roles;
    for (const auto &roleTemplate : document[u"role-templates"].elements()) {
        for (const auto &scope : roleTemplate[u"scope-references"].toStringList())
            roles.insert(roleOf(scope));
    }
    return roles;
}

void checkTemplates(Report &report, const QString &name, const Json &document, const Json &model)
{
    const auto given = rolesWithTemplate(document);
    const auto repaired = mergeXsSecurity(document, model, MergeStyle::Repaired).document;
    QSet<QString> wanted;
    for (const auto &scope : model[u"scopes"].elements()) {
        const auto role = roleOf(scope[u"name"].toString());
        wanted.insert(role);
        if (given.contains(role))
            continue;
        const auto &list = document[u"role-templates"];
        report.add({u"role-template-missing"_s,
                    report.placeIn(name, list.isArray() ? list : document),
                    say(u"lint.role-template-missing", {{u"role", role}}),
                    say(u"advice.role-template-missing", {{u"file", name}})},
                   [&](text::JsonEditor &editor) { return mergeInto(editor, repaired); });
    }
    for (const auto &scope : document[u"scopes"].elements()) {
        const auto role = roleOf(scope[u"name"].toString());
        if (!role.isEmpty() && !wanted.contains(role))
            report.add({u"role-not-in-model"_s,
                        report.placeIn(name, scope),
                        say(u"lint.role-not-in-model", {{u"role", role}}),
                        say(u"advice.role-not-in-model")});
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
    checkTemplates(report, name, *document, *generated);
}

} // namespace tokentrail::cap::lint
