// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

#include <QUrl>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

const trail::Hop *rootOf(const trail::Trail &trail)
{
    return trail.hop(trail.rootHopId);
}

bool isLogin(const trail::Hop &hop)
{
    const auto path = hop.request.path();
    return path.contains("/login/callback") || path.contains("/oauth/authorize");
}

bool isRefused(const Facts &facts, const trail::Hop &hop)
{
    return hop.response.status == 401 && facts.answeredByApprouter(hop);
}

QString hostOf(const trail::Hop &hop)
{
    return QUrl(hop.url).authority();
}

} // namespace

// Refused, served and refused again, with no login in between: the session was there all along,
// but not where the call came in.
QList<Finding> sessionsNotShared(const Facts &facts)
{
    const auto *call = facts.root;
    if (!call || !facts.requestSeen || !isRefused(facts, *call) || facts.bearer)
        return {};
    const trail::Hop *served = nullptr;
    const auto &all = facts.input.earlier;
    for (auto earlier = all.crbegin(); earlier != all.crend(); ++earlier) {
        const auto *hop = rootOf(*earlier);
        if (!hop || hostOf(*hop) != hostOf(*call))
            continue;
        if (isLogin(*hop))
            return {};
        if (!served && hop->response.status >= 200 && hop->response.status < 300)
            served = hop;
        else if (served && isRefused(facts, *hop))
            return Verdict(0.92, say(u"sessions-not-shared.turns"), call)
                .because(say(u"sessions-not-shared.seen"), call)
                .although(say(u"sessions-not-shared.or-tab"));
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
