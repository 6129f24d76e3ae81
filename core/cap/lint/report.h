// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint/project.h"
#include "core/text/edit.h"

namespace tokentrail::cap::lint {

// One finding on its way: where, what, and what to do.
struct Draft
{
    QString id;
    Place place; // file relative to the project
    QString sentence;
    QString advice;
    std::optional<ProblemSeverity> severity = {}; // unset: that of the table
    QString command = {}; // that does what the advice says
};

// Collects findings; severities come from the table of rules.
class Report
{
public:
    explicit Report(const Project &project)
        : m_project(project)
    { }

    const Project &project() const { return m_project; }
    LintFinding &add(const Draft &draft);
    // With an edit of a JSON file, which fails quietly: then words must do.
    using Edit = std::function<Result<void>(text::JsonEditor &)>;
    void add(const Draft &draft, const Edit &edit);
    // With a file's text replaced between two offsets.
    void add(const Draft &draft, qsizetype begin, qsizetype end, const QByteArray &with);

    Place placeIn(const QString &file, qsizetype offset) const; // of a file that was read
    Place placeIn(const QString &file, const text::Json &value) const
    {
        return placeIn(file, value.span().begin);
    }
    std::vector<LintFinding> take(); // in the order of files and lines

private:
    void attach(LintFinding &finding, const QByteArray &before, const QByteArray &after) const;

    const Project &m_project;
    std::vector<LintFinding> m_findings;
};

// The groups of rules; one file each.
void checkConfiguration(Report &report);
void checkAuthentication(Report &report);
void checkBindings(Report &report);
void checkMockUsers(Report &report);
void checkModel(Report &report);
void checkConditions(Report &report);
void checkXsSecurityFile(Report &report);
void checkApprouter(Report &report);
void checkServerCode(Report &report);

} // namespace tokentrail::cap::lint
