// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lanes/trailpainter.h"

#include "ui/widgets/chip.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace tokentrail::ui {

using trail::TextRole;

namespace {

constexpr double textPixels = 12; // what lanes.h lays out for
constexpr double notePixels = 11;
constexpr double lineWidth = 4;
constexpr double markRadius = 9;

QPainterPath headOf(const QPointF &tip, const QPointF &from, double size)
{
    const auto angle = std::atan2(tip.y() - from.y(), tip.x() - from.x());
    const auto corner = [&](double turn) {
        return tip - QPointF(std::cos(angle + turn) * size, std::sin(angle + turn) * size);
    };
    QPainterPath path(tip);
    path.lineTo(corner(0.42));
    path.lineTo(corner(-0.42));
    path.closeSubpath();
    return path;
}

QPainterPath polyline(const QList<QPointF> &points)
{
    QPainterPath path;
    if (points.isEmpty())
        return path;
    path.moveTo(points.constFirst());
    for (const auto &point : points.mid(1))
        path.lineTo(point);
    return path;
}

} // namespace

QFont pictureFont(const QFont &base, TextRole role)
{
    auto font = base;
    font.setPixelSize(static_cast<int>(role == TextRole::Note ? notePixels : textPixels));
    font.setWeight(role == TextRole::LaneTitle || role == TextRole::Mark ? QFont::DemiBold
                                                                         : QFont::Normal);
    return font;
}

double pictureTextWidth(const QFont &base, const QString &text, TextRole role)
{
    return QFontMetricsF(pictureFont(base, role)).horizontalAdvance(text);
}

TrailPainter::TrailPainter(QPainter &painter, const Colours &colours, const QFont &base)
    : m_painter(painter)
    , m_colours(colours)
    , m_base(base)
{ }

void TrailPainter::paint(const trail::LanePicture &picture, const TrailMarks &marks)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &lane : picture.lanes)
        paintLane(lane);
    // One ring: an outer hop has a second band, for its answer, which only gets the ground.
    auto ringed = marks.focused || m_colours.system;
    for (const auto &row : picture.rows) {
        paintRow(row, marks, ringed);
        ringed = ringed && row.hopId != marks.selectedHop;
    }
    for (const auto &arrow : picture.arrows)
        paintArrow(arrow);
    if (picture.userLine.present)
        paintUserLine(picture.userLine);
    for (const auto &box : picture.boxes)
        paintBox(box);
    for (const auto &chip : picture.chips)
        paintChipOf(chip);
    for (const auto &text : picture.texts)
        paintText(text);
    if (picture.userLine.present)
        paintEnd(picture.userLine);
    m_painter.restore();
}

void TrailPainter::paintLane(const trail::Lane &lane)
{
    m_painter.setPen(m_colours.system ? QPen(m_colours.line) : QPen(Qt::NoPen));
    m_painter.setBrush(m_colours.lane);
    m_painter.drawRoundedRect(lane.rect, 6, 6);
    m_painter.setPen(m_colours.text);
    m_painter.setFont(pictureFont(m_base, TextRole::LaneTitle));
    m_painter.drawText(lane.titleRect, Qt::AlignCenter, lane.title);
}

void TrailPainter::paintTitles(const trail::LanePicture &picture, double y)
{
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &lane : picture.lanes) {
        QRectF ground = lane.titleRect.translated(0, y - lane.titleRect.top());
        m_painter.setPen(m_colours.system ? QPen(m_colours.line) : QPen(Qt::NoPen));
        m_painter.setBrush(m_colours.lane);
        m_painter.drawRoundedRect(ground, 6, 6);
        m_painter.setPen(m_colours.text);
        m_painter.setFont(pictureFont(m_base, TextRole::LaneTitle));
        m_painter.drawText(ground, Qt::AlignCenter, lane.title);
    }
    m_painter.restore();
}

void TrailPainter::paintRow(const trail::LaneRow &row, const TrailMarks &marks, bool ringed)
{
    const auto selected = row.hopId == marks.selectedHop;
    if (!selected && row.hopId != marks.hoveredHop)
        return;
    auto ground = m_colours.accent.ground;
    if (!selected)
        ground.setAlphaF(0.5F);
    const QRectF band = row.rect.adjusted(2, 0, -2, 0);
    m_painter.setPen(selected && ringed ? QPen(m_colours.accent.ink, 2) : QPen(Qt::NoPen));
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(band, 5, 5);
}

QColor TrailPainter::ink(trail::Tone tone) const
{
    switch (tone) {
    case trail::Tone::Plain:
        return m_colours.text;
    case trail::Tone::Muted:
        return m_colours.muted;
    case trail::Tone::Person:
        return m_colours.person.ink;
    case trail::Tone::Client:
        return m_colours.client.ink;
    case trail::Tone::Error:
        return m_colours.error.ink;
    }
    return {};
}

void TrailPainter::paintArrow(const trail::LaneArrow &arrow)
{
    auto colour = arrow.failed || arrow.dashed ? m_colours.error.ink : m_colours.muted;
    if (arrow.tone == trail::Tone::Person || arrow.tone == trail::Tone::Error)
        colour = ink(arrow.tone);
    QPen pen(colour, 1.5);
    if (arrow.dashed)
        pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    auto before = arrow.from;
    if (qAbs(arrow.from.x() - arrow.to.x()) < 1) {
        constexpr double out = 26;
        QPainterPath loop(arrow.from);
        loop.cubicTo(arrow.from + QPointF(out, 0), arrow.to + QPointF(out, 0), arrow.to);
        m_painter.drawPath(loop);
        before = arrow.to + QPointF(out, 0);
    } else if (!arrow.carriesUser) {
        m_painter.drawLine(arrow.from, arrow.to);
    }
    if (arrow.carriesUser)
        return; // the user's line is drawn over it, with its own head
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPath(headOf(arrow.to, before, 10));
}

void TrailPainter::paintText(const trail::LaneText &text)
{
    m_painter.setFont(pictureFont(m_base, text.role));
    m_painter.setPen(ink(text.tone));
    const auto align = (text.centred ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter;
    m_painter.drawText(text.rect.adjusted(0, 0, 4, 0), align | Qt::TextSingleLine, text.text);
}

void TrailPainter::paintChipOf(const trail::LaneChip &chip)
{
    ChipLook look{chip.text, Tone::Client, ChipMark::Client, 0};
    if (chip.person)
        look = {chip.text, Tone::Person, ChipMark::Person, chip.hue};
    else if (chip.tone == trail::Tone::Error)
        look = {chip.text, Tone::Error, ChipMark::Lost, 0};
    else if (chip.tone != trail::Tone::Client)
        look = {chip.text, Tone::Neutral, ChipMark::None, 0};
    m_painter.setFont(pictureFont(m_base, TextRole::Chip));
    paintChip(m_painter, chip.rect, look, m_colours);
}

void TrailPainter::paintBox(const trail::LaneBox &box)
{
    QPen pen(m_colours.error.ink, 1.3);
    pen.setDashPattern({4, 3});
    m_painter.setPen(pen);
    m_painter.setBrush(m_colours.error.ground);
    m_painter.drawRoundedRect(box.rect, 6, 6);
    for (const auto &line : box.lines)
        paintText(line);
}

void TrailPainter::paintUserLine(const trail::LaneUserLine &line)
{
    const auto person = m_colours.personNumber(line.hue);
    m_painter.setBrush(Qt::NoBrush);
    if (!line.missing.isEmpty()) {
        QPen pen(m_colours.error.ink, 2, Qt::CustomDashLine, Qt::RoundCap);
        pen.setDashPattern({0.1, 3.2});
        m_painter.setPen(pen);
        m_painter.drawPath(polyline(line.missing));
    }
    m_painter.setPen(QPen(person.ink, lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_painter.drawPath(polyline(line.points));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(person.ink);
    m_painter.drawEllipse(line.start, 7, 7);
    auto name = line.name;
    name.role = TextRole::Mark;
    m_painter.setFont(pictureFont(m_base, TextRole::Mark));
    m_painter.setPen(person.ink);
    m_painter.drawText(name.rect.adjusted(0, 0, 6, 0), Qt::AlignVCenter | Qt::AlignLeft, name.text);
}

void TrailPainter::paintEnd(const trail::LaneUserLine &line)
{
    const auto colour = line.broken ? m_colours.error.ink : m_colours.personNumber(line.hue).ink;
    m_painter.setBrush(line.broken ? m_colours.panel : colour);
    m_painter.setPen(QPen(colour, line.broken ? 3 : 0.1));
    m_painter.drawEllipse(line.end, markRadius, markRadius);
    m_painter.setPen(QPen(line.broken ? colour : m_colours.panel,
                          line.broken ? 3 : 2.2,
                          Qt::SolidLine,
                          Qt::RoundCap,
                          Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    if (line.broken) {
        constexpr double reach = 4;
        m_painter.drawLine(line.end - QPointF(reach, reach), line.end + QPointF(reach, reach));
        m_painter.drawLine(line.end + QPointF(-reach, reach), line.end + QPointF(reach, -reach));
    } else if (!line.endText.text.isEmpty()) { // known to have arrived, not only last seen
        QPainterPath tick(line.end + QPointF(-4, 0.5));
        tick.lineTo(line.end + QPointF(-1, 3.5));
        tick.lineTo(line.end + QPointF(4, -3));
        m_painter.drawPath(tick);
    }
    m_painter.setFont(pictureFont(m_base, TextRole::Mark));
    m_painter.setPen(colour);
    m_painter.drawText(line.endText.rect.adjusted(0, 0, 6, 0),
                       Qt::AlignVCenter | Qt::AlignLeft,
                       line.endText.text);
}

} // namespace tokentrail::ui
