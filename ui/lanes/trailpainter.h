// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/lanes.h"
#include "ui/widgets/colours.h"

#include <QFont>

class QPainter;

namespace tokentrail::ui {

struct TrailMarks
{
    QString selectedHop;
    QString hoveredHop;
    bool focused = false; // the selected hop gets the focus frame
};

// The measure of texts in the picture: the window's family at the size that lanes.h lays out for.
QFont pictureFont(const QFont &base, trail::TextRole role);
double pictureTextWidth(const QFont &base, const QString &text, trail::TextRole role);

// Paints what trail::layoutLanes() laid out, in its coordinates.
class TrailPainter
{
public:
    TrailPainter(QPainter &painter, const Colours &colours, const QFont &base);

    void paint(const trail::LanePicture &picture, const TrailMarks &marks);
    // The titles alone, below y, over a ground that hides what scrolled under them.
    void paintTitles(const trail::LanePicture &picture, double y);

private:
    void paintLane(const trail::Lane &lane);
    void paintRow(const trail::LaneRow &row, const TrailMarks &marks, bool ringed);
    void paintArrow(const trail::LaneArrow &arrow);
    void paintText(const trail::LaneText &text);
    void paintChipOf(const trail::LaneChip &chip);
    void paintBox(const trail::LaneBox &box);
    void paintUserLine(const trail::LaneUserLine &line);
    void paintEnd(const trail::LaneUserLine &line);
    QColor ink(trail::Tone tone) const;

    QPainter &m_painter;
    const Colours &m_colours;
    QFont m_base;
};

} // namespace tokentrail::ui
