// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

// A page, a text, half a document: anything but the object that was asked for. A body that was
// not recorded says nothing.
bool isUnreadable(const http::Response &response)
{
    if (response.body.isEmpty())
        return false;
    const auto json = text::parseJson(response.body);
    return !json || !json->isObject();
}

// A whole answer, without what it was asked for.
bool holdsNoToken(const text::Json &answer)
{
    return answer.isObject() && answer.size() > 0 && !answer.contains(u"access_token")
        && !answer.contains(u"id_token") && !answer.contains(u"error");
}

QStringList namesIn(const text::Json &object)
{
    QStringList names;
    for (const auto &member : object.members())
        names << member.name;
    return names;
}

} // namespace

QList<Finding> tokenResponseUnreadable(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Token)) {
        if (hop->response.status != 200)
            continue;
        if (isUnreadable(hop->response))
            return Verdict(0.95, say(u"token-response-unreadable.not-one"), hop)
                .because(say(u"token-response-unreadable.no-object"), hop);
        const auto answer = text::parseJson(hop->response.body);
        if (!answer || !holdsNoToken(*answer) || !facts.failed())
            continue;
        return Verdict(0.95,
                       say(u"token-response-unreadable.no-token", {{u"client", hop->actor.name}}),
                       hop)
            .because(say(u"token-response-unreadable.holds",
                         {{u"names", namesIn(*answer).join(u", "_s)}}),
                     hop)
            .fix(say(u"token-response-unreadable.fix-no-token"));
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
