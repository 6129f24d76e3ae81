// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/jsvalue.h"
#include "core/text/yaml.h"
#include "core/text/yamlparser.h"

#include <QRegularExpression>
#include <QStringList>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

bool isFlowMark(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

QString trimmedRight(QString text)
{
    while (text.endsWith(u' ') || text.endsWith(u'\t'))
        text.chop(1);
    return text;
}

struct BlockHeader
{
    bool folded = false;
    char chomping = ' '; // '-' strip, '+' keep
    int indent = 0; // given, or 0
};

// Joins the lines of a block scalar, trailing empty ones aside; their number is in `empty`.
QString joined(const QStringList &lines, bool folded, qsizetype &empty)
{
    QString out;
    bool first = true;
    bool wasIndented = false;
    empty = 0;
    for (const auto &line : lines) {
        if (line.isEmpty()) {
            ++empty;
            continue;
        }
        const bool indented = line.startsWith(u' ') || line.startsWith(u'\t');
        if (first)
            out += QString(empty, u'\n');
        else if (!folded || indented || wasIndented)
            out += QString(empty + 1, u'\n');
        else
            out += empty > 0 ? QString(empty, u'\n') : u" "_s;
        out += line;
        first = false;
        wasIndented = indented;
        empty = 0;
    }
    return out;
}

} // namespace

Json yamlScalar(const QString &plain)
{
    static const QRegularExpression null(u"^(?:~|[Nn]ull|NULL)?$"_s);
    static const QRegularExpression boolean(u"^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$"_s);
    static const QRegularExpression special(
        u"^(?:[-+]?\\.(?:inf|Inf|INF)|\\.nan|\\.NaN|\\.NAN)$"_s);
    static const QRegularExpression radix(u"^0(?:o[0-7]+|x[0-9a-fA-F]+)$"_s);
    static const QRegularExpression decimal(
        u"^[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$"_s);
    if (null.match(plain).hasMatch() || special.match(plain).hasMatch())
        return {}; // infinities have no JSON
    if (boolean.match(plain).hasMatch())
        return Json(plain.startsWith(u't', Qt::CaseInsensitive));
    if (radix.match(plain).hasMatch())
        return Json::number(jsNumberSpelling(jsNumber(plain).value_or(0)));
    if (decimal.match(plain).hasMatch())
        return Json::number(jsNumberSpelling(jsParseFloat(plain)));
    return Json(plain);
}

QString yamlKeyName(const Json &key)
{
    if (key.isNull())
        return {};
    if (key.isBool())
        return key.toBool() ? u"true"_s : u"false"_s;
    return key.isNumber() ? QString::fromLatin1(key.numberSpelling()) : key.toString();
}

// The end of the part of a plain scalar that stands on one line.
qsizetype YamlParser::plainEnd(qsizetype from, bool inFlow) const
{
    auto at = from;
    while (at < m_size && m_text[at] != '\n' && m_text[at] != '\r') {
        const char c = m_text[at];
        const auto next = at + 1;
        if (c == ':' && (blankAt(next) || (inFlow && isFlowMark(m_text[next]))))
            break;
        if (c == '#' && at > from && blankAt(at - 1))
            break;
        if (inFlow && isFlowMark(c))
            break;
        ++at;
    }
    return at;
}

bool YamlParser::parsePlain(Json &json, int parentIndent, bool inFlow, bool asKey)
{
    const auto begin = m_at;
    auto end = m_at;
    QString text;
    const auto line = [&] {
        const auto to = plainEnd(m_at, inFlow);
        const auto part = trimmedRight(QString::fromUtf8(m_text.sliced(m_at, to - m_at)));
        end = m_at + part.toUtf8().size();
        m_at = to;
        return part;
    };
    text = line();
    while (!asKey && (peek() == '\n' || peek() == '\r')) {
        const auto back = m_at;
        qsizetype breaks = 0;
        while (peek() == '\n' || peek() == '\r' || peek() == ' ' || peek() == '\t')
            breaks += m_text[m_at++] == '\n' ? 1 : 0;
        const bool goesOn = !atEnd() && !atMarker() && column(m_at) > parentIndent && peek() != '#'
            && (inFlow ? !isFlowMark(peek()) && peek() != ':' : !keyHere());
        if (!goesOn) {
            if (!inFlow && !atEnd() && column(m_at) > parentIndent && peek() != '#' && keyHere())
                return fail(m_at, u"has a key inside a text of several lines"_s);
            m_at = back;
            break;
        }
        text += breaks > 1 ? QString(breaks - 1, u'\n') : u" "_s;
        text += line();
    }
    if (!asKey && !inFlow && peek() == ':')
        return fail(m_at, u"has a second colon on one line; quote the text"_s);
    json = yamlScalar(text);
    json.setSpan({begin, end});
    m_at = end;
    return true;
}

// A line break inside quotes: one is a blank, more are one less.
bool YamlParser::foldLineBreak(QString &out, int parentIndent, bool &more)
{
    qsizetype breaks = 0;
    out = trimmedRight(out);
    while (!atEnd() && (peek() == '\n' || peek() == '\r' || peek() == ' ' || peek() == '\t'))
        breaks += m_text[m_at++] == '\n' ? 1 : 0;
    more = !atEnd();
    if (more && (atMarker() || column(m_at) <= parentIndent))
        return fail(m_at, u"has a quoted text whose next line is not indented enough"_s);
    out += breaks > 1 ? QString(breaks - 1, u'\n') : u" "_s;
    return true;
}

bool YamlParser::parseQuoted(QString &out, int parentIndent)
{
    const auto begin = m_at;
    const char quote = m_text[m_at++];
    QByteArray chunk;
    const auto flush = [&] {
        out += QString::fromUtf8(chunk);
        chunk.clear();
    };
    while (!atEnd()) {
        const char c = peek();
        if (c == quote && !(quote == '\'' && peek(1) == '\'')) {
            flush();
            ++m_at;
            return true;
        }
        if (c == '\n' || (c == '\r' && peek(1) == '\n')) {
            flush();
            bool more = true;
            if (!foldLineBreak(out, parentIndent, more))
                return false;
        } else if (c == '\\' && quote == '"') {
            flush();
            if (!parseEscape(out))
                return false;
        } else {
            m_at += c == quote ? 2 : 1;
            chunk += c;
        }
    }
    return fail(begin, u"has a text whose closing quote is missing"_s);
}

bool YamlParser::parseEscape(QString &out)
{
    const auto at = m_at++;
    const char c = peek();
    static constexpr char names[] = "0abtnvfre \"/\\N_LP\t";
    static const QString meanings = u"\0\a\b\t\n\v\f\r\u001b \"/\\\u0085\u00a0\u2028\u2029\t"_s;
    if (const char *found =
            c ? std::char_traits<char>::find(names, sizeof names - 1, c) : nullptr) {
        out += meanings[found - names];
        ++m_at;
        return true;
    }
    if (c == '\n' || (c == '\r' && peek(1) == '\n')) { // the line goes on without a blank
        m_at += c == '\r' ? 2 : 1;
        skipBlanks();
        return true;
    }
    const int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    bool ok = false;
    const auto hex = m_text.sliced(std::min(m_at + 1, m_size)).toByteArray().left(digits);
    const auto code = hex.toUInt(&ok, 16);
    if (digits == 0 || hex.size() != digits || !ok || code > 0x10ffff)
        return fail(at, u"has an unknown escape in a text"_s);
    const char32_t unit = code;
    out += QString::fromUcs4(&unit, 1);
    m_at += 1 + digits;
    return true;
}

bool YamlParser::parseBlockScalar(Json &json, int parentIndent)
{
    const auto begin = m_at;
    BlockHeader header;
    header.folded = m_text[m_at++] == '>';
    for (;; ++m_at) {
        if (peek() == '+' || peek() == '-')
            header.chomping = peek();
        else if (peek() >= '1' && peek() <= '9')
            header.indent = peek() - '0';
        else
            break;
    }
    if (!endOfLine())
        return false;
    while (!atEnd() && peek() != '\n')
        ++m_at;
    ++m_at;
    int indent = header.indent > 0 ? std::max(parentIndent, 0) + header.indent : -1;
    QStringList lines;
    auto end = std::min(m_at, m_size);
    while (!atEnd() && !atMarker()) {
        const auto newline = m_text.indexOf('\n', m_at);
        const auto next = newline < 0 ? m_size : newline + 1;
        auto line = m_text.sliced(m_at, (newline < 0 ? m_size : newline) - m_at);
        if (line.endsWith('\r'))
            line.chop(1);
        int blanks = 0;
        while (blanks < line.size() && line[blanks] == ' ')
            ++blanks;
        const bool empty = blanks == line.size();
        if (!empty && indent < 0)
            indent = std::max(blanks, parentIndent + 1);
        if (!empty && blanks < indent)
            break;
        lines << (empty && (indent < 0 || blanks <= indent)
                      ? QString()
                      : QString::fromUtf8(line.sliced(indent)));
        m_at = next;
        if (!empty)
            end = next;
    }
    qsizetype emptyLines = 0;
    auto text = joined(lines, header.folded, emptyLines);
    if (header.chomping == '+')
        text += QString(emptyLines + (text.isEmpty() ? 0 : 1), u'\n');
    else if (header.chomping == ' ' && !text.isEmpty())
        text += u'\n';
    json = Json(text);
    m_at = end;
    json.setSpan({begin, end});
    if (m_at > 0 && m_at <= m_size && m_text[m_at - 1] == '\n')
        --m_at; // the line break belongs to what follows
    return true;
}

} // namespace tokentrail::text
