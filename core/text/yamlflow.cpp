// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/yamlparser.h"

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxDepth = 256;
}

bool YamlParser::skipFlowBlanks()
{
    while (!atEnd()) {
        const char c = peek();
        if (c == '#' && blankAt(m_at - 1)) {
            while (!atEnd() && peek() != '\n')
                ++m_at;
        } else if (blankAt(m_at)) {
            ++m_at;
        } else {
            return true;
        }
    }
    return fail(m_at, u"ends inside brackets or braces"_s);
}

bool YamlParser::parseFlow(Json &json, int depth)
{
    if (depth > maxDepth)
        return fail(m_at, u"is nested deeper than 256 levels"_s);
    const auto begin = m_at;
    const bool mapping = m_text[m_at++] == '{';
    json = mapping ? Json::object() : Json::array();
    if (!(mapping ? parseFlowMapping(json, depth) : parseFlowSequence(json, depth)))
        return false;
    ++m_at; // the closing mark
    json.setSpan({begin, m_at});
    return true;
}

// Whether a colon here ends a key; after a quoted one it needs no blank.
bool YamlParser::flowColon(bool quoted) const
{
    if (peek() != ':')
        return false;
    const char next = peek(1);
    return quoted || blankAt(m_at + 1) || next == ',' || next == '[' || next == ']' || next == '{'
        || next == '}';
}

// A value, or with `asKey` a scalar as the name of a member.
bool YamlParser::parseFlowNode(Json &json, Key *asKey, int depth)
{
    if (!refuseUnsupported())
        return false;
    const auto begin = m_at;
    const char c = peek();
    if (c == '[' || c == '{') {
        if (asKey)
            return fail(m_at, u"has a list or mapping as a key, which is not supported here"_s);
        return parseFlow(json, depth + 1);
    }
    if (c == '"' || c == '\'') {
        QString text;
        if (!parseQuoted(text, -1))
            return false;
        json = Json(text);
    } else if (c == ',' || c == ']' || c == '}' || flowColon(false)) {
        json = {}; // nothing: null
    } else if (!parsePlain(json, -1, true, false)) {
        return false;
    }
    json.setSpan({begin, m_at});
    if (asKey)
        *asKey = {yamlKeyName(json), {begin, m_at}};
    return true;
}

bool YamlParser::parseFlowMapping(Json &json, int depth)
{
    for (;;) {
        if (!skipFlowBlanks())
            return false;
        if (peek() == '}')
            return true;
        if (peek() == ',')
            return fail(m_at, u"has a comma where a key was expected"_s);
        Key key;
        Json name;
        const bool quoted = peek() == '"' || peek() == '\'';
        if (!parseFlowNode(name, &key, depth) || !skipFlowBlanks())
            return false;
        Json value;
        value.setSpan({m_at, m_at});
        if (flowColon(quoted)) {
            ++m_at;
            if (!skipFlowBlanks() || !parseFlowNode(value, nullptr, depth) || !skipFlowBlanks())
                return false;
        }
        if (!addMember(json, key, std::move(value)))
            return false;
        if (peek() == ',')
            ++m_at;
        else if (peek() != '}')
            return fail(m_at, u"has no comma between two members here"_s);
    }
}

bool YamlParser::parseFlowSequence(Json &json, int depth)
{
    for (;;) {
        if (!skipFlowBlanks())
            return false;
        if (peek() == ']')
            return true;
        if (peek() == ',')
            return fail(m_at, u"has a comma where a value was expected"_s);
        Json element;
        const auto begin = m_at;
        const bool quoted = peek() == '"' || peek() == '\'';
        if (!parseFlowNode(element, nullptr, depth) || !skipFlowBlanks())
            return false;
        if (flowColon(quoted)) { // [a: b] is [{a: b}]
            const Key key{yamlKeyName(element), {begin, m_at}};
            ++m_at;
            Json value;
            if (!skipFlowBlanks() || !parseFlowNode(value, nullptr, depth) || !skipFlowBlanks())
                return false;
            auto pair = Json::object();
            if (!addMember(pair, key, std::move(value)))
                return false;
            pair.setSpan({begin, m_at});
            element = std::move(pair);
        }
        json.append(std::move(element));
        if (peek() == ',')
            ++m_at;
        else if (peek() != ']')
            return fail(m_at, u"has no comma between two elements here"_s);
    }
}

} // namespace tokentrail::text
