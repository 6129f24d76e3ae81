// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/lanebuilder.h"
#include "core/trail/say.h"
#include "core/trail/userline.h"

#include <algorithm>
#include <array>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 12;
constexpr double titleHeight = 36;
constexpr double gap = 24;
constexpr double minPitch = 116;
constexpr double maxPitch = 196;
constexpr double textHeight = 16;
constexpr double beside = 12; // between an axis and a text

constexpr std::array laneOrder{Party::Unknown,
                               Party::Browser,
                               Party::Console,
                               Party::Approuter,
                               Party::Xsuaa,
                               Party::Service,
                               Party::Destination,
                               Party::OAuthServer,
                               Party::Proxy,
                               Party::Backend};

} // namespace

LaneBuilder::LaneBuilder(const Trail &trail, const LaneOptions &options)
    : m_trail(trail)
    , m_options(options)
    , m_measure(m_options)
{ }

LanePicture LaneBuilder::build()
{
    placeLanes();
    startUser();
    for (const auto &step : stepsOf(m_trail))
        placeStep(step);
    finishLanes();
    return m_picture;
}

void LaneBuilder::placeLanes()
{
    QList<Party> used;
    for (const auto party : laneOrder) {
        const bool takesPart =
            std::any_of(m_trail.hops.begin(), m_trail.hops.end(), [party](const Hop &hop) {
                // What goes to a proxy is meant for a backend, whether it came there or not.
                return laneOf(hop.from) == party || laneOf(hop.to) == party
                    || (party == Party::Backend && hop.kind == HopKind::Proxy);
            });
        if (takesPart)
            used << party;
    }
    const auto count = double(std::max(qsizetype(1), used.size()));
    const auto wanted = (m_options.width - 2 * margin + gap) / count;
    const auto pitch = m_options.width > 0 ? std::clamp(wanted, minPitch, maxPitch) : 128.0;
    double x = margin;
    for (const auto party : used) {
        Lane lane;
        lane.parties = {party};
        if (party == Party::Proxy)
            lane.parties << Party::CloudConnector;
        lane.rect = QRectF(x, margin, pitch - gap, titleHeight);
        lane.titleRect = lane.rect;
        lane.title = m_measure.elided(titleOf(party), TextRole::LaneTitle, pitch - gap - 4);
        lane.axis = lane.rect.center().x();
        m_axis[party] = lane.axis;
        m_picture.lanes.append(lane);
        x += pitch;
    }
    m_picture.size = QSizeF(x - gap + margin, 0);
    m_y = margin + titleHeight + 8;
}

void LaneBuilder::finishLanes()
{
    const auto bottom = m_y + 12;
    for (auto &lane : m_picture.lanes)
        lane.rect.setBottom(bottom);
    m_picture.size.setHeight(bottom + margin);
}

double LaneBuilder::axis(Party party) const
{
    return m_axis.value(laneOf(party));
}

double LaneBuilder::leftOf(const Hop &hop) const
{
    return std::min(axis(hop.from), axis(hop.to)) + beside;
}

double LaneBuilder::rightLimit(double left) const
{
    return m_userX > left ? m_userX - 8 : m_picture.size.width() - margin;
}

void LaneBuilder::placeStep(const LaneStep &step)
{
    const auto top = m_y;
    const auto &hop = *step.hop;
    switch (step.part) {
    case LaneStep::Part::Request:
        placeRequest(hop, false);
        break;
    case LaneStep::Part::Both:
        placeRequest(hop, true);
        break;
    case LaneStep::Part::Answer:
        placeAnswer(hop, false);
        break;
    case LaneStep::Part::Expected:
        placeExpected(hop);
        break;
    }
    if (m_y > top)
        m_picture.rows.append({hop.id,
                               QRectF(0, top, m_picture.size.width(), m_y - top),
                               step.part == LaneStep::Part::Answer});
    if (step.part != LaneStep::Part::Answer)
        endUserAfter(hop);
}

void LaneBuilder::placeLabel(const Hop &hop, const QString &text, Tone tone, TextRole role)
{
    const auto left = leftOf(hop);
    const auto lines = m_measure.wrapped(text, role, rightLimit(left) - left, 2);
    for (const auto &line : lines) {
        LaneText label{hop.id, line, text, {}, role, tone, false};
        label.rect = QRectF(left, m_y, m_measure.width(line, role) + 1, textHeight);
        m_picture.texts.append(label);
        m_y += textHeight;
    }
}

void LaneBuilder::placeRequest(const Hop &hop, bool withAnswer)
{
    m_y += 10;
    placeLabel(hop, labelOf(hop), Tone::Plain, TextRole::Label);
    m_y += 6;
    LaneArrow arrow;
    arrow.hopId = hop.id;
    arrow.carriesUser = userGoesAlong(hop);
    arrow.from = {axis(hop.from), m_y};
    arrow.to = {axis(hop.to), m_y};
    arrow.tone = arrow.carriesUser ? Tone::Person : Tone::Plain;
    m_picture.arrows.append(arrow);
    moveUser(hop, m_y);
    m_y += 8;
    placeChips(hop, false);
    if (withAnswer)
        placeAnswer(hop, true);
}

void LaneBuilder::placeAnswer(const Hop &hop, bool below)
{
    const bool failed = hop.response.status == 0 || hop.response.status >= 400;
    m_y += below ? 2 : 10;
    if (failed || !below)
        placeLabel(hop, answerOf(hop), failed ? Tone::Error : Tone::Muted, TextRole::Label);
    m_y += below && !failed ? 8 : 6;
    LaneArrow arrow;
    arrow.hopId = hop.id;
    arrow.answer = true;
    arrow.failed = failed;
    arrow.dashed = hop.response.status == 0;
    arrow.from = {axis(hop.to), m_y};
    arrow.to = {axis(hop.from), m_y};
    arrow.tone = failed ? Tone::Error : Tone::Plain;
    m_picture.arrows.append(arrow);
    m_y += 8;
    placeChips(hop, true);
}

void LaneBuilder::placeExpectedAside(const Hop &hop)
{
    m_y += 10;
    placeLabel(hop, say(u"box.expected", {{u"label", labelOf(hop)}}), Tone::Error, TextRole::Label);
    m_y += 6;
    LaneArrow arrow;
    arrow.hopId = hop.id;
    arrow.dashed = true;
    arrow.from = {axis(hop.from), m_y};
    arrow.to = {axis(hop.to), m_y};
    arrow.tone = Tone::Error;
    m_picture.arrows.append(arrow);
    m_y += 6;
    placeLabel(hop, say(u"answer.missing"), Tone::Muted, TextRole::Note);
    m_y += 4;
}

void LaneBuilder::placeExpected(const Hop &hop)
{
    if (hop.plane != Plane::Call)
        return placeExpectedAside(hop); // not on the person's way
    m_y += 12;
    const auto right = m_picture.size.width() - margin;
    const auto left = std::min(axis(hop.from) + beside, right - 150);
    const auto boxWidth = std::min(right - left, 330.0);
    LaneBox box{hop.id, QRectF(right - boxWidth, m_y, boxWidth, 0), {}};
    const auto head = say(
        hop.to == Party::Proxy ? u"box.through-proxy" : u"box.expected",
        {{u"label", labelOf(hop)}, {u"user", hop.subject.isUser ? hop.subject.name : QString()}});
    double y = m_y + 5;
    const auto add = [&](const QString &text, TextRole role, Tone tone, qsizetype maxLines) {
        for (const auto &line : m_measure.wrapped(text, role, boxWidth - 20, maxLines)) {
            box.lines.append({hop.id,
                              line,
                              text,
                              QRectF(box.rect.left() + 10, y, boxWidth - 20, textHeight),
                              role,
                              tone,
                              false});
            y += textHeight;
        }
    };
    add(head, TextRole::Label, Tone::Error, 2);
    add(say(u"answer.missing") + u" · "_s + hop.reason, TextRole::Note, Tone::Muted, 4);
    box.rect.setHeight(y + 5 - m_y);
    m_picture.boxes.append(box);
    m_y = box.rect.bottom() + 14;
    runMissing(hop, m_y);
    m_y += 6;
}

QString LanePicture::hopAt(const QPointF &point) const
{
    for (const auto &row : rows) {
        if (row.rect.contains(point))
            return row.hopId;
    }
    return {};
}

LanePicture layoutLanes(const Trail &trail, const LaneOptions &options)
{
    return LaneBuilder(trail, options).build();
}

} // namespace tokentrail::trail
