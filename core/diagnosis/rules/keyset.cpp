// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> keySetUnreachable(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Jwks)) {
        if (facts.status != 500 || hop->response.status != 0)
            continue;
        return Verdict(0.9,
                       u"The service could not fetch the signing keys from %1; that is what its "
                       "500 means."_s.arg(hop->url),
                       hop)
            .because(hop->failure.isEmpty() ? u"There was no answer."_s : hop->failure, hop)
            .fix(u"Make the host of uaadomain reachable and trusted from the service."_s);
    }
    return {};
}

QList<Finding> keySetBadAnswer(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Jwks)) {
        const auto status = hop->response.status;
        const bool unreadable = status == 200 && !text::parseJson(hop->response.body);
        if (facts.status != 500 || (!unreadable && (status < 300 || status == 400)))
            continue;
        return Verdict(0.9,
                       u"The key endpoint %1 answered %2, so the service answers 500."_s.arg(
                           hop->url, unreadable ? u"no JSON"_s : QString::number(status)),
                       hop)
            .because(u"CAP turns every such answer into 500, not 401."_s, facts.call)
            .fix(u"Check uaadomain in the binding: no scheme, no trailing slash."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
