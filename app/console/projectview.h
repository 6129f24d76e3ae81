// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/projectreader.h"
#include "ui/project/projectvalues.h"

namespace tokentrail::console {

// What was read as the page shows it; the matrix is the desk's.
ui::ProjectView viewOf(const ProjectFacts &facts, const QString &profile);
ui::MatrixCell cellOf(const cap::AccessDecision &decision, bool hasHandlers);

} // namespace tokentrail::console
