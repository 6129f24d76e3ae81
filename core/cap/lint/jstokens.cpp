// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/lint/jstokens.h"

#include <QStringList>

#include <algorithm>

namespace tokentrail::cap::lint {

using namespace Qt::StringLiterals;
using Kind = JsToken::Kind;

namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c == '#'
        || c == '@' || (c & 0x80) != 0;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// After these a slash begins a regular expression; after other names it divides.
bool expectsOperand(const QString &name)
{
    static const QStringList names = {u"return"_s,
                                      u"typeof"_s,
                                      u"case"_s,
                                      u"in"_s,
                                      u"of"_s,
                                      u"delete"_s,
                                      u"void"_s,
                                      u"throw"_s,
                                      u"new"_s,
                                      u"else"_s,
                                      u"do"_s,
                                      u"await"_s,
                                      u"yield"_s,
                                      u"instanceof"_s};
    return names.contains(name);
}

class Tokenizer
{
public:
    explicit Tokenizer(const QByteArray &source)
        : m_source(source)
    { }

    std::vector<JsToken> run()
    {
        if (m_source.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        if (peek() == '#' && peek(1) == '!')
            skipLine();
        while (m_at < m_source.size())
            next();
        push(Kind::End, m_source.size(), {});
        return std::move(m_tokens);
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0';
    }

    void push(Kind kind, qsizetype begin, const QString &text)
    {
        m_tokens.push_back({kind, text, begin, m_at, -1});
    }

    void skipLine()
    {
        const auto end = m_source.indexOf('\n', m_at);
        m_at = end < 0 ? m_source.size() : end;
    }

    void next()
    {
        const char c = peek();
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++m_at;
        } else if (c == '/' && peek(1) == '/') {
            skipLine();
        } else if (c == '/' && peek(1) == '*') {
            const auto end = m_source.indexOf("*/", m_at + 2);
            m_at = end < 0 ? m_source.size() : end + 2;
        } else if (c == '"' || c == '\'') {
            readString(c);
        } else if (c == '`') {
            ++m_at;
            readTemplate();
        } else if (isNameStart(c)) {
            readName();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            readNumber();
        } else if (c == '/' && regexMayStand()) {
            readRegex();
        } else {
            readSign();
        }
    }

    // One escape after the backslash; its value where patterns may need it.
    void readEscape(QByteArray &value)
    {
        ++m_at;
        const char c = peek();
        if (c == 'n')
            value += '\n';
        else if (c == 't')
            value += '\t';
        else if (c != '\n' && c != '\r')
            value += c;
        ++m_at;
    }

    void readString(char quote)
    {
        const auto begin = m_at++;
        QByteArray value;
        while (m_at < m_source.size() && peek() != quote && peek() != '\n') {
            if (peek() == '\\')
                readEscape(value);
            else
                value += m_source[m_at++];
        }
        if (peek() == quote)
            ++m_at;
        m_at = std::min(m_at, m_source.size());
        push(Kind::String, begin, QString::fromUtf8(value));
    }

    // From behind a backtick, or behind the } of an expression, to the next ${ or backtick.
    void readTemplate()
    {
        const auto begin = m_at;
        QByteArray value;
        while (m_at < m_source.size()) {
            if (peek() == '\\') {
                readEscape(value);
            } else if (peek() == '`') {
                ++m_at;
                break;
            } else if (peek() == '$' && peek(1) == '{') {
                m_at += 2;
                push(Kind::Template, begin, QString::fromUtf8(value));
                m_templates.push_back(m_open.size());
                m_open.push_back(-1);
                return;
            } else {
                value += m_source[m_at++];
            }
        }
        m_at = std::min(m_at, m_source.size());
        push(Kind::Template, begin, QString::fromUtf8(value));
    }

    void readName()
    {
        const auto begin = m_at;
        while (m_at < m_source.size() && (isNameStart(peek()) || isDigit(peek())))
            ++m_at;
        push(Kind::Name, begin, QString::fromUtf8(m_source.mid(begin, m_at - begin)));
    }

    void readNumber()
    {
        const auto begin = m_at;
        while (m_at < m_source.size() && (isNameStart(peek()) || isDigit(peek()) || peek() == '.'))
            ++m_at;
        push(Kind::Number, begin, QString::fromUtf8(m_source.mid(begin, m_at - begin)));
    }

    bool regexMayStand() const
    {
        if (m_tokens.empty())
            return true;
        const auto &before = m_tokens.back();
        switch (before.kind) {
        case Kind::Name:
            return expectsOperand(before.text);
        case Kind::Sign:
            return before.text != ")"_L1 && before.text != "]"_L1 && before.text != "}"_L1;
        case Kind::String:
        case Kind::Template:
        case Kind::Number:
        case Kind::Regex:
        case Kind::End:
            return false;
        }
        return false;
    }

    void readRegex()
    {
        const auto begin = m_at++;
        bool inClass = false;
        while (m_at < m_source.size() && peek() != '\n') {
            const char c = peek();
            ++m_at;
            if (c == '\\')
                ++m_at;
            else if (c == '[')
                inClass = true;
            else if (c == ']')
                inClass = false;
            else if (c == '/' && !inClass)
                break;
        }
        while (m_at < m_source.size() && isNameStart(peek()))
            ++m_at;
        m_at = std::min(m_at, m_source.size());
        push(Kind::Regex, begin, QString::fromUtf8(m_source.mid(begin, m_at - begin)));
    }

    void readSign()
    {
        const auto begin = m_at;
        const char c = peek();
        const bool isArrow = c == '=' && peek(1) == '>';
        m_at += isArrow ? 2 : 1;
        if (c == '}' && !m_templates.empty() && m_open.size() == m_templates.back() + 1) {
            m_templates.pop_back();
            m_open.pop_back();
            readTemplate();
            return;
        }
        push(Kind::Sign, begin, QString::fromLatin1(m_source.mid(begin, m_at - begin)));
        const auto index = qsizetype(m_tokens.size()) - 1;
        if (c == '(' || c == '[' || c == '{') {
            m_open.push_back(index);
        } else if ((c == ')' || c == ']' || c == '}') && !m_open.empty() && m_open.back() >= 0) {
            const auto opening = m_open.back();
            m_open.pop_back();
            m_tokens[size_t(opening)].pair = index;
            m_tokens.back().pair = opening;
        }
    }

    const QByteArray &m_source;
    qsizetype m_at = 0;
    std::vector<JsToken> m_tokens;
    std::vector<qsizetype> m_open; // indexes of open brackets; -1: an expression of a template
    std::vector<size_t> m_templates; // how many were open where each expression began
};

} // namespace

std::vector<JsToken> tokenizeJs(const QByteArray &source)
{
    return Tokenizer(source).run();
}

} // namespace tokentrail::cap::lint
