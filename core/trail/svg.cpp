// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/svg.h"

#include "core/trail/lanemeasure.h"

#include <algorithm>
#include <array>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// A picture that goes into a mail or a ticket has a ground of its own.
struct Ink
{
    QString line;
    QString ground;
};

struct Palette
{
    QString ground;
    QString lane;
    QString arrow;
    QString rim; // around letters, where a line passes behind them
    Ink plain, muted, client, error;
    std::array<Ink, 4> persons; // further ones get hues of equal contrast; the name says the same
};

const Palette &paletteOf(Scheme scheme)
{
    static const Palette light{u"#ffffff"_s,
                               u"#eef1f5"_s,
                               u"#657084"_s,
                               u"#f6f8fa"_s,
                               {u"#1c2430"_s, u"#ffffff"_s},
                               {u"#5f6a7d"_s, u"#eef1f5"_s},
                               {u"#7a5a00"_s, u"#fbf0cf"_s},
                               {u"#b42318"_s, u"#fdeceb"_s},
                               {Ink{u"#2b7a4b"_s, u"#dff2e6"_s},
                                Ink{u"#7a3b9a"_s, u"#f1e4f7"_s},
                                Ink{u"#1f6f80"_s, u"#dceff3"_s},
                                Ink{u"#9a4a1b"_s, u"#f8e7db"_s}}};
    static const Palette dark{u"#232831"_s,
                              u"#1e232b"_s,
                              u"#9aa6b6"_s,
                              u"#1f242c"_s,
                              {u"#e7ebf1"_s, u"#232831"_s},
                              {u"#9aa6b6"_s, u"#1e232b"_s},
                              {u"#e6c35c"_s, u"#3b331a"_s},
                              {u"#ff8f85"_s, u"#43251f"_s},
                              {Ink{u"#6fd39b"_s, u"#1f3a2c"_s},
                               Ink{u"#c3a1f5"_s, u"#33284a"_s},
                               Ink{u"#6cc9d6"_s, u"#1d3a40"_s},
                               Ink{u"#f0b48a"_s, u"#43301f"_s}}};
    return scheme == Scheme::Dark ? dark : light;
}

constexpr double titleHeight = 30;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

class SvgWriter
{
public:
    SvgWriter(const Trail &trail, const LanePicture &picture, Scheme scheme)
        : m_trail(trail)
        , m_picture(picture)
        , m_colours(paletteOf(scheme))
    { }

    QByteArray write()
    {
        head();
        for (const auto &lane : m_picture.lanes)
            writeLane(lane);
        writeMissing();
        for (const auto &arrow : m_picture.arrows)
            writeArrow(arrow);
        writeUserLine();
        for (const auto &box : m_picture.boxes)
            writeBox(box);
        for (const auto &text : m_picture.texts)
            writeText(text);
        for (const auto &chip : m_picture.chips)
            writeChip(chip);
        m_out += u"</g>\n</svg>\n"_s;
        return m_out.toUtf8();
    }

private:
    void head();
    void writeLane(const Lane &lane);
    void writeArrow(const LaneArrow &arrow);
    void writeHead(const QPointF &at, bool right, const QString &ink);
    void writeText(const LaneText &text);
    void writeChip(const LaneChip &chip);
    void writeBox(const LaneBox &box);
    void writeUserLine();
    void writeCross(const QPointF &at);
    void writeMissing();
    QString description() const;
    Ink inkOf(Tone tone, int hue) const;

    const Trail &m_trail;
    const LanePicture &m_picture;
    const Palette &m_colours;
    QString m_out;
};

Ink SvgWriter::inkOf(Tone tone, int hue) const
{
    switch (tone) {
    case Tone::Plain:
        return m_colours.plain;
    case Tone::Muted:
        return m_colours.muted;
    case Tone::Person:
        return m_colours.persons[size_t(hue) % m_colours.persons.size()];
    case Tone::Client:
        return m_colours.client;
    case Tone::Error:
        return m_colours.error;
    }
    return {};
}

QString SvgWriter::description() const
{
    QStringList sentences;
    for (const auto &hop : m_trail.hops)
        sentences << u"%1: %2 to %3, %4, %5."_s.arg(
            hop.id, titleOf(hop.from), titleOf(hop.to), labelOf(hop), answerOf(hop));
    const auto &line = m_picture.userLine;
    if (line.broken)
        sentences << u"%1: %2 (%3)."_s.arg(
            line.name.fullText, line.endText.fullText, m_trail.lossHopId);
    return sentences.join(u' ');
}

void SvgWriter::head()
{
    const auto width = number(m_picture.size.width());
    const auto height = number(m_picture.size.height() + titleHeight);
    m_out +=
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" "
        "viewBox=\"0 0 %1 %2\" role=\"img\" aria-labelledby=\"title desc\" "
        "font-family=\"Inter, 'DejaVu Sans', sans-serif\" font-size=\"12\">\n"_s.arg(width, height);
    m_out += u"<title id=\"title\">%1</title>\n<desc id=\"desc\">%2</desc>\n"_s.arg(
        m_trail.title.toHtmlEscaped(), description().toHtmlEscaped());
    m_out +=
        u"<rect width=\"%1\" height=\"%2\" fill=\"%3\"/>\n"_s.arg(width, height, m_colours.ground);
    m_out += u"<text x=\"14\" y=\"24\" font-size=\"15\" font-weight=\"600\" fill=\"%1\">%2</text>\n"
             "<g transform=\"translate(0 %3)\">\n"_s.arg(
                 m_colours.plain.line,
                 LaneMeasure({})
                     .elided(m_trail.title, TextRole::Label, (m_picture.size.width() - 28) / 1.25)
                     .toHtmlEscaped(),
                 number(titleHeight));
}

void SvgWriter::writeLane(const Lane &lane)
{
    m_out += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"6\" fill=\"%5\"/>\n"_s.arg(
        number(lane.rect.x()),
        number(lane.rect.y()),
        number(lane.rect.width()),
        number(lane.rect.height()),
        m_colours.lane);
    m_out += u"<text x=\"%1\" y=\"%2\" text-anchor=\"middle\" font-weight=\"600\" "
             "fill=\"%4\">%3</text>\n"_s.arg(number(lane.axis),
                                             number(lane.titleRect.center().y() + 4),
                                             lane.title.toHtmlEscaped(),
                                             m_colours.plain.line);
}

void SvgWriter::writeHead(const QPointF &at, bool right, const QString &ink)
{
    const double back = right ? -11 : 11;
    m_out += u"<path d=\"M%1 %2l%3 -5.5v11z\" fill=\"%4\"/>\n"_s.arg(
        number(at.x()), number(at.y()), number(back), ink);
}

void SvgWriter::writeArrow(const LaneArrow &arrow)
{
    const auto ink = arrow.tone == Tone::Plain ? m_colours.arrow : inkOf(arrow.tone, 0).line;
    const bool loop = qFuzzyCompare(arrow.from.x(), arrow.to.x());
    const bool right = arrow.to.x() > arrow.from.x();
    if (loop) {
        m_out +=
            u"<path d=\"M%1 %2h26v8h-18\" fill=\"none\" stroke=\"%3\" "
            "stroke-width=\"1.5\"/>\n"_s.arg(number(arrow.from.x()), number(arrow.from.y()), ink);
        writeHead(arrow.to + QPointF(2, 8), false, ink);
        return;
    }
    if (arrow.carriesUser)
        return; // the person's line runs here, its head is drawn with it
    const double inset = right ? 8 : -8;
    m_out += u"<path d=\"M%1 %2H%3\" fill=\"none\" stroke=\"%4\" stroke-width=\"1.5\"%5/>\n"_s.arg(
        number(arrow.from.x() + inset),
        number(arrow.from.y()),
        number(arrow.to.x() - inset),
        ink,
        arrow.dashed ? u" stroke-dasharray=\"4 4\""_s : QString());
    writeHead(arrow.to - QPointF(inset, 0), right, ink);
}

void SvgWriter::writeText(const LaneText &text)
{
    const auto ink = inkOf(text.tone, m_picture.userLine.hue).line;
    QString style;
    if (text.role == TextRole::Mark)
        style = u" font-weight=\"700\""_s;
    else if (text.role == TextRole::Note)
        style = u" font-size=\"11\""_s;
    // A rim in the colour of the ground keeps letters readable where a line passes behind them.
    m_out += u"<text x=\"%1\" y=\"%2\" fill=\"%3\"%4 paint-order=\"stroke\" stroke=\"%6\" "
             "stroke-width=\"3\" stroke-linejoin=\"round\">%5</text>\n"_s.arg(
                 number(text.rect.left()),
                 number(text.rect.center().y() + 4),
                 ink,
                 style,
                 text.text.toHtmlEscaped(),
                 m_colours.rim);
}

void SvgWriter::writeChip(const LaneChip &chip)
{
    const auto ink = inkOf(chip.tone, chip.hue);
    const auto &rect = chip.rect;
    const auto y = rect.center().y();
    m_out += u"<g><title>%1</title><rect x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\" "
             "rx=\"%6\" fill=\"%7\"/>"_s.arg(chip.fullText.toHtmlEscaped(),
                                             number(rect.x()),
                                             number(rect.y()),
                                             number(rect.width()),
                                             number(rect.height()),
                                             number(rect.height() / 2),
                                             ink.ground);
    const auto x = rect.x() + 13;
    if (chip.tone == Tone::Error)
        m_out += u"<path d=\"M%1 %2l7 7m0 -7l-7 7\" stroke=\"%3\" stroke-width=\"2\"/>"_s.arg(
            number(x - 3.5), number(y - 3.5), ink.line);
    else if (chip.person)
        m_out += u"<circle cx=\"%1\" cy=\"%2\" r=\"4.5\" fill=\"%3\"/>"_s.arg(
            number(x), number(y), ink.line);
    else
        m_out += u"<path d=\"M%1 %2l5 5l-5 5l-5 -5z\" fill=\"%3\"/>"_s.arg(
            number(x), number(y - 5), ink.line);
    m_out += u"<text x=\"%1\" y=\"%2\" fill=\"%3\">%4</text></g>\n"_s.arg(
        number(rect.x() + 22), number(y + 4), ink.line, chip.text.toHtmlEscaped());
}

void SvgWriter::writeBox(const LaneBox &box)
{
    m_out += u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"5\" fill=\"%5\" "
             "stroke=\"%6\" stroke-dasharray=\"4 3\"/>\n"_s.arg(number(box.rect.x()),
                                                                number(box.rect.y()),
                                                                number(box.rect.width()),
                                                                number(box.rect.height()),
                                                                m_colours.error.ground,
                                                                m_colours.error.line);
    for (const auto &line : box.lines)
        m_out += u"<text x=\"%1\" y=\"%2\" fill=\"%3\" font-size=\"%4\">%5</text>\n"_s.arg(
            number(line.rect.x()),
            number(line.rect.center().y() + 4),
            inkOf(line.tone, 0).line,
            line.role == TextRole::Note ? u"11"_s : u"12"_s,
            line.text.toHtmlEscaped());
}

QString polyline(const QList<QPointF> &points)
{
    QStringList words;
    for (const auto &point : points)
        words << number(point.x()) + u',' + number(point.y());
    return words.join(u' ');
}

void SvgWriter::writeMissing()
{
    const auto &line = m_picture.userLine;
    if (line.missing.size() < 2)
        return;
    m_out += u"<polyline points=\"%1\" fill=\"none\" stroke=\"%2\" stroke-opacity=\"0.7\" "
             "stroke-width=\"2.5\" stroke-dasharray=\"3 8\"/>\n"_s.arg(polyline(line.missing),
                                                                       m_colours.error.line);
}

void SvgWriter::writeCross(const QPointF &at)
{
    m_out += u"<circle cx=\"%1\" cy=\"%2\" r=\"9\" fill=\"%6\" stroke=\"%5\" "
             "stroke-width=\"3\"/><path d=\"M%3 %4l9 9m0 -9l-9 9\" stroke=\"%5\" "
             "stroke-width=\"3\"/>\n"_s.arg(number(at.x()),
                                            number(at.y()),
                                            number(at.x() - 4.5),
                                            number(at.y() - 4.5),
                                            m_colours.error.line,
                                            m_colours.error.ground);
}

void SvgWriter::writeUserLine()
{
    const auto &line = m_picture.userLine;
    if (!line.present)
        return;
    const auto ink = inkOf(line.name.tone, line.hue).line;
    m_out += u"<polyline points=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"4\" "
             "stroke-linejoin=\"round\"/>\n"_s.arg(polyline(line.points), ink);
    m_out += u"<circle cx=\"%1\" cy=\"%2\" r=\"7\" fill=\"%3\"/>\n"_s.arg(
        number(line.start.x()), number(line.start.y()), ink);
    writeText(line.name);
    if (line.broken)
        writeCross(line.end);
    else if (line.points.size() > 1)
        m_out += u"<circle cx=\"%1\" cy=\"%2\" r=\"7\" fill=\"%3\"/>\n"_s.arg(
            number(line.end.x()), number(line.end.y()), ink);
    if (!line.endText.text.isEmpty())
        writeText(line.endText);
}

} // namespace

QByteArray toSvg(const Trail &trail, Scheme scheme)
{
    const auto picture = layoutLanes(trail);
    return SvgWriter(trail, picture, scheme).write();
}

} // namespace tokentrail::trail
