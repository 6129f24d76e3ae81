// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/reindent.h"

#include <algorithm>
#include <cstring>

namespace tokentrail::text {

namespace {

constexpr qsizetype deepestIndent = 200; // levels; deeper ones would make lines of blanks alone

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

class Indenter
{
public:
    explicit Indenter(QByteArrayView json)
        : m_at(json.data())
        , m_end(json.data() + json.size())
    {
        m_out.reserve(json.size() + json.size() / 4);
    }

    QByteArray run()
    {
        while (m_at != m_end)
            step();
        return std::move(m_out);
    }

private:
    void step()
    {
        const char c = *m_at;
        switch (c) {
        case '"':
            copyString();
            return;
        case '{':
        case '[':
            open(c);
            return;
        case '}':
        case ']':
            m_depth = std::max<qsizetype>(0, m_depth - 1);
            newLine();
            m_out.append(c);
            break;
        case ',':
            m_out.append(c);
            newLine();
            break;
        case ':':
            m_out.append(": ", 2);
            break;
        default:
            if (!isBlank(c)) {
                copyWord();
                return;
            }
        }
        ++m_at;
    }

    void open(char c)
    {
        m_out.append(c);
        ++m_at;
        skipBlanks();
        if (m_at != m_end && *m_at == (c == '{' ? '}' : ']')) {
            m_out.append(*m_at++);
            return;
        }
        ++m_depth;
        newLine();
    }

    void skipBlanks()
    {
        while (m_at != m_end && isBlank(*m_at))
            ++m_at;
    }

    void newLine()
    {
        m_out.append('\n');
        m_out.append(2 * std::min(m_depth, deepestIndent), ' ');
    }

    // Up to the quote that no odd number of backslashes precedes.
    void copyString()
    {
        const char *begin = m_at++;
        while (m_at != m_end) {
            const auto *quote =
                static_cast<const char *>(std::memchr(m_at, '"', size_t(m_end - m_at)));
            if (!quote) {
                m_at = m_end;
                break;
            }
            auto slashes = 0;
            for (const auto *before = quote - 1; before > begin && *before == '\\'; --before)
                ++slashes;
            m_at = quote + 1;
            if (slashes % 2 == 0)
                break;
        }
        m_out.append(begin, m_at - begin);
    }

    void copyWord()
    {
        const char *begin = m_at;
        while (m_at != m_end && !isBlank(*m_at) && !std::strchr("\"{}[],:", *m_at))
            ++m_at;
        if (m_at == begin)
            ++m_at; // a zero byte, which strchr finds at the end of the list
        m_out.append(begin, m_at - begin);
    }

    const char *m_at;
    const char *m_end;
    qsizetype m_depth = 0;
    QByteArray m_out;
};

} // namespace

QByteArray reindented(QByteArrayView json)
{
    return Indenter(json).run();
}

QList<qsizetype> lineStarts(QByteArrayView text)
{
    QList<qsizetype> starts{0};
    const char *begin = text.data();
    const char *end = begin + text.size();
    for (const auto *at = begin; at != end;) {
        const auto *newline = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
        if (!newline)
            break;
        at = newline + 1;
        starts.append(at - begin);
    }
    return starts;
}

} // namespace tokentrail::text
