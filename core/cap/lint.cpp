// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint.h"

#include "core/cap/lint/report.h"

#include <algorithm>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

bool LintReport::hasErrors() const
{
    return std::any_of(findings.begin(), findings.end(), [](const auto &finding) {
        return finding.severity == ProblemSeverity::Error;
    });
}

QStringList modelFiles()
{
    return {u"gen/srv/srv/csn.json"_s,
            u"gen/csn.json"_s,
            u"csn.json"_s,
            u"srv/csn.json"_s,
            u"gen/srv/csn.json"_s};
}

LintReport lintProject(const LintInput &input)
{
    const lint::Project project(input);
    lint::Report report(project);
    lint::checkConfiguration(report);
    lint::checkAuthentication(report);
    lint::checkBindings(report);
    lint::checkMockUsers(report);
    lint::checkModel(report);
    lint::checkConditions(report);
    lint::checkXsSecurityFile(report);
    lint::checkApprouter(report);
    lint::checkServerCode(report);
    return {report.take(), project.notes()};
}

} // namespace tokentrail::cap
