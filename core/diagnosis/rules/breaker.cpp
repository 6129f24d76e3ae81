// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
    return Verdict(0.9,
                   u"The circuit breaker of the Cloud SDK is open: %1 token calls failed in the "
                   "minute before."_s.arg(failures),
                   facts.root)
        .because(u"The call failed, and no request left the service."_s, facts.root)
        .fix(u"Correct what made the token calls fail, and restart: the breaker closes after 30 s, "
             "but a corrected secret is not picked up."_s);
}

} // namespace tokentrail::diagnosis::rules
