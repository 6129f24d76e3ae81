// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/jsexport.h"

#include "core/cap/lint/jstokens.h"

#include <algorithm>
#include <optional>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;
using lint::JsToken;
using text::Json;
using Kind = JsToken::Kind;

namespace {

constexpr int deepest = 64;

// The value of an object, array, text, number or constant; nothing for whatever JavaScript would
// have to compute. Stands behind the value afterwards.
class LiteralReader
{
public:
    LiteralReader(const QByteArray &source, const std::vector<JsToken> &tokens, size_t at)
        : m_source(source)
        , m_tokens(tokens)
        , m_at(at)
    { }

    size_t position() const { return m_at; }

    std::optional<Json> read(int depth = 0)
    {
        if (depth > deepest)
            return std::nullopt;
        const auto begin = token().begin;
        auto value = token().is(u"{")    ? readObject(depth)
            : token().is(u"[")           ? readArray(depth)
            : token().kind == Kind::Sign ? readNegative()
                                         : readPlain();
        if (value)
            value->setSpan({begin, m_tokens[m_at - 1].end});
        return value;
    }

private:
    const JsToken &token() const { return m_tokens[std::min(m_at, m_tokens.size() - 1)]; }

    // A text with escapes of other kinds than these is left to JavaScript.
    std::optional<QString> readText()
    {
        const auto raw = m_source.sliced(token().begin, token().end - token().begin);
        for (qsizetype i = 0; i + 1 < raw.size(); ++i) {
            if (raw[i] == '\\' && !QByteArrayView("\\'\"`nt").contains(raw[++i]))
                return std::nullopt;
        }
        return m_tokens[m_at++].text;
    }

    std::optional<Json> readPlain()
    {
        if (token().kind == Kind::Number)
            return readNumber({});
        if (token().kind == Kind::String
            || (token().kind == Kind::Template && m_source[token().end - 1] == '`')) {
            const auto text = readText();
            return text ? std::optional<Json>(*text) : std::nullopt;
        }
        if (!token().isName())
            return std::nullopt;
        const auto &name = m_tokens[m_at++].text;
        if (name == "true"_L1 || name == "false"_L1)
            return Json(name == "true"_L1);
        return name == "null"_L1 ? std::optional<Json>(Json()) : std::nullopt;
    }

    std::optional<Json> readNegative()
    {
        if (!token().is(u"-"))
            return std::nullopt;
        ++m_at;
        return token().kind == Kind::Number ? readNumber("-") : std::nullopt;
    }

    std::optional<Json> readNumber(const QByteArray &sign)
    {
        const auto parsed = text::parseJson(sign + m_tokens[m_at++].text.toUtf8());
        return parsed && parsed->isNumber() ? std::optional<Json>(*parsed) : std::nullopt;
    }

    // Behind an entry: true when the bracket closes, and it is behind it then.
    std::optional<bool> endsAt(QStringView closing)
    {
        if (token().is(u","))
            ++m_at;
        else if (!token().is(closing))
            return std::nullopt;
        if (!token().is(closing))
            return false;
        ++m_at;
        return true;
    }

    std::optional<Json> readArray(int depth)
    {
        auto result = Json::array();
        ++m_at;
        if (token().is(u"]")) {
            ++m_at;
            return result;
        }
        for (;;) {
            auto value = read(depth + 1);
            if (!value)
                return std::nullopt;
            result.append(*std::move(value));
            const auto ends = endsAt(u"]");
            if (!ends)
                return std::nullopt;
            if (*ends)
                return result;
        }
    }

    std::optional<Json> readObject(int depth)
    {
        auto result = Json::object();
        ++m_at;
        if (token().is(u"}")) {
            ++m_at;
            return result;
        }
        for (;;) {
            const auto nameSpan = text::Span{token().begin, token().end};
            const auto name = readName();
            if (!name || !token().is(u":"))
                return std::nullopt;
            ++m_at;
            auto value = read(depth + 1);
            if (!value)
                return std::nullopt;
            result.set(*name, *std::move(value));
            for (auto &member : result.members()) {
                if (member.name == *name)
                    member.nameSpan = nameSpan;
            }
            const auto ends = endsAt(u"}");
            if (!ends)
                return std::nullopt;
            if (*ends)
                return result;
        }
    }

    std::optional<QString> readName()
    {
        if (token().kind == Kind::String)
            return readText();
        if (!token().isName() || token().text == "__proto__"_L1 || token().text.startsWith(u'#')
            || token().text.startsWith(u'@'))
            return std::nullopt;
        return m_tokens[m_at++].text;
    }

    const QByteArray &m_source;
    const std::vector<JsToken> &m_tokens;
    size_t m_at;
};

// Behind a token, or behind what is in brackets.
size_t behind(const std::vector<JsToken> &tokens, size_t at)
{
    return tokens[at].pair > qsizetype(at) ? size_t(tokens[at].pair) + 1 : at + 1;
}

bool endsAt(const std::vector<JsToken> &tokens, size_t at)
{
    while (tokens[at].is(u";"))
        ++at;
    return tokens[at].kind == Kind::End;
}

// Whether the text ends with this expression: where one operand follows another, JavaScript puts
// a semicolon between them.
bool isLastExpression(const std::vector<JsToken> &tokens, size_t at)
{
    static const QStringList operators = {
        u"await"_s, u"delete"_s, u"in"_s, u"instanceof"_s, u"new"_s, u"typeof"_s, u"void"_s};
    bool isBehindOperand = false;
    for (; tokens[at].kind != Kind::End && !tokens[at].is(u";"); at = behind(tokens, at)) {
        const auto &token = tokens[at];
        const bool isOperator = token.isName() && operators.contains(token.text);
        const bool isOperand =
            token.is(u"{") || (token.kind != Kind::Sign && !isOperator); // ( and [ go on
        if (token.is(u",") || (isBehindOperand && isOperand))
            return false;
        isBehindOperand = isOperand || token.is(u"(") || token.is(u"[");
    }
    return endsAt(tokens, at);
}

// A function or class, and nothing behind it that could call or change it.
bool isFunction(const std::vector<JsToken> &tokens, size_t at)
{
    if (tokens[at].is(u"async") && !tokens[at + 1].is(u"=>"))
        ++at;
    if (tokens[at].is(u"function") || tokens[at].is(u"class")) {
        while (tokens[at].kind != Kind::End && !tokens[at].is(u"{"))
            at = behind(tokens, at);
        return tokens[at].kind != Kind::End && endsAt(tokens, behind(tokens, at));
    }
    if (tokens[at].kind == Kind::End)
        return false;
    at = behind(tokens, at);
    if (!tokens[at].is(u"=>"))
        return false;
    ++at;
    return tokens[at].is(u"{") ? endsAt(tokens, behind(tokens, at)) : isLastExpression(tokens, at);
}

} // namespace

JsExport readJsExport(const QByteArray &source)
{
    const auto tokens = lint::tokenizeJs(source);
    size_t at = 0;
    if (tokens[at].kind == Kind::String && tokens[at].text == "use strict"_L1)
        at += tokens[1].is(u";") ? 2 : 1;
    for (const auto *word : {u"module", u".", u"exports", u"="}) {
        if (!tokens[at].is(QStringView(word)))
            return {};
        ++at;
    }
    if (isFunction(tokens, at))
        return {JsExport::Kind::Function, {}};
    LiteralReader reader(source, tokens, at);
    auto json = reader.read();
    if (!json || !json->isObject())
        return {};
    if (!endsAt(tokens, reader.position())) // what follows could change it
        return {};
    return {JsExport::Kind::Data, *std::move(json)};
}

} // namespace tokentrail::cap
