// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/understand.h"

namespace tokentrail::trail {

// Hops that belong to one call, by evidence: which ones, and which of them is the call itself.
struct Group
{
    QList<qsizetype> members; // indexes, by start
    qsizetype root = -1; // -1: the call itself was not seen
    bool certain = true; // false: another call at the same time could own some of them
};

// The hops stand by start and have their ids.
QList<Group> groupHops(const QList<Understood> &all);

} // namespace tokentrail::trail
