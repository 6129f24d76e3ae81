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

} // namespace

QList<Finding> tokenResponseUnreadable(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Token)) {
        if (hop->response.status != 200 || !isUnreadable(hop->response))
            continue;
        return Verdict(0.95, say(u"token-response-unreadable.not-one"), hop)
            .because(say(u"token-response-unreadable.no-object"), hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
