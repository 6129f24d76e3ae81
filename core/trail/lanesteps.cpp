// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/lanesteps.h"

#include <limits>

namespace tokentrail::trail {

namespace {

using Part = LaneStep::Part;

qint64 endOf(const Hop &hop)
{
    return hop.endMs > 0 ? hop.endMs : std::numeric_limits<qint64>::max();
}

// Over before the next one began: in the same millisecond only what the next cannot be part of.
bool isOver(const Hop &hop, const Hop &next)
{
    if (endOf(hop) != next.startMs)
        return endOf(hop) < next.startMs;
    return laneOf(hop.to) != laneOf(next.from);
}

void close(QList<LaneStep> &steps, const Hop *hop)
{
    if (!steps.isEmpty() && steps.constLast().hop == hop)
        steps.last().part = Part::Both;
    else
        steps.append({hop, Part::Answer});
}

} // namespace

Party laneOf(Party party)
{
    return party == Party::CloudConnector ? Party::Proxy : party;
}

QList<LaneStep> stepsOf(const Trail &trail)
{
    QList<LaneStep> steps;
    QList<const Hop *> open;
    for (const auto &hop : trail.hops) {
        while (!open.isEmpty() && isOver(*open.constLast(), hop))
            close(steps, open.takeLast());
        steps.append({&hop, hop.expected ? Part::Expected : Part::Request});
        if (!hop.expected)
            open.append(&hop);
    }
    while (!open.isEmpty())
        close(steps, open.takeLast());
    return steps;
}

} // namespace tokentrail::trail
