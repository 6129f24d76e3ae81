// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jsonspans.h"

namespace tokentrail::ui {

namespace {

// The end of the string that begins with the quote at start, past its closing quote.
qsizetype endOfString(QStringView text, qsizetype start)
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

JsonSpan spanOf(qsizetype start, qsizetype end, JsonSpan::Kind kind)
{
    return {static_cast<int>(start), static_cast<int>(end - start), kind};
}

// A text before a colon is a name.
bool isName(QStringView line, qsizetype end)
{
    while (end < line.size() && line.at(end).isSpace())
        ++end;
    return end < line.size() && line.at(end) == u':';
}

} // namespace

QList<JsonSpan> jsonSpansOf(QStringView line)
{
    using Kind = JsonSpan::Kind;
    QList<JsonSpan> spans;
    for (qsizetype i = 0; i < line.size();) {
        const auto c = line.at(i);
        auto end = i + 1;
        if (c == u'"') {
            end = endOfString(line, i);
            spans.append(spanOf(i, end, isName(line, end) ? Kind::Name : Kind::Text));
        } else if (c.isLetterOrNumber() || c == u'-') {
            while (end < line.size() && (line.at(end).isLetterOrNumber() || line.at(end) == u'.'))
                ++end;
            if (isLiteral(line.sliced(i, end - i)))
                spans.append(spanOf(i, end, Kind::Literal));
        } else if (!c.isSpace()) {
            spans.append(spanOf(i, end, Kind::Sign));
        }
        i = end;
    }
    return spans;
}

} // namespace tokentrail::ui
