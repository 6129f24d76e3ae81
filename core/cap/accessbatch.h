// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/json.h"

#include <QString>

#include <utility>
#include <vector>

namespace tokentrail::cap {

// Whether CAP takes this for the parts of a $batch; else it answers 400 to the whole.
bool isBatch(const text::Json &requests);
// Whether a part that this one depends on (its id, or that of a changeset) was refused; CAP then
// answers 424. answered: ids and statuses of the parts so far.
bool dependsOnRefused(const text::Json &requests,
                      const text::Json &part,
                      const std::vector<std::pair<QString, int>> &answered);

} // namespace tokentrail::cap
