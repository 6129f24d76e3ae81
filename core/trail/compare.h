// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

// One thing that went another way in the second of two trails.
struct TrailDifference
{
    QString sentence; // "lookup S4_PP: made for alice in the first, for nobody in the second."
    QString hopInFirst; // empty where it has no such hop
    QString hopInSecond;
};

struct TrailComparison
{
    QString preface; // what differs on purpose: "Made for alice there, for bob here."; may be empty
    QList<TrailDifference> differences; // in the order in which they happened, the first one first

    // The first difference, or that there is none.
    QString sentence() const;
};

// The one that worked, and the one that failed. Hops are paired by what they are, in order; times,
// ids and fingerprints differ always and are not compared.
TrailComparison compareTrails(const Trail &worked, const Trail &failed);

} // namespace tokentrail::trail
