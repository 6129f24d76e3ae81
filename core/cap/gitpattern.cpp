// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/gitpattern.h"

#include "core/cap/gitwildcards.h"

#include <algorithm>

namespace tokentrail::cap {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// Blanks at the end do not count; a backslash before one makes it count.
void dropTrailingBlanks(QByteArray &line)
{
    qsizetype end = -1;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == ' ') {
            end = end < 0 ? i : end;
            continue;
        }
        end = -1;
        if (line[i] == '\\')
            ++i;
    }
    if (end >= 0)
        line.truncate(end);
}

bool isSpecial(char c)
{
    return c == '*' || c == '?' || c == '[' || c == '\\';
}

} // namespace

std::optional<GitPattern> GitPattern::read(QByteArray line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    dropTrailingBlanks(line);
    if (line.startsWith('#'))
        return std::nullopt;
    GitPattern pattern;
    if (line.startsWith('!')) {
        pattern.m_negative = true;
        line.remove(0, 1);
    }
    if (line.endsWith('/')) {
        pattern.m_onlyFolders = true;
        line.chop(1);
    }
    if (line.isEmpty())
        return std::nullopt;
    pattern.m_onlyName = !line.contains('/');
    if (line.startsWith('/'))
        line.remove(0, 1);
    pattern.m_literal = std::find_if(line.begin(), line.end(), isSpecial) - line.begin();
    pattern.m_pattern = line;
    return pattern;
}

bool GitPattern::matches(const QByteArray &path, bool isFolder) const
{
    if (m_onlyFolders && !isFolder)
        return false;
    if (m_onlyName)
        return gitWildcardsMatch(m_pattern, path.sliced(path.lastIndexOf('/') + 1), false);
    // git compares what stands for itself first, so that "a**/b" becomes "**/b" behind the "a".
    if (!path.startsWith(QByteArrayView(m_pattern).first(m_literal)))
        return false;
    return gitWildcardsMatch(m_pattern.sliced(m_literal), path.sliced(m_literal), true);
}

std::vector<GitPattern> gitPatternsOf(QByteArray text)
{
    if (text.startsWith(byteOrderMark))
        text.remove(0, byteOrderMark.size());
    std::vector<GitPattern> patterns;
    for (const auto &line : text.split('\n')) {
        if (auto pattern = GitPattern::read(line))
            patterns.push_back(*std::move(pattern));
    }
    return patterns;
}

} // namespace tokentrail::cap
