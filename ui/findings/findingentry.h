// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"

namespace tokentrail::ui {

// A finding of one call of this run.
struct FindingEntry
{
    QString id; // unique in the list
    diagnosis::Finding finding;
    QString call; // "GET /ext/FunctionalLocation as alice · 502 · 14:05:09"
    QStringList notVisible;
    QStringList alsoIn; // the calls before in which the same was found
    bool notMine = false; // "not my problem", said by the user
};

} // namespace tokentrail::ui
