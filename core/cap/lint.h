// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/environment.h"
#include "core/cap/xssecuritycheck.h"

#include <optional>

namespace tokentrail::cap {

// An edit that a fix makes: the file as it was read and as it would be. Both may hold secrets;
// what is shown of it is LintFinding::fix.
struct LintEdit
{
    QString file; // full path
    QByteArray before;
    QByteArray after;
};

// What is wrong with a project, or will be. Ids are stable.
struct LintFinding
{
    QString id; // "open-to-anonymous.grant-spelling"
    ProblemSeverity severity = ProblemSeverity::Warning;
    QString file; // relative to the project
    int line = 0; // 0: the file as a whole
    int column = 0;
    QString sentence;
    QString advice; // what to do, in words
    QString command = {}; // the same to be typed into a shell; empty: there is none
    QString fix; // the same as a unified diff, secrets as dots; empty where words must do
    std::optional<LintEdit> edit = {}; // the same to be applied

    Place place() const { return {file, line, column}; }
};

struct LintInput
{
    QString projectDir;
    QString home;
    Environment environment; // of the process that will run cds
    QString csnFile; // empty: the usual places below gen/
    int cdsVersion = 0; // 9 or 10; 0: the project's own
};

struct LintReport
{
    std::vector<LintFinding> findings; // in the order of files and lines
    QStringList notes; // what was not looked at, and why
    bool hasErrors() const;
};

// Reads the project, runs nothing of it. Files outside of the folder and those above 16 MB (the
// model: 200 MB) are told in the notes and not read.
LintReport lintProject(const LintInput &input);

// All that may be found, for lists and SARIF.
struct LintRule
{
    QString id;
    ProblemSeverity severity; // the usual one; a finding may be milder
    QString title;
};
const std::vector<LintRule> &lintRules();

// Where a compiled model is looked for, in this order; relative to the project.
QStringList modelFiles();

} // namespace tokentrail::cap
