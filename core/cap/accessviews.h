// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accessrows.h"

namespace tokentrail::cap {

// The rows of "projection on" and "select from" one source; unknown where they are grouped,
// united, or depend on the user.
Table projectedTable(const Rows &rows, const Definition &entity, const Definition &source);
// Whether a row that was written through a view is one that the view shows. What the view does not
// show of its source is empty in a new row; in one that was there it is taken to fit.
bool isShownByViews(
    const Rows &rows, const Definition &entity, const Row &row, bool isNew, Stop &stop);
// The rows of a view over a join.
Table joinedTable(const Rows &rows, const Definition &entity);

} // namespace tokentrail::cap
