// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/say.h"
#include "core/cap/xssecurityproblems.h"

#include <QSet>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString roleOf(const QString &scope)
{
    const auto prefix = "$XSAPPNAME."_L1;
    return scope.startsWith(prefix) ? scope.sliced(prefix.size()) : QString();
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

} // namespace

XsSecurityProblems
checkAgainstModel(const QByteArray &source, const Json &wanted, const QString &file)
{
    const auto document = text::parseJson(source);
    if (!document || !document->isObject())
        return {};
    ProblemList problems(source, file);
    const auto given = rolesWithTemplate(*document);
    const auto &templates = (*document)[u"role-templates"];
    QSet<QString> asked;
    for (const auto &scope : wanted[u"scopes"].elements()) {
        const auto role = roleOf(scope[u"name"].toString());
        asked.insert(role);
        if (!given.contains(role))
            problems.error(u"role-template-missing"_s,
                           templates.isArray() ? templates : *document,
                           say(u"lint.role-template-missing", {{u"role", role}}));
    }
    for (const auto &scope : (*document)[u"scopes"].elements()) {
        const auto role = roleOf(scope[u"name"].toString());
        if (!role.isEmpty() && !asked.contains(role))
            problems.hint(
                u"role-not-in-model"_s, scope, say(u"lint.role-not-in-model", {{u"role", role}}));
    }
    return problems.inOrder();
}

} // namespace tokentrail::cap
