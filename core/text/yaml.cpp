// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/yaml.h"

#include "core/text/yamlparser.h"

#include <QStringList>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxDepth = 256;
}

bool YamlParser::fail(qsizetype at, const QString &sentence)
{
    if (m_failedAt < 0) {
        m_failedAt = at;
        m_sentence = sentence;
    }
    return false;
}

bool YamlParser::blankAt(qsizetype at) const
{
    if (at >= m_size)
        return true;
    const char c = m_text[at];
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int YamlParser::column(qsizetype at) const
{
    const auto line = at > 0 ? m_text.first(at).lastIndexOf('\n') : -1;
    return int(at - line - 1);
}

bool YamlParser::atMarker() const
{
    const auto rest = m_text.sliced(m_at);
    return (rest.startsWith("---") || rest.startsWith("...")) && blankAt(m_at + 3)
        && column(m_at) == 0;
}

void YamlParser::skipBlanks()
{
    while (peek() == ' ' || peek() == '\t')
        ++m_at;
}

bool YamlParser::atLineEnd() const
{
    return atEnd() || peek() == '\n' || peek() == '\r'
        || (peek() == '#' && (m_at == 0 || blankAt(m_at - 1)));
}

bool YamlParser::skipToContent()
{
    for (;;) {
        const bool lineStart = m_at == 0 || m_text[m_at - 1] == '\n';
        const auto from = m_at;
        while (peek() == ' ')
            ++m_at;
        const auto indentEnd = m_at;
        skipBlanks();
        if (!atLineEnd()) {
            if (lineStart && m_at > indentEnd)
                return fail(indentEnd, u"is indented with a tab, which YAML does not allow"_s);
            return true;
        }
        while (!atEnd() && peek() != '\n')
            ++m_at;
        if (atEnd())
            return true;
        ++m_at;
        if (m_at == from)
            return true;
    }
}

bool YamlParser::endOfLine()
{
    skipBlanks();
    if (!atLineEnd())
        return fail(m_at, u"has more text after a value that was complete"_s);
    return true;
}

bool YamlParser::skipDirectives()
{
    if (!skipToContent())
        return false;
    bool directives = false;
    while (peek() == '%' && column(m_at) == 0) {
        directives = true;
        while (!atEnd() && peek() != '\n')
            ++m_at;
        if (!skipToContent())
            return false;
    }
    if (atMarker() && peek() == '-')
        m_at += 3;
    else if (directives)
        return fail(m_at, u"has a directive without the line --- after it"_s);
    return true;
}

bool YamlParser::parseDocument(Json &json)
{
    if (m_text.startsWith("\xFF\xFE") || m_text.startsWith("\xFE\xFF"))
        return fail(0, u"is UTF-16; UTF-8 was expected"_s);
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    if (!skipDirectives() || !skipToContent())
        return false;
    if (atEnd() || atMarker())
        json.setSpan({m_at, m_at});
    else if (!parseBlock(json, -1, 0))
        return false;
    if (!skipToContent())
        return false;
    if (atMarker() && peek() == '.') {
        m_at += 3;
        if (!skipToContent())
            return false;
    }
    if (!atEnd())
        return fail(m_at,
                    atMarker() ? u"holds several documents; one was expected"_s
                               : u"has text that fits into no place of the structure"_s);
    return true;
}

bool YamlParser::refuseUnsupported()
{
    switch (peek()) {
    case '&':
        return fail(m_at, u"has an anchor (&), which is not supported here"_s);
    case '*':
        return fail(m_at, u"has an alias (*), which is not supported here"_s);
    case '!':
        return fail(m_at, u"has a tag (!), which is not supported here"_s);
    case '%':
    case '@':
    case '`':
        return fail(m_at, u"has a text that starts with a reserved character; quote it"_s);
    case '?':
        return blankAt(m_at + 1)
            ? fail(m_at, u"has a complex key (?), which is not supported here"_s)
            : true;
    default:
        return true;
    }
}

// Whether a member of a block mapping starts here: a scalar of one line and a colon.
bool YamlParser::keyHere() const
{
    auto at = m_at;
    if (peek() == '"' || peek() == '\'') {
        const char quote = peek();
        for (++at; at < m_size && m_text[at] != '\n'; ++at) {
            if (quote == '"' && m_text[at] == '\\')
                ++at;
            else if (m_text[at] == quote
                     && !(quote == '\'' && at + 1 < m_size && m_text[at + 1] == quote))
                break;
            else if (m_text[at] == quote)
                ++at;
        }
        ++at;
    } else if (peek() == '{') {
        return false;
    } else if (peek() == '[') { // a list as a key: [development], which should have been quoted
        at = m_text.indexOf(']', at) + 1;
        if (at == 0 || m_text.sliced(m_at, at - m_at).contains('\n'))
            return false;
    } else {
        at = plainEnd(at, false);
    }
    while (at < m_size && (m_text[at] == ' ' || m_text[at] == '\t'))
        ++at;
    return at < m_size && m_text[at] == ':' && blankAt(at + 1);
}

bool YamlParser::parseBlock(Json &json, int parentIndent, int depth)
{
    if (depth > maxDepth)
        return fail(m_at, u"is nested deeper than 256 levels"_s);
    if (!refuseUnsupported())
        return false;
    const auto indent = column(m_at);
    if (peek() == '-' && blankAt(m_at + 1))
        return parseSequence(json, indent, depth);
    if (keyHere())
        return parseMapping(json, indent, depth);
    return parseInline(json, parentIndent, depth) && endOfLine();
}

bool YamlParser::parseInline(Json &json, int parentIndent, int depth)
{
    if (!refuseUnsupported())
        return false;
    const auto begin = m_at;
    switch (peek()) {
    case '[':
    case '{':
        return parseFlow(json, depth);
    case '|':
    case '>':
        return parseBlockScalar(json, parentIndent);
    case '"':
    case '\'': {
        QString text;
        if (!parseQuoted(text, parentIndent))
            return false;
        json = Json(text);
        json.setSpan({begin, m_at});
        return true;
    }
    default:
        return parsePlain(json, parentIndent, false, false);
    }
}

bool YamlParser::parseKey(Key &key)
{
    const auto begin = m_at;
    if (peek() == '"' || peek() == '\'') {
        if (!parseQuoted(key.name, -1))
            return false;
    } else if (peek() == '[') {
        Json list;
        if (!parseFlow(list, 0))
            return false;
        QStringList names;
        for (const auto &element : list.elements()) {
            if (element.isArray() || element.isObject())
                return fail(begin, u"has a complex key, which is not supported here"_s);
            names << yamlKeyName(element);
        }
        // As npm's yaml spells it, so that [development] is no profile block without quotes.
        key.name = names.isEmpty() ? u"[]"_s : QString(u"[ "_s + names.join(u", "_s) + u" ]"_s);
    } else {
        Json plain;
        if (!parsePlain(plain, -1, false, true))
            return false;
        key.name = yamlKeyName(plain);
    }
    key.span = {begin, m_at};
    return true;
}

bool YamlParser::addMember(Json &json, const Key &key, Json value)
{
    if (json.contains(key.name))
        return fail(key.span.begin, u"has a key that stands twice in one mapping"_s);
    json.members().push_back({key.name, std::move(value), key.span});
    return true;
}

bool YamlParser::parseMapping(Json &json, int indent, int depth)
{
    json = Json::object();
    const auto begin = m_at;
    for (;;) {
        if (!parseMember(json, indent, depth))
            return false;
        const auto end = m_at;
        if (!skipToContent())
            return false;
        const auto here = atEnd() || atMarker() ? -1 : column(m_at);
        if (here < indent) {
            json.setSpan({begin, end});
            return true;
        }
        if (here > indent)
            return fail(m_at, u"is indented more than the keys before it"_s);
    }
}

bool YamlParser::parseMember(Json &json, int indent, int depth)
{
    if (!refuseUnsupported())
        return false;
    if (!keyHere())
        return fail(m_at, u"has a line here where a key with a colon was expected"_s);
    if (peek() == '[' && indent > 0 && json.size() > 0) // npm's yaml stumbles here
        return fail(m_at, u"has a key in brackets without quotes; quote it"_s);
    Key key;
    if (!parseKey(key))
        return false;
    skipBlanks();
    ++m_at; // the colon
    Json value;
    if (!parseMemberValue(value, indent, depth))
        return false;
    return addMember(json, key, std::move(value));
}

bool YamlParser::parseMemberValue(Json &json, int indent, int depth)
{
    skipBlanks();
    const auto after = m_at;
    if (!atLineEnd()) {
        if (peek() == '-' && blankAt(m_at + 1))
            return fail(m_at, u"has a list that starts on the line of its key"_s);
        if (keyHere())
            return fail(m_at, u"has a second key on the line of a key"_s);
        return parseInline(json, indent, depth) && endOfLine();
    }
    if (!skipToContent())
        return false;
    const auto here = atEnd() || atMarker() ? -1 : column(m_at);
    const bool list = here == indent && peek() == '-' && blankAt(m_at + 1);
    if (here > indent || list)
        return parseBlock(json, indent, depth + 1);
    json.setSpan({after, after}); // nothing: null
    m_at = after;
    return true;
}

bool YamlParser::parseSequence(Json &json, int indent, int depth)
{
    json = Json::array();
    const auto begin = m_at;
    for (;;) {
        ++m_at; // the dash
        const auto after = m_at;
        skipBlanks();
        Json element;
        if (atLineEnd()) {
            if (!skipToContent())
                return false;
            if (!atEnd() && !atMarker() && column(m_at) > indent) {
                if (!parseBlock(element, indent, depth + 1))
                    return false;
            } else {
                element.setSpan({after, after});
                m_at = after;
            }
        } else if (!parseBlock(element, indent, depth + 1)) {
            return false;
        }
        json.append(std::move(element));
        const auto end = m_at;
        if (!skipToContent())
            return false;
        const auto here = atEnd() || atMarker() ? -1 : column(m_at);
        const bool dash = peek() == '-' && blankAt(m_at + 1);
        if (here < indent || (here == indent && !dash)) {
            json.setSpan({begin, end});
            return true;
        }
        if (here > indent)
            return fail(m_at, u"is indented more than the list before it"_s);
    }
}

Result<Json> parseYaml(const QByteArray &source, const QString &file)
{
    YamlParser parser(source);
    Json json;
    if (parser.parseDocument(json))
        return json;
    return Error{ErrorCode::InvalidInput,
                 u"The text "_s + parser.sentence() + u'.',
                 placeOf(source, parser.failedAt(), file)};
}

} // namespace tokentrail::text
