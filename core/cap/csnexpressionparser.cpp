// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/csnexpression.h"

#include <QSet>

#include <array>

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 100; // of parentheses; a model's conditions have a handful

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$';
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit();
}

const QSet<QString> &keywords()
{
    static const QSet<QString> words = {u"and"_s,
                                        u"or"_s,
                                        u"not"_s,
                                        u"is"_s,
                                        u"in"_s,
                                        u"like"_s,
                                        u"null"_s,
                                        u"case"_s,
                                        u"when"_s,
                                        u"then"_s,
                                        u"else"_s,
                                        u"end"_s,
                                        u"exists"_s,
                                        u"between"_s,
                                        u"escape"_s};
    return words;
}

// The subset of CDL's expressions that conditions of @restrict are made of.
class Parser
{
public:
    explicit Parser(const QString &source)
        : m_source(source)
    { }

    Result<Tokens> parse()
    {
        auto tokens = expression(QChar());
        if (m_error.isEmpty() && tokens.empty())
            m_error = u"The condition is empty."_s;
        if (!m_error.isEmpty())
            return Error{ErrorCode::InvalidInput, m_error};
        return tokens;
    }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : QChar();
    }

    void skipBlanks()
    {
        while (peek().isSpace())
            ++m_at;
    }

    void fail(const QString &sentence)
    {
        if (m_error.isEmpty())
            m_error = sentence;
        m_at = m_source.size();
    }

    Tokens expression(QChar until)
    {
        Tokens tokens;
        if (++m_depth > deepest)
            fail(u"The condition is nested too deeply."_s);
        for (;;) {
            skipBlanks();
            if (m_at >= m_source.size() || peek() == until || peek() == u',')
                break;
            token(tokens);
        }
        --m_depth;
        if (until.isNull() && peek() == u',')
            fail(u"A comma stands where the condition should go on."_s);
        return tokens;
    }

    void token(Tokens &tokens)
    {
        const auto c = peek();
        if (c == u'\'')
            return tokens.push_back(Token::ofValue(Value::of(quoted())));
        if (c == u'(')
            return parenthesis(tokens);
        if (c.isDigit() || (c == u'-' && peek(1).isDigit() && !endsOperand(tokens)))
            return number(tokens);
        if (isNameStart(c) || (c == u'!' && peek(1) == u'['))
            return name(tokens);
        if (c == u':' && (isNamePart(peek(1)) || peek(1) == u'!'))
            return parameter(tokens);
        symbol(tokens);
    }

    // ":p" is read and left alone: nothing gives it a value.
    void parameter(Tokens &tokens)
    {
        ++m_at;
        Token token;
        token.kind = Token::Kind::Unsupported;
        token.word = u':' + identifier();
        tokens.push_back(std::move(token));
    }

    static bool endsOperand(const Tokens &tokens)
    {
        return !tokens.empty() && !tokens.back().isWord();
    }

    QString quoted()
    {
        QString text;
        for (++m_at; m_at < m_source.size(); ++m_at) {
            if (peek() != u'\'') {
                text += peek();
            } else if (peek(1) == u'\'') {
                text += u'\'';
                ++m_at;
            } else {
                ++m_at;
                return text;
            }
        }
        fail(u"A text is not closed."_s);
        return text;
    }

    void parenthesis(Tokens &tokens)
    {
        ++m_at;
        Tokens list;
        bool comma = false;
        for (;;) {
            auto item = expression(u')');
            list.push_back(item.size() == 1 ? item.front() : Token::ofNested(std::move(item)));
            if (peek() != u',')
                break;
            comma = true;
            ++m_at;
        }
        if (peek() != u')')
            return fail(u"A parenthesis is not closed."_s);
        ++m_at;
        const bool inList = !tokens.empty() && tokens.back().isWord(u"in");
        if (inList || comma)
            tokens.push_back(Token::ofList(std::move(list)));
        else if (list.front().kind == Token::Kind::Value
                 || list.front().kind == Token::Kind::Nested)
            tokens.push_back(list.front());
        else
            tokens.push_back(Token::ofNested(std::move(list)));
    }

    void number(Tokens &tokens)
    {
        const auto begin = m_at++;
        while (peek().isDigit() || peek() == u'.' || peek().toLower() == u'e'
               || ((peek() == u'-' || peek() == u'+') && peek(-1).toLower() == u'e'))
            ++m_at;
        bool exact = false;
        const auto value = QStringView(m_source).mid(begin, m_at - begin).toDouble(&exact);
        if (!exact)
            return fail(u"A number is malformed."_s);
        tokens.push_back(Token::ofValue(Value::of(value)));
    }

    QString identifier()
    {
        QString text;
        if (peek() == u'!') {
            for (m_at += 2; m_at < m_source.size() && peek() != u']'; ++m_at)
                text += peek();
            if (peek() != u']')
                fail(u"A name in ![…] is not closed."_s);
            ++m_at;
            return text;
        }
        while (isNamePart(peek()))
            text += m_source[m_at++];
        return text;
    }

    void name(Tokens &tokens)
    {
        const bool delimited = peek() == u'!';
        const auto first = identifier();
        const auto lower = first.toLower();
        if (!delimited && lower == "null"_L1 && !tokens.empty()
            && (tokens.back().isWord(u"is") || tokens.back().isWord(u"not")))
            return tokens.push_back(Token::ofWord(lower));
        if (!delimited && (lower == "true"_L1 || lower == "false"_L1))
            return tokens.push_back(Token::ofValue(Value::of(lower == "true"_L1)));
        if (!delimited && lower == "null"_L1)
            return tokens.push_back(Token::ofValue({}));
        if (!delimited && keywords().contains(lower))
            return tokens.push_back(Token::ofWord(lower));
        if (!delimited && peek() == u'\'') // date'2026-01-01'
            return tokens.push_back(Token::ofValue(Value::of(quoted())));
        if (!delimited && peek() == u'(')
            return function(first, tokens);
        path(first, tokens);
    }

    void function(const QString &name, Tokens &tokens)
    {
        Tokens call;
        call.push_back(Token::ofWord(u"in"_s)); // so that what follows becomes a list
        if (peek(1) == u')') {
            m_at += 2;
            call.push_back(Token::ofList({}));
        } else {
            parenthesis(call);
        }
        Token token = call.back();
        token.kind = Token::Kind::Function;
        token.word = name;
        tokens.push_back(std::move(token));
    }

    void path(const QString &first, Tokens &tokens)
    {
        Token token;
        token.kind = Token::Kind::Ref;
        token.ref.push_back({first, {}});
        for (;;) {
            if (peek() == u'[') {
                ++m_at;
                token.ref.back().where = expression(u']');
                if (peek() != u']')
                    return fail(u"A bracket is not closed."_s);
                ++m_at;
            } else if (peek() == u'.' && (isNameStart(peek(1)) || peek(1) == u'!')) {
                ++m_at;
                token.ref.push_back({identifier(), {}});
            } else {
                break;
            }
        }
        tokens.push_back(std::move(token));
    }

    void symbol(Tokens &tokens)
    {
        static constexpr std::array<const char *, 14> symbols = {
            "<=", ">=", "<>", "!=", "==", "||", "=", "<", ">", "+", "-", "*", "/", "?"};
        for (const auto *symbol : symbols) {
            const auto text = QString::fromLatin1(symbol);
            if (QStringView(m_source).mid(m_at).startsWith(text)) {
                const bool isSign = text == "+"_L1 || text == "-"_L1 || text == "?"_L1;
                const bool follows = endsOperand(tokens)
                    || (!tokens.empty()
                        && (tokens.back().isWord(u"end") || tokens.back().isWord(u"null")));
                if (!follows && !isSign)
                    return fail(u"An operator stands where a value should."_s);
                m_at += text.size();
                return tokens.push_back(Token::ofWord(text));
            }
        }
        fail(u"A character stands where the condition should go on."_s);
    }

    const QString &m_source;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_error;
};

} // namespace

Result<Tokens> parseCondition(const QString &cdl)
{
    return Parser(cdl).parse();
}

} // namespace tokentrail::cap
