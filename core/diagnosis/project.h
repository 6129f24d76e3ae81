// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/facts.h"

namespace tokentrail::diagnosis {

// Joins what the check of the project's files says with what the call shows: a defect that
// explains the refusal leads; one that does not is told behind; over a call that works none is
// an error.
void addProject(QList<Finding> &findings, const Facts &facts);

} // namespace tokentrail::diagnosis
