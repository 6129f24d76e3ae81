// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accesspath.h"
#include "core/cap/accessrows.h"

#include <optional>

namespace tokentrail::cap {

// Names of associations that $expand asks for, on the first level.
QStringList expandedNames(const ResourcePath &path);
// Keys of the rows that a list shows, in its order; nothing where options choose in a way that is
// not worked out here.
std::optional<std::vector<Value>>
shownIds(const ResourcePath &path, const Rows &all, std::vector<const Row *> rows);
// Names of the entity sets in a service document.
std::vector<Value> exposedNames(const Csn &csn, const Definition &service);

} // namespace tokentrail::cap
