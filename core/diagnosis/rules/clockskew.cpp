// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"

#include <QDateTime>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

// The Date header is the peer's clock, the end of the exchange ours.
QList<Finding> clockSkew(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (!hop.observedBy.contains(u"console"_s) || hop.endMs == 0)
            continue;
        const auto date = QString::fromLatin1(hop.response.headers.value("date"));
        const auto peer = QDateTime::fromString(date, Qt::RFC2822Date);
        const auto skew = peer.isValid() ? peer.toSecsSinceEpoch() - hop.endMs / 1000 : 0;
        if (qAbs(skew) <= xsuaa::leewaySeconds)
            continue;
        return Verdict(0.9,
                       say(skew > 0 ? u"clock-skew.ahead" : u"clock-skew.behind",
                           {{u"party", trail::titleOf(hop.to)}, {u"seconds", qAbs(skew)}}),
                       &hop)
            .because(say(u"clock-skew.date", {{u"date", date}}), &hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
