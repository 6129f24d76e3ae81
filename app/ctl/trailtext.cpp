// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/trailtext.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

QString whoOf(const trail::Hop &hop)
{
    const auto actor = hop.actor.kind == trail::ActorKind::None ? u"nobody"_s : hop.actor.name;
    if (!hop.subject.isUser)
        return hop.actor.kind == trail::ActorKind::None ? u"anonymous"_s
                                                        : QString(actor + u", for nobody"_s);
    return hop.actor.name == hop.subject.name || hop.actor.kind == trail::ActorKind::None
        ? hop.subject.name
        : QString(actor + u", for "_s + hop.subject.name);
}

// The query of an OData call alone fills two lines.
QString urlOf(const trail::Hop &hop)
{
    constexpr qsizetype room = 90;
    const auto query = hop.url.indexOf(u'?');
    if (hop.url.size() <= room || query < 0)
        return hop.url;
    return hop.url.first(query + 1) + u'…';
}

QString answerOf(const trail::Hop &hop)
{
    if (hop.expected)
        return u"expected, did not come"_s;
    return hop.response.status > 0 ? QString::number(hop.response.status) : u"no answer"_s;
}

} // namespace

text::Json hopsToJson(const trail::Trail &trail)
{
    auto hops = text::Json::array();
    for (const auto &hop : trail.hops)
        hops.append(trail::toJson(hop));
    return hops;
}

QString hopsToText(const trail::Trail &trail)
{
    QString text;
    if (trail.hops.isEmpty())
        return text;
    text += u"\nHops:\n"_s;
    for (const auto &hop : trail.hops) {
        const QString ends = trail::nameOf(hop.from) + u" → "_s + trail::nameOf(hop.to);
        const QString what = trail::nameOf(hop.kind) + u' '
            + (hop.expected ? hop.reason
                            : QString::fromUtf8(hop.request.method) + u' ' + urlOf(hop));
        text += u"  %1 %2 %3: %4 (%5)\n"_s.arg(
            hop.id.leftJustified(3), ends.leftJustified(24), what, answerOf(hop), whoOf(hop));
    }
    return text;
}

} // namespace tokentrail::ctl
