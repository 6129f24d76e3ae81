// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/trail/lanes.h"
#include "core/trail/tokens.h"

#include <QDateTime>

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

struct PeerClock
{
    qint64 seconds = 0; // 0: it does not show
    QString shownBy; // in words
};

// The Date header, or when the token that was just issued says that it was.
PeerClock clockOf(const trail::Hop &hop)
{
    const auto date = QString::fromLatin1(hop.response.headers.value("date"));
    if (const auto peer = QDateTime::fromString(date, Qt::RFC2822Date); peer.isValid())
        return {peer.toSecsSinceEpoch(), say(u"clock-skew.date", {{u"date", date}})};
    const auto *token = trail::tokenWithRole(hop, trail::TokenRole::Issued);
    if (hop.kind != trail::HopKind::Token || !token || !token->claims[u"iat"].isNumber())
        return {};
    const auto issued = token->claims[u"iat"].toInteger();
    const auto time = QDateTime::fromSecsSinceEpoch(issued, Qt::UTC).toString(Qt::ISODate);
    return {issued, say(u"clock-skew.issued", {{u"time", time}})};
}

} // namespace

// Against the end of the exchange, which is this machine's clock.
QList<Finding> clockSkew(const Facts &facts)
{
    for (const auto &hop : facts.trail.hops) {
        if (!hop.observedBy.contains(u"console"_s) || hop.endMs == 0)
            continue;
        const auto peer = clockOf(hop);
        const auto skew = peer.seconds > 0 ? peer.seconds - hop.endMs / 1000 : 0;
        if (qAbs(skew) <= xsuaa::leewaySeconds)
            continue;
        return Verdict(0.9,
                       say(skew > 0 ? u"clock-skew.ahead" : u"clock-skew.behind",
                           {{u"party", trail::titleOf(hop.to)}, {u"seconds", qAbs(skew)}}),
                       &hop)
            .because(peer.shownBy, &hop);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
