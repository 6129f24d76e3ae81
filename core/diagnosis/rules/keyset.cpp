// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> keySetUnreachable(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Jwks)) {
        if (facts.status != 500 || hop->response.status != 0)
            continue;
        return Verdict(0.9, say(u"jwks-unreachable.not-fetched", {{u"url", hop->url}}), hop)
            .because(hop->failure.isEmpty() ? say(u"jwks-unreachable.no-answer") : hop->failure,
                     hop)
            .fix(say(u"jwks-unreachable.fix"));
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
                       unreadable ? say(u"jwks-bad-answer.no-json", {{u"url", hop->url}})
                                  : say(u"jwks-bad-answer.status",
                                        {{u"url", hop->url}, {u"status", status}}),
                       hop)
            .because(say(u"jwks-bad-answer.always-500"), facts.call);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
