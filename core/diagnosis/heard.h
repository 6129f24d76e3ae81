// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/facts.h"

namespace tokentrail::diagnosis {

// A finding that is known from words alone: its sentence with what the words named, its fix.
Finding findingOf(const Heard &heard, bool hopsSeen);
bool contradicted(const Facts &facts, const QList<Finding> &findings, const Heard &heard);

} // namespace tokentrail::diagnosis
