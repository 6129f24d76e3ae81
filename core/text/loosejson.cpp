// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/loosejson.h"

namespace tokentrail::text {

using Kind = LooseJson::Kind;

namespace {

constexpr int maxDepth = 64; // what is deeper is read as one word

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool endsWord(QChar c)
{
    return isBlank(c) || QStringView(u",:[]{}\"").contains(c);
}

class LooseReader
{
public:
    explicit LooseReader(QStringView text)
        : m_text(text)
    { }

    LooseJson document()
    {
        LooseJson root;
        skipBlanks();
        readValue(root, 0);
        return root;
    }

private:
    struct Token
    {
        QString text;
        qsizetype begin = 0;
        qsizetype end = 0;
        bool closed = true;
    };

    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }

    void skipBlanks()
    {
        while (!atEnd() && isBlank(m_text[m_at]))
            ++m_at;
    }

    Token readWord()
    {
        Token token;
        token.begin = m_at;
        while (!atEnd() && !endsWord(m_text[m_at]))
            ++m_at;
        if (m_at == token.begin && !atEnd())
            ++m_at; // never stand still
        token.end = m_at;
        token.text = m_text.sliced(token.begin, token.end - token.begin).toString();
        return token;
    }

    // The quote that ends a text has something behind it that may follow a text. In {"sc "x": 1}
    // the second quote has not, so that it begins the next one.
    Token readText()
    {
        Token token;
        token.begin = m_at++;
        for (auto i = m_at; i < m_text.size() && m_text[i] != u'\n'; ++i) {
            const auto c = m_text[i];
            if (c == u'\\' && i + 1 < m_text.size()) {
                token.text += m_text[++i];
                continue;
            }
            if (c != u'"') {
                token.text += c;
                continue;
            }
            if (i + 1 < m_text.size() && !endsWord(m_text[i + 1]))
                break;
            token.end = m_at = i + 1;
            return token;
        }
        const auto word = readWordOrNothing();
        token.text = word.text;
        token.end = word.end;
        token.closed = false;
        return token;
    }

    Token readWordOrNothing()
    {
        if (atEnd() || endsWord(m_text[m_at]))
            return {{}, m_at, m_at, false};
        return readWord();
    }

    // Whether the text that begins here is the name of the next member.
    bool isNameAhead()
    {
        const auto before = m_at;
        readText();
        skipBlanks();
        const bool isName = peek() == u':';
        m_at = before;
        return isName;
    }

    void readValue(LooseJson &node, int depth)
    {
        node.begin = m_at;
        if (atEnd())
            return;
        if (peek() == u'{' && depth < maxDepth) {
            readContainer(node, Kind::Object, depth);
        } else if (peek() == u'[' && depth < maxDepth) {
            readContainer(node, Kind::Array, depth);
        } else {
            const bool isText = peek() == u'"';
            const auto token = isText ? readText() : readWord();
            node.kind = isText ? Kind::Text : Kind::Word;
            node.text = token.text;
            node.closed = token.closed;
        }
        node.end = m_at;
    }

    void readContainer(LooseJson &node, Kind kind, int depth)
    {
        const auto closing = kind == Kind::Object ? u'}' : u']';
        node.kind = kind;
        ++m_at;
        m_open[kind == Kind::Object ? 1 : 0] += 1;
        for (;;) {
            while (!atEnd() && (isBlank(peek()) || peek() == u',' || peek() == u':'))
                ++m_at;
            if (atEnd() || peek() == closing) {
                node.closed = !atEnd();
                m_at += node.closed ? 1 : 0;
                break;
            }
            if (peek() == u'}' || peek() == u']') {
                if (m_open[peek() == u'}' ? 1 : 0] > 0) { // that of a container around this one
                    node.closed = false;
                    break;
                }
                ++m_at;
                continue;
            }
            auto &child = node.children.emplace_back();
            if (kind == Kind::Object)
                readMember(child, depth);
            else
                readValue(child, depth + 1);
        }
        m_open[kind == Kind::Object ? 1 : 0] -= 1;
    }

    void readMember(LooseJson &member, int depth)
    {
        if (peek() == u'{' || peek() == u'[')
            return readValue(member, depth + 1); // without a name
        const auto name = peek() == u'"' ? readText() : readWord();
        member.name = name.text;
        member.nameBegin = name.begin;
        member.nameEnd = name.end;
        member.nameClosed = name.closed;
        const auto behind = m_at;
        skipBlanks();
        if (peek() != u':') {
            m_at = behind;
            return;
        }
        member.colon = m_at++;
        skipBlanks();
        const auto next = peek();
        const bool isMissing =
            next == u',' || next == u'}' || next == u']' || (next == u'"' && isNameAhead());
        if (!isMissing)
            readValue(member, depth + 1);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_open[2] = {}; // arrays and objects around here
};

} // namespace

const LooseJson *LooseJson::find(QStringView member) const
{
    const LooseJson *found = nullptr;
    for (const auto &child : children) {
        if (kind == Kind::Object && child.name == member)
            found = &child;
    }
    return found;
}

LooseJson readLoosely(QStringView text)
{
    return LooseReader(text).document();
}

} // namespace tokentrail::text
