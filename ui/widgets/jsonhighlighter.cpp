// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jsonhighlighter.h"

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

// The end of the string that begins with the quote at start, past its closing quote.
qsizetype endOfString(const QString &text, qsizetype start)
{
    for (auto i = start + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == u'"')
            return i + 1;
    }
    return text.size();
}

bool isLiteral(QStringView word)
{
    return word == u"true" || word == u"false" || word == u"null" || word.front().isDigit()
        || (word.size() > 1 && word.front() == u'-' && word.at(1).isDigit());
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

void JsonHighlighter::highlightJson(const QString &text)
{
    for (qsizetype i = 0; i < text.size();) {
        const auto c = text.at(i);
        if (c == u'"') {
            const auto end = endOfString(text, i);
            auto after = end;
            while (after < text.size() && text.at(after).isSpace())
                ++after;
            const auto isName = after < text.size() && text.at(after) == u':';
            setFormat(static_cast<int>(i),
                      static_cast<int>(end - i),
                      inked(isName ? m_colours.accent.ink : m_colours.text));
            i = end;
        } else if (c.isLetterOrNumber() || c == u'-') {
            auto end = i + 1;
            while (end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == u'.'))
                ++end;
            const auto word = QStringView(text).sliced(i, end - i);
            if (isLiteral(word))
                setFormat(
                    static_cast<int>(i), static_cast<int>(end - i), inked(m_colours.client.ink));
            i = end;
        } else {
            if (!c.isSpace())
                setFormat(static_cast<int>(i), 1, inked(m_colours.muted));
            ++i;
        }
    }
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
