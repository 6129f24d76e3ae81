// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/calltrail.h"

#include "core/trail/trailbuilder.h"

#include <algorithm>

namespace tokentrail::call {

trail::Trail trailOfCall(const QList<http::Exchange> &exchanges, const QString &correlationId)
{
    const auto trails = trail::buildTrails(exchanges);
    const auto isOfCall = [&correlationId](const trail::Hop &hop) {
        return hop.plane == trail::Plane::Call && hop.correlationId == correlationId;
    };
    const auto own =
        std::find_if(trails.begin(), trails.end(), [&isOfCall](const trail::Trail &trail) {
            return std::any_of(trail.hops.begin(), trail.hops.end(), isOfCall);
        });
    if (own != trails.end())
        return *own;
    return trails.isEmpty() ? trail::Trail{} : trails.constLast();
}

} // namespace tokentrail::call
