// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/gitwildcards.h"

#include <array>
#include <optional>

namespace tokentrail::cap {

namespace {

using Byte = unsigned char;

// The two ways of giving up keep a row of stars from being tried in all combinations.
enum class Match : quint8 { Yes, No, NeverBelow, Never };

struct Class
{
    QByteArrayView name;
    bool (*holds)(Byte);
};

constexpr bool isUpper(Byte c)
{
    return c >= 'A' && c <= 'Z';
}
constexpr bool isLower(Byte c)
{
    return c >= 'a' && c <= 'z';
}
constexpr bool isDigit(Byte c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(Byte c)
{
    return isUpper(c) || isLower(c);
}
constexpr bool isGraphic(Byte c)
{
    return c > 0x20 && c < 0x7F;
}

constexpr std::array classes = {
    Class{"alnum",
          [](Byte c) {
              return isLetter(c) || isDigit(c);
          }},
    Class{"alpha",
          [](Byte c) {
              return isLetter(c);
          }},
    Class{"blank",
          [](Byte c) {
              return c == ' ' || c == '\t';
          }},
    Class{"cntrl",
          [](Byte c) {
              return c < 0x20 || c == 0x7F;
          }},
    Class{"digit",
          [](Byte c) {
              return isDigit(c);
          }},
    Class{"graph",
          [](Byte c) {
              return isGraphic(c);
          }},
    Class{"lower",
          [](Byte c) {
              return isLower(c);
          }},
    Class{"print",
          [](Byte c) {
              return isGraphic(c) || c == ' ';
          }},
    Class{"punct",
          [](Byte c) {
              return isGraphic(c) && !isLetter(c) && !isDigit(c);
          }},
    Class{"space",
          [](Byte c) {
              return c == ' ' || (c >= '\t' && c <= '\r');
          }},
    Class{"upper",
          [](Byte c) {
              return isUpper(c);
          }},
    Class{"xdigit",
          [](Byte c) {
              return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
          }},
};

class Matcher
{
public:
    Matcher(QByteArrayView pattern, QByteArrayView text, bool isPath)
        : m_pattern(pattern)
        , m_text(text)
        , m_isPath(isPath)
    { }

    Match from(qsizetype p, qsizetype t) const
    {
        const auto begin = p;
        for (; p < m_pattern.size(); ++p, ++t) {
            const auto wanted = m_pattern[p];
            if (wanted == '*')
                return stars(begin, p, t);
            if (t >= m_text.size())
                return Match::Never;
            if (wanted == '[') {
                const auto fits = set(p, Byte(m_text[t]));
                if (fits != Match::Yes)
                    return fits;
            } else if (wanted == '?') {
                if (m_isPath && m_text[t] == '/')
                    return Match::No;
            } else {
                if (wanted == '\\')
                    ++p;
                if (patternAt(p) != Byte(m_text[t]))
                    return Match::No;
            }
        }
        return t < m_text.size() ? Match::No : Match::Yes;
    }

private:
    Byte patternAt(qsizetype p) const { return p < m_pattern.size() ? Byte(m_pattern[p]) : 0; }

    // p is at the first of one or more stars; begin is where this stretch of the pattern began.
    Match stars(qsizetype begin, qsizetype p, qsizetype t) const
    {
        const auto first = p;
        while (patternAt(p) == '*')
            ++p;
        bool crosses = !m_isPath;
        if (m_isPath && p - first > 1) {
            const bool opens = first == begin || m_pattern[first - 1] == '/';
            const auto next = patternAt(p);
            const bool closes =
                next == 0 || next == '/' || (next == '\\' && patternAt(p + 1) == '/');
            crosses = opens && closes;
            if (crosses && next == '/' && from(p + 1, t) == Match::Yes)
                return Match::Yes; // "**/" for no folder at all
        }
        if (p >= m_pattern.size())
            return crosses || !m_text.sliced(t).contains('/') ? Match::Yes : Match::NeverBelow;
        if (!crosses && patternAt(p) == '/') {
            const auto slash = m_text.indexOf('/', t);
            return slash < 0 ? Match::Never : from(p + 1, slash + 1);
        }
        for (; t < m_text.size(); ++t) {
            const auto rest = from(p, t);
            if (rest != Match::No && (!crosses || rest != Match::NeverBelow))
                return rest;
            if (rest == Match::No && !crosses && m_text[t] == '/')
                return Match::NeverBelow;
        }
        return Match::Never;
    }

    // "[…]": leaves p at its closing bracket.
    Match set(qsizetype &p, Byte byte) const
    {
        ++p;
        const bool negated = patternAt(p) == '!' || patternAt(p) == '^';
        p += negated ? 1 : 0;
        Byte before = 0;
        bool found = false;
        do {
            auto one = patternAt(p);
            if (one == 0)
                return Match::Never;
            if (one == '\\') {
                one = patternAt(++p);
                if (one == 0)
                    return Match::Never;
                found = found || one == byte;
            } else if (one == '-' && before != 0 && patternAt(p + 1) != 0
                       && patternAt(p + 1) != ']') {
                one = patternAt(++p);
                if (one == '\\')
                    one = patternAt(++p);
                if (one == 0)
                    return Match::Never;
                found = found || (byte >= before && byte <= one);
                one = 0; // a range does not begin another one
            } else if (one == '[' && patternAt(p + 1) == ':') {
                const auto known = classAt(p, byte, found);
                if (!known)
                    return Match::Never;
                one = *known;
            } else {
                found = found || one == byte;
            }
            before = one;
        } while (patternAt(++p) != ']');
        return found == negated || (m_isPath && byte == '/') ? Match::No : Match::Yes;
    }

    // "[:name:]" within a set. Nothing: git knows no such class, and the pattern never fits. The
    // result is the byte that a range may begin with; 0: none.
    std::optional<Byte> classAt(qsizetype &p, Byte byte, bool &found) const
    {
        const auto begin = p + 2;
        const auto end = m_pattern.indexOf(']', begin);
        if (end < 0)
            return std::nullopt;
        if (end == begin || m_pattern[end - 1] != ':') { // a bracket like other bytes
            found = found || byte == '[';
            return '[';
        }
        const auto name = m_pattern.sliced(begin, end - 1 - begin);
        for (const auto &known : classes) {
            if (known.name == name) {
                found = found || known.holds(byte);
                p = end;
                return Byte(0);
            }
        }
        return std::nullopt;
    }

    QByteArrayView m_pattern;
    QByteArrayView m_text;
    bool m_isPath;
};

} // namespace

bool gitWildcardsMatch(QByteArrayView pattern, QByteArrayView text, bool isPath)
{
    return Matcher(pattern, text, isPath).from(0, 0) == Match::Yes;
}

} // namespace tokentrail::cap
