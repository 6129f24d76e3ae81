// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QStringList>

#include <vector>

namespace tokentrail::destination {

// What the properties of a destination alone let one foresee. Ids are those of findings.
struct LintProblem
{
    enum class Severity { Error, Warning, Hint };
    QString id; // "principal-propagation-over-internet"
    Severity severity = Severity::Error;
    QString property; // which one to change; empty: none in particular
    QString sentence;
};

QString nameOf(LintProblem::Severity severity); // "error", "warning", "hint"

// properties: as the Destination service has them. boundInstances: names of service instances of
// the application, which the Cloud SDK finds before any destination.
std::vector<LintProblem> lint(const text::Json &properties, const QStringList &boundInstances = {});

} // namespace tokentrail::destination
