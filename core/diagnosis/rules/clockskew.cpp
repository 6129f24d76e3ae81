// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
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
                       u"The clock of %1 is %2 s %3 this machine's: more than the 60 s that token "
                       "checks forgive."_s.arg(trail::titleOf(hop.to))
                           .arg(qAbs(skew))
                           .arg(skew > 0 ? u"ahead of"_s : u"behind"_s),
                       &hop)
            .because(u"Its Date header says %1."_s.arg(date), &hop)
            .fix(u"Set the clocks by NTP."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
