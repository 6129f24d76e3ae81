// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectreader.h"
#include "core/cap/measurement.h"
#include "core/cap/xssecuritycheck.h"
#include "ui/project/projectvalues.h"

namespace tokentrail::console {

// What was read as the page shows it; the matrix is the desk's.
ui::ProjectView viewOf(const ProjectFacts &facts, const QString &profile);
ui::MatrixCell cellOf(const cap::AccessDecision &decision, bool hasHandlers);
// Problems of a text of xs-security.json, each with its line; those of the file with what the model
// says of it.
QList<ui::TableRow> rowsOf(const cap::XsSecurityProblems &problems);
QList<ui::TableRow> descriptorRows(const ProjectFacts &facts);
// What the running service said beside it: "✓ allowed · 200", "✗ 403 ≠ 200".
void addMeasured(ui::MatrixCell &cell, const cap::MeasuredCell &measured);

} // namespace tokentrail::console
