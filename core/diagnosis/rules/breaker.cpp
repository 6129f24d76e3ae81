// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/need.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// Ten failed token calls open it for half a minute; then nothing is sent at all.
QList<Finding> circuitBreakerOpen(const Facts &facts)
{
    if (!facts.root || facts.root->response.status < 500 || trail::hasStepsOfService(facts.trail))
        return {};
    int failures = 0;
    for (const auto &earlier : facts.input.earlier) {
        for (const auto &hop : earlier.hops) {
            const auto age = facts.root->startMs - hop.startMs;
            if (hop.kind == trail::HopKind::Token && hop.from == trail::Party::Service
                && hop.response.status >= 400 && age >= 0 && age <= 60'000)
                ++failures;
        }
    }
    if (failures < 10)
        return {};
    return Verdict(0.9, say(u"circuit-breaker-open.failures", {{u"count", failures}}), facts.root)
        .because(say(u"circuit-breaker-open.silence"), facts.root)
        .fix(say(u"circuit-breaker-open.fix"));
}

} // namespace tokentrail::diagnosis::rules
