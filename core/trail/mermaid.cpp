// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/mermaid.h"

#include "core/trail/lanes.h"
#include "core/trail/lanesteps.h"
#include "core/trail/names.h"

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// Mermaid ends a statement at a semicolon and reads # as the start of an entity.
QString plain(QString text)
{
    return text.replace(u'#', u"#35;"_s).replace(u';', u"#59;"_s).replace(u'\n', u' ');
}

QString participant(Party party)
{
    return nameOf(laneOf(party)).remove(u'-');
}

QString who(const Hop &hop)
{
    if (hop.subject.isUser)
        return u" as "_s + hop.subject.name;
    return hop.actor.name.isEmpty() ? QString() : u" by "_s + hop.actor.name;
}

QStringList participants(const Trail &trail)
{
    QStringList lines;
    for (const auto party : {Party::Unknown,
                             Party::Browser,
                             Party::Console,
                             Party::Approuter,
                             Party::Xsuaa,
                             Party::Service,
                             Party::Destination,
                             Party::OAuthServer,
                             Party::Proxy,
                             Party::Backend}) {
        for (const auto &hop : trail.hops) {
            if (laneOf(hop.from) == party || laneOf(hop.to) == party) {
                lines << u"    participant %1 as %2"_s.arg(participant(party), titleOf(party));
                break;
            }
        }
    }
    return lines;
}

void addStep(QStringList &lines, const LaneStep &step)
{
    const auto &hop = *step.hop;
    const auto from = participant(hop.from);
    const auto to = participant(hop.to);
    if (step.part == LaneStep::Part::Expected) {
        lines << u"    %1--x%2: expected, did not come: %3%4"_s.arg(
            from, to, plain(labelOf(hop)), plain(who(hop)));
        return;
    }
    if (step.part != LaneStep::Part::Answer)
        lines << u"    %1->>%2: %3%4"_s.arg(from, to, plain(labelOf(hop)), plain(who(hop)));
    if (step.part != LaneStep::Part::Request)
        lines << u"    %1%2%3: %4"_s.arg(
            to, hop.response.status == 0 ? u"--x"_s : u"-->>"_s, from, plain(answerOf(hop)));
}

QString lossNote(const Trail &trail, const Hop &hop)
{
    const bool before = trail.loss == LossPlace::BeforeService;
    const auto party = before                    ? hop.from
        : trail.loss == LossPlace::InsideService ? hop.to
                                                 : hop.from;
    const auto name = trail.user.isUser ? trail.user.name : u"a user"_s;
    return u"    Note over %1: ✗ %2 ends here (%3)"_s.arg(
        participant(party), plain(name), nameOf(trail.loss));
}

} // namespace

QByteArray toMermaid(const Trail &trail)
{
    QStringList lines{u"sequenceDiagram"_s};
    if (!trail.title.isEmpty())
        lines << u"    accTitle: "_s + plain(trail.title);
    lines += participants(trail);
    for (const auto &step : stepsOf(trail)) {
        const bool here = trail.loss != LossPlace::NotLost && step.hop->id == trail.lossHopId
            && step.part != LaneStep::Part::Answer;
        if (here && trail.loss == LossPlace::BeforeService)
            lines << lossNote(trail, *step.hop);
        addStep(lines, step);
        if (here && trail.loss != LossPlace::BeforeService)
            lines << lossNote(trail, *step.hop);
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

namespace {

QString cell(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).simplified();
}

QString tokensCell(const Hop &hop)
{
    QStringList words;
    for (const auto &token : hop.tokens)
        words << u"%1: %2 `%3`"_s.arg(nameOf(token.role), chipTextOf(token), token.fingerprint);
    return words.join(u", "_s);
}

QString nameCell(const QString &name, bool verified)
{
    return name.isEmpty() ? u"–"_s : verified ? name : name + u" (not verified)"_s;
}

} // namespace

QByteArray toMarkdown(const Trail &trail)
{
    QStringList lines{u"# "_s + cell(trail.title), {}};
    if (trail.loss != LossPlace::NotLost)
        lines << u"**The user's line ends: %1, at %2.**"_s.arg(nameOf(trail.loss), trail.lossHopId)
              << QString();
    lines << u"| hop | from | to | what | answer | client | user | tokens |"_s
          << u"|---|---|---|---|---|---|---|---|"_s;
    for (const auto &hop : trail.hops) {
        const QStringList cells{hop.id,
                                titleOf(hop.from),
                                titleOf(hop.to),
                                labelOf(hop),
                                hop.expected ? u"*expected, did not come*: "_s + hop.reason
                                             : answerOf(hop),
                                nameCell(hop.actor.name, hop.actor.verified),
                                nameCell(hop.subject.name, hop.subject.verified),
                                tokensCell(hop)};
        QStringList safe;
        for (const auto &text : cells)
            safe << cell(text);
        lines << u"| "_s + safe.join(u" | "_s) + u" |"_s;
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace tokentrail::trail
