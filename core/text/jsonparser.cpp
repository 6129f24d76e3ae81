// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/jsonpart.h"
#include "core/text/say.h"
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
            return fail(m_at, say(u"json.byte-order-mark"));
        if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF"))
            return fail(m_at, say(u"json.utf-sixteen"));
        if (const auto bad = firstInvalidUtf8(text); bad >= 0)
            return fail(m_at + bad, say(u"json.no-utf-eight"));
        skipBlanks();
        if (m_at == m_size)
            return fail(m_at, say(u"json.empty"));
        if (!parseValue(json, depth))
            return false;
        skipBlanks();
        if (m_at < m_size)
            return fail(m_at, commentHere() ? commentSentence() : say(u"json.more-text"));
        return true;
    }

    const Failure &failure() const { return m_failure; }

private:
    bool fail(qsizetype at, const QString &sentence)
    {
        m_failure = {at, sentence};
        return false;
    }

    static QString commentSentence() { return say(u"json.comment"); }
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
        return fail(m_at, say(u"json.word"));
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
                return fail(begin, say(u"json.leading-zero"));
        } else if (!digits()) {
            return failUnexpected(begin);
        }
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return fail(m_at, say(u"json.no-digit-point"));
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!digits())
                return fail(m_at, say(u"json.no-digit-exponent"));
        }
        json.m_kind = Json::Kind::Number;
        json.m_number = m_text.sliced(begin, m_at - begin).toByteArray();
        return true;
    }

    bool failUnexpected(qsizetype at)
    {
        m_at = at;
        if (m_at >= m_size)
            return fail(at, say(u"json.ends-early"));
        if (commentHere())
            return fail(at, commentSentence());
        if (peek() == '\'')
            return fail(at, say(u"json.single-quotes"));
        if (peek() == ']' || peek() == '}')
            return fail(at, say(u"json.no-value-after"));
        return fail(at, say(u"json.character"));
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
            return fail(at, say(u"json.escape"));
        ++m_at;
        uint code = 0;
        if (!parseHex4(code))
            return fail(at, say(u"json.escape-digits"));
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
                return fail(
                    m_at, c == '\n' || c == '\r' ? say(u"json.line-break") : say(u"json.control"));
            m_bytes.append(read);
            if (!parseEscape(out))
                return false;
            chunk = m_at;
        }
        return fail(begin, say(u"json.quote-missing"));
    }

    bool parseArray(Json &json, int depth)
    {
        json.m_kind = Json::Kind::Array;
        if (depth >= maxDepth)
            return fail(m_at, say(u"json.too-deep"));
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
            return fail(m_at, say(u"json.too-deep"));
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
                return fail(m_at, say(u"json.no-colon"));
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
            return fail(m_at, say(u"json.ends-in-object"));
        if (commentHere())
            return fail(m_at, commentSentence());
        if (peek() == '}')
            return fail(m_at, say(u"json.comma-brace"));
        return fail(m_at, say(u"json.name-quotes"));
    }

    bool parseComma(qsizetype begin, char closing)
    {
        const bool object = closing == '}';
        if (m_at >= m_size)
            return fail(begin, object ? say(u"json.brace-missing") : say(u"json.bracket-missing"));
        if (commentHere())
            return fail(m_at, commentSentence());
        if (peek() != ',')
            return fail(m_at,
                        object ? say(u"json.no-comma-members") : say(u"json.no-comma-elements"));
        const auto comma = m_at++;
        skipBlanks();
        if (peek() == closing)
            return fail(comma, object ? say(u"json.comma-brace") : say(u"json.comma-bracket"));
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
                 say(u"json.text", {{u"what", failure.sentence}}),
                 placeOf(source, failure.at, file)};
}

} // namespace tokentrail::text
