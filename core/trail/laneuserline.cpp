// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/lanebuilder.h"
#include "core/trail/need.h"
#include "core/trail/say.h"
#include "core/trail/userline.h"

#include <algorithm>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

constexpr double textHeight = 16;

// The first hop from which the person's way is drawn: the call on top, else whatever carried it.
const Hop *startOfUser(const Trail &trail)
{
    if (const auto *root = rootOf(trail))
        return root;
    for (const auto &hop : trail.hops) {
        if (!hop.expected && hop.plane == Plane::Call && hop.subject.isUser)
            return &hop;
    }
    return trail.loss == LossPlace::NotLost ? nullptr : trail.hop(trail.lossHopId);
}

QString lossText(const Trail &trail)
{
    switch (trail.loss) {
    case LossPlace::NotLost:
        return {};
    case LossPlace::BeforeService:
        return trail.user.isUser ? say(u"line.goes-no-further") : say(u"line.no-user-on");
    case LossPlace::InsideService:
    case LossPlace::Proxy:
        return say(u"line.ends");
    case LossPlace::Exchange:
        return say(u"line.exchange-refused");
    case LossPlace::Unknown:
        return say(u"line.no-user");
    }
    return {};
}

} // namespace

bool LaneBuilder::userGoesAlong(const Hop &hop) const
{
    const auto &line = m_picture.userLine;
    return line.present && !line.broken && !hop.expected && hop.plane == Plane::Call
        && (hop.subject.isUser || hop.id == m_trail.rootHopId) && m_userX == axis(hop.from);
}

void LaneBuilder::startUser()
{
    const auto *first = startOfUser(m_trail);
    if (!first || (!m_trail.user.isUser && m_trail.loss == LossPlace::NotLost))
        return;
    auto &line = m_picture.userLine;
    line.present = true;
    m_userX = axis(first->from);
    line.start = {m_userX, m_y + 10};
    const auto name = m_trail.user.isUser ? m_trail.user.name : say(u"line.nobody");
    const auto tone = m_trail.user.isUser ? Tone::Person : Tone::Muted;
    line.hue = m_trail.user.isUser ? hueOf(name) : 0;
    const auto left = m_userX + 14;
    const auto text = m_measure.elided(name, TextRole::Mark, m_picture.size.width() - left - 12);
    line.name = {{},
                 text,
                 name,
                 QRectF(left, m_y, m_measure.width(text, TextRole::Mark) + 1, textHeight),
                 TextRole::Mark,
                 tone,
                 false};
    line.points << line.start;
    m_y += 22;
    if (m_trail.loss == LossPlace::BeforeService || m_trail.loss == LossPlace::Unknown)
        placeMark(true, lossText(m_trail));
    for (const auto &hop : m_trail.hops) {
        if (!hop.expected && hop.plane == Plane::Call && hop.subject.isUser)
            m_lastUserHop = hop.id;
    }
}

void LaneBuilder::moveUser(const Hop &hop, double y)
{
    auto &line = m_picture.userLine;
    if (userGoesAlong(hop)) {
        line.points << QPointF(m_userX, y) << QPointF(axis(hop.to), y);
        m_userX = axis(hop.to);
    } else if (line.broken && hop.plane == Plane::Call && m_userX == axis(hop.from)
               && m_userX != axis(hop.to)) {
        // What goes on without the person.
        if (line.missing.isEmpty())
            line.missing << line.end;
        line.missing << QPointF(m_userX, y) << QPointF(axis(hop.to), y);
        m_userX = axis(hop.to);
    }
}

void LaneBuilder::endUserAfter(const Hop &hop)
{
    auto &line = m_picture.userLine;
    if (!line.present || line.broken || hop.expected)
        return;
    if (m_trail.loss != LossPlace::NotLost) {
        const bool inside = m_trail.loss == LossPlace::InsideService && hop.id == m_trail.rootHopId;
        const bool exchange = m_trail.loss == LossPlace::Exchange && hop.id == m_trail.lossHopId;
        if (inside || exchange)
            placeMark(true, lossText(m_trail));
        return;
    }
    if (hop.id != m_lastUserHop || m_userX != axis(hop.to))
        return;
    const auto backendUser = hop.kind == HopKind::Backend ? backendUserOf(hop) : QString();
    placeMark(false,
              backendUser.isEmpty() ? QString() : say(u"line.arrives", {{u"user", backendUser}}));
    m_userX = -1;
}

void LaneBuilder::placeMark(bool broken, const QString &text)
{
    auto &line = m_picture.userLine;
    m_y += 14;
    line.broken = broken;
    line.end = {m_userX, m_y};
    line.points << line.end;
    const auto right = m_picture.size.width() - 12;
    const auto textWidth = m_measure.width(text, TextRole::Mark) + 1;
    // On the right of the mark, or on its left where the picture ends.
    const bool fits = m_userX + 18 + textWidth <= right || m_userX < right / 2;
    const auto left = fits ? m_userX + 18 : std::max(12.0, m_userX - 18 - textWidth);
    const auto available = fits ? right - left : m_userX - 18 - left;
    const auto shown = m_measure.elided(text, TextRole::Mark, available);
    line.endText = {{},
                    shown,
                    text,
                    QRectF(left, m_y - textHeight / 2, std::min(textWidth, available), textHeight),
                    TextRole::Mark,
                    broken ? Tone::Error : Tone::Person,
                    false};
    m_y += 14;
}

void LaneBuilder::runMissing(const Hop &hop, double y)
{
    auto &line = m_picture.userLine;
    if (!line.broken || m_userX < 0)
        return;
    if (line.missing.isEmpty())
        line.missing << line.end;
    const auto goal = m_axis.contains(Party::Backend) ? Party::Backend : hop.to;
    line.missing << QPointF(m_userX, y) << QPointF(axis(goal), y);
    m_userX = -1;
}

} // namespace tokentrail::trail
