// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/jsonpart.h"
#include "core/text/utf8.h"

#include <QStringList>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDepth = 512;

struct Failure
{
    qsizetype at = -1;
    QString sentence;
};

} // namespace

class JsonParser
{
public:
    JsonParser(const QByteArray &source, Span part)
        : m_text(QByteArrayView(source).first(part.end))
        , m_size(part.end)
        , m_at(part.begin)
    { }

    bool parseDocument(Json &json, int depth)
    {
        const auto text = m_text.sliced(m_at);
        if (text.startsWith("\xEF\xBB\xBF"))
            return fail(m_at, u"starts with a byte order mark, which JSON does not allow"_s);
        if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
            return fail(m_at, u"is UTF-16; JSON must be UTF-8"_s);
        if (const auto bad = firstInvalidUtf8(text); bad >= 0)
            return fail(m_at + bad, u"is not valid UTF-8 here"_s);
        skipBlanks();
        if (m_at == m_size)
            return fail(m_at, u"is empty; a JSON value was expected"_s);
        if (!parseValue(json, depth))
            return false;
        skipBlanks();
        if (m_at < m_size)
            return fail(m_at,
                        commentHere() ? commentSentence()
                                      : u"has more text after the end of the JSON value"_s);
        return true;
    }

    const Failure &failure() const { return m_failure; }

private:
    bool fail(qsizetype at, const QString &sentence)
    {
        m_failure = {at, sentence};
        return false;
    }

    static QString commentSentence() { return u"has a comment, which JSON does not allow"_s; }
    bool commentHere() const
    {
        return peek() == '#'
            || (peek() == '/' && m_at + 1 < m_size
                && (m_text[m_at + 1] == '/' || m_text[m_at + 1] == '*'));
    }

    char peek() const { return m_at < m_size ? m_text[m_at] : '\0'; }

    void skipBlanks()
    {
        while (m_at < m_size) {
            const char c = m_text[m_at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
                return;
            ++m_at;
        }
    }

    bool parseValue(Json &json, int depth)
    {
        const auto begin = m_at;
        bool ok = false;
        switch (peek()) {
        case '{':
            ok = parseObject(json, depth);
            break;
        case '[':
            ok = parseArray(json, depth);
            break;
        case '"':
            json.m_kind = Json::Kind::String;
            ok = parseString(json.m_string);
            break;
        case 't':
        case 'f':
        case 'n':
            ok = parseWord(json);
            break;
        default:
            ok = parseNumber(json);
        }
        json.m_span = {begin, m_at};
        return ok;
    }

    bool parseWord(Json &json)
    {
        const auto rest = m_text.sliced(m_at);
        if (rest.startsWith("true") || rest.startsWith("false")) {
            json.m_kind = Json::Kind::Bool;
            json.m_bool = rest.startsWith("true");
            m_at += json.m_bool ? 4 : 5;
            return true;
        }
        if (rest.startsWith("null")) {
            json.m_kind = Json::Kind::Null;
            m_at += 4;
            return true;
        }
        return fail(m_at, u"has a word that is none of true, false, null"_s);
    }

    bool parseNumber(Json &json)
    {
        const auto begin = m_at;
        const auto digits = [this] {
            const auto from = m_at;
            while (m_at < m_size && m_text[m_at] >= '0' && m_text[m_at] <= '9')
                ++m_at;
            return m_at > from;
        };
        if (peek() == '-')
            ++m_at;
        if (peek() == '0') {
            ++m_at;
            if (peek() >= '0' && peek() <= '9')
                return fail(begin, u"has a number with a leading zero"_s);
        } else if (!digits()) {
            return failUnexpected(begin);
        }
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return fail(m_at, u"has a number without a digit after its point"_s);
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return fail(m_at, u"has a number without a digit in its exponent"_s);
        }
        json.m_kind = Json::Kind::Number;
        json.m_number = m_text.sliced(begin, m_at - begin).toByteArray();
        return true;
    }

    bool failUnexpected(qsizetype at)
    {
        m_at = at;
        if (m_at >= m_size)
            return fail(at, u"ends too early; a value was expected"_s);
        if (commentHere())
            return fail(at, commentSentence());
        if (peek() == '\'')
            return fail(at, u"has a text in single quotes; JSON wants double quotes"_s);
        if (peek() == ']' || peek() == '}')
            return fail(at, u"has a comma or colon with no value after it"_s);
        return fail(at, u"has a character here where a value was expected"_s);
    }

    bool parseHex4(uint &code)
    {
        if (m_size - m_at < 4)
            return false;
        bool ok = false;
        const auto hex = m_text.sliced(m_at, 4).toByteArray();
        code = hex.toUInt(&ok, 16);
        for (const char c : hex)
            ok = ok && isxdigit(static_cast<unsigned char>(c));
        m_at += 4;
        return ok;
    }

    // The one byte that a short escape stands for; 0 for another.
    static char shortEscape(char c)
    {
        switch (c) {
        case '"':
        case '\\':
        case '/':
            return c;
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return 0;
        }
    }

    // Of JSON inside of JSON every quote is escaped: bytes are gathered and decoded together. Half
    // a surrogate pair, which \\u may give, is no UTF-8 and goes straight into the text.
    bool parseEscape(QString &out)
    {
        const auto at = m_at++;
        if (const auto byte = shortEscape(peek()); byte != 0) {
            m_bytes += byte;
            ++m_at;
            return true;
        }
        if (peek() != 'u')
            return fail(at, u"has an unknown escape in a text"_s);
        ++m_at;
        uint code = 0;
        if (!parseHex4(code))
            return fail(at, u"has an escape \\u without four hex digits"_s);
        out += decodedUtf8(m_bytes);
        m_bytes.resize(0);
        out += QChar(char16_t(code));
        return true;
    }

    bool parseString(QString &out)
    {
        const auto begin = m_at++;
        auto chunk = m_at;
        m_bytes.resize(0); // keeps its capacity
        const char *const text = m_text.data();
        while (m_at < m_size) {
            // Comes by for every character, hence the plain loop over what needs no thought.
            while (m_at < m_size && static_cast<unsigned char>(text[m_at]) >= 0x20
                   && text[m_at] != '"' && text[m_at] != '\\')
                ++m_at;
            if (m_at == m_size)
                break;
            const char c = text[m_at];
            const auto read = m_text.sliced(chunk, m_at - chunk);
            if (c == '"') {
                if (m_bytes.isEmpty() && out.isEmpty())
                    out = decodedUtf8(read);
                else
                    out += decodedUtf8(m_bytes.append(read));
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(m_at,
                            c == '\n' || c == '\r' ? u"has a line break inside a text"_s
                                                   : u"has a control character inside a text"_s);
            m_bytes.append(read);
            if (!parseEscape(out))
                return false;
            chunk = m_at;
        }
        return fail(begin, u"has a text whose closing quote is missing"_s);
    }

    bool parseArray(Json &json, int depth)
    {
        json.m_kind = Json::Kind::Array;
        if (depth >= maxDepth)
            return fail(m_at, u"is nested deeper than 512 levels"_s);
        const auto begin = m_at++;
        skipBlanks();
        if (peek() == ']') {
            ++m_at;
            return true;
        }
        for (;;) {
            skipBlanks();
            if (!parseValue(json.m_elements.emplace_back(), depth + 1))
                return false;
            skipBlanks();
            if (peek() == ']') {
                ++m_at;
                return true;
            }
            if (!parseComma(begin, ']'))
                return false;
        }
    }

    bool parseObject(Json &json, int depth)
    {
        json.m_kind = Json::Kind::Object;
        if (depth >= maxDepth)
            return fail(m_at, u"is nested deeper than 512 levels"_s);
        const auto begin = m_at++;
        skipBlanks();
        if (peek() == '}') {
            ++m_at;
            return true;
        }
        for (;;) {
            skipBlanks();
            if (peek() != '"')
                return failMemberName();
            auto &member = json.m_members.emplace_back();
            member.nameSpan.begin = m_at;
            if (!parseString(member.name))
                return false;
            member.nameSpan.end = m_at;
            skipBlanks();
            if (peek() != ':')
                return fail(m_at, u"has a member name without a colon after it"_s);
            ++m_at;
            skipBlanks();
            if (!parseValue(member.value, depth + 1))
                return false;
            skipBlanks();
            if (peek() == '}') {
                ++m_at;
                return true;
            }
            if (!parseComma(begin, '}'))
                return false;
        }
    }

    bool failMemberName()
    {
        if (m_at >= m_size)
            return fail(m_at, u"ends inside an object"_s);
        if (commentHere())
            return fail(m_at, commentSentence());
        if (peek() == '}')
            return fail(m_at, u"has a comma before the closing brace"_s);
        return fail(m_at, u"has a member name that is not in double quotes"_s);
    }

    bool parseComma(qsizetype begin, char closing)
    {
        const bool object = closing == '}';
        if (m_at >= m_size)
            return fail(begin,
                        object ? u"has an object whose closing brace is missing"_s
                               : u"has an array whose closing bracket is missing"_s);
        if (commentHere())
            return fail(m_at, commentSentence());
        if (peek() != ',')
            return fail(m_at,
                        object ? u"has no comma between two members here"_s
                               : u"has no comma between two elements here"_s);
        const auto comma = m_at++;
        skipBlanks();
        if (peek() == closing)
            return fail(comma,
                        object ? u"has a comma before the closing brace"_s
                               : u"has a comma before the closing bracket"_s);
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_size = 0;
    qsizetype m_at = 0;
    QByteArray m_bytes; // of a text with escapes, as far as it is read
    Failure m_failure;
};

Result<Json> parseJson(const QByteArray &source, const QString &file)
{
    return parseJsonPart(source, {0, source.size()}, 0, file);
}

Result<Json> parseJsonPart(const QByteArray &source, Span part, int depth, const QString &file)
{
    Json json;
    JsonParser parser(source, part);
    if (parser.parseDocument(json, depth))
        return json;
    const auto &failure = parser.failure();
    return Error{ErrorCode::InvalidInput,
                 u"The text "_s + failure.sentence + u'.',
                 placeOf(source, failure.at, file)};
}

} // namespace tokentrail::text
