// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

// A trail as it is told from top to bottom: an outer hop's request, its inner hops, its answer.
struct LaneStep
{
    enum class Part { Request, Answer, Both, Expected };
    const Hop *hop = nullptr;
    Part part = Part::Both; // Both: a hop without inner ones
};

QList<LaneStep> stepsOf(const Trail &trail);
Party laneOf(Party party); // the Cloud Connector stands in the proxy's lane

} // namespace tokentrail::trail
