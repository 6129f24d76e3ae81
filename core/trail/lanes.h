// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <functional>

namespace tokentrail::trail {

// The picture of a trail as plain data: which lane, which row, which line. The window and the SVG
// paint the same layout. All lengths are device-independent pixels from the top left corner.

enum class TextRole { LaneTitle, Label, Chip, Mark, Note }; // Mark is bold, Note is small
enum class Tone { Plain, Muted, Person, Client, Error };

struct LaneOptions
{
    double width =
        0; // available; lanes spread over it, and the picture is never wider than they need
    // Width of a text as it will be painted; empty: an estimate that fits Inter at 12 px.
    std::function<double(const QString &text, TextRole role)> textWidth;
};

struct Lane
{
    QString title; // "CAP service"
    QList<Party> parties; // proxy and Cloud Connector share one
    QRectF rect; // the ground of the lane, title included
    QRectF titleRect;
    double axis = 0; // x of arrows' ends and of vertical lines
};

struct LaneText
{
    QString hopId; // empty when it belongs to no hop
    QString text; // cut to its place
    QString fullText; // for tool tips and screen readers
    QRectF rect;
    TextRole role = TextRole::Label;
    Tone tone = Tone::Plain;
    bool centred = false; // otherwise from the left
};

struct LaneArrow
{
    QString hopId;
    bool answer = false; // the response of the hop, otherwise its request
    bool carriesUser = false; // the user's line runs along it
    bool failed = false; // an answer >= 400, or none
    bool dashed = false; // expected, did not come
    QPointF from;
    QPointF to; // the head is here; equal x: a call to itself, painted as a loop to the right
    Tone tone = Tone::Plain;
};

// A token as a pill: a circle and a name for a person, a diamond for a client.
struct LaneChip
{
    QString hopId;
    int token = -1; // index in Hop::tokens; -1: says that there was none
    bool person = false;
    int hue = 0; // persons are numbered in order of appearance
    QString text;
    QString fullText;
    QRectF rect;
    Tone tone = Tone::Client;
};

// What should have followed and did not: a dashed frame with its reason.
struct LaneBox
{
    QString hopId;
    QRectF rect;
    QList<LaneText> lines;
};

// The one line that cannot be missed.
struct LaneUserLine
{
    bool present = false; // there was a person at all
    int hue = 0;
    QPointF start; // the circle with the name beside it
    LaneText name; // "alice"
    QList<QPointF> points; // continuous, from start on
    bool broken = false;
    QPointF end; // the cross when broken, else the circle where the user arrived
    LaneText endText; // "the user ends here", or who the backend took it for
    QList<QPointF> missing; // dotted: where it should have gone on
};

// The band of one hop: what a click selects. An outer hop has two bands around its inner ones.
struct LaneRow
{
    QString hopId;
    QRectF rect;
    bool answer = false;
};

struct LanePicture
{
    QSizeF size;
    QList<Lane> lanes;
    QList<LaneRow> rows;
    QList<LaneArrow> arrows;
    QList<LaneText> texts; // labels of arrows
    QList<LaneChip> chips;
    QList<LaneBox> boxes;
    LaneUserLine userLine;

    QString hopAt(const QPointF &point) const; // empty where there is none
};

LanePicture layoutLanes(const Trail &trail, const LaneOptions &options = {});

QString titleOf(Party party); // "CAP service"
QString labelOf(
    const Hop &hop); // what the arrow says: "lookup S4_PP", "token · password", "GET …/Equipment"
QString answerOf(const Hop &hop); // "200 OK", "502 Bad Gateway", "no answer: …"
// "destination" of "sb-clone…!b1|destination-xsappname!b2", "app" of "sb-app!t1": the part of a
// client id that people know it by. The whole id stays in full texts.
QString shortClientName(const QString &clientId);
QString chipTextOf(const TokenSeen &token); // "alice · user token", "sb-app!t1 · client"

} // namespace tokentrail::trail
