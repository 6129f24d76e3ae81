// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jsonhighlighter.h"

#include "ui/widgets/jsonspans.h"

#include <QTextBlock>
#include <QTextCharFormat>

namespace tokentrail::ui {

namespace {

QTextCharFormat inked(const QColor &colour)
{
    QTextCharFormat format;
    format.setForeground(colour);
    return format;
}

QColor inkOf(JsonSpan::Kind kind, const Colours &colours)
{
    switch (kind) {
    case JsonSpan::Kind::Name:
        return colours.accent.ink;
    case JsonSpan::Kind::Text:
        return colours.text;
    case JsonSpan::Kind::Literal:
        return colours.client.ink;
    case JsonSpan::Kind::Sign:
        return colours.muted;
    }
    return colours.text;
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{ }

void JsonHighlighter::setLook(Language language, const Colours &colours)
{
    m_language = language;
    m_colours = colours;
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (m_colours.system)
        return;
    // Very long lines (one-line answers of megabytes) stay plain, so that typing stays quick.
    if (text.size() > 20000)
        return;
    switch (m_language) {
    case Language::Plain:
        break;
    case Language::Json:
        highlightJson(text);
        break;
    case Language::Http:
        highlightHttp(text);
        break;
    case Language::Diff:
        highlightDiff(text);
        break;
    }
}

QList<QTextLayout::FormatRange> JsonHighlighter::formatsOf(QStringView line, const Colours &colours)
{
    QList<QTextLayout::FormatRange> formats;
    if (colours.system)
        return formats;
    for (const auto &span : jsonSpansOf(line))
        formats.append({span.start, span.length, inked(inkOf(span.kind, colours))});
    return formats;
}

void JsonHighlighter::highlightJson(const QString &text)
{
    for (const auto &span : jsonSpansOf(text))
        setFormat(span.start, span.length, inked(inkOf(span.kind, m_colours)));
}

// Up to the first empty line a head of "Name: value" lines, then a body.
void JsonHighlighter::highlightHttp(const QString &text)
{
    enum State { Head, Body };
    const auto inBody = previousBlockState() == Body;
    setCurrentBlockState(inBody || text.isEmpty() ? Body : Head);
    if (inBody) {
        highlightJson(text);
        return;
    }
    const auto all = static_cast<int>(text.size());
    const auto colon = text.indexOf(u':');
    const auto isHeader = colon > 0 && !text.first(colon).contains(u' ');
    if (isHeader)
        setFormat(0, static_cast<int>(colon) + 1, inked(m_colours.accent.ink));
    else if (currentBlock().blockNumber() == 0) {
        auto first = inked(m_colours.text);
        first.setFontWeight(QFont::DemiBold);
        setFormat(0, all, first);
    }
}

void JsonHighlighter::highlightDiff(const QString &text)
{
    const auto all = static_cast<int>(text.size());
    if (text.startsWith(u"@@") || text.startsWith(u"---") || text.startsWith(u"+++")) {
        setFormat(0, all, inked(m_colours.muted));
        return;
    }
    if (!text.startsWith(u'+') && !text.startsWith(u'-'))
        return;
    const auto &pair = text.startsWith(u'+') ? m_colours.person : m_colours.error;
    auto format = inked(pair.ink);
    format.setBackground(pair.ground);
    setFormat(0, all, format);
}

} // namespace tokentrail::ui
