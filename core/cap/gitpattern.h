// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace tokentrail::cap {

// One line of a .gitignore as git takes it (gitignore(5), dir.c). Bytes throughout, as in git.
class GitPattern
{
public:
    // Nothing: an empty line or a comment.
    static std::optional<GitPattern> read(QByteArray line);

    bool isNegative() const { return m_negative; } // "!": takes back what an earlier line says
    // path is relative to the folder of the file that the line stands in.
    bool matches(const QByteArray &path, bool isFolder) const;

private:
    QByteArray m_pattern;
    qsizetype m_literal = 0; // so many bytes at its begin stand for themselves
    bool m_negative = false;
    bool m_onlyFolders = false;
    bool m_onlyName = false; // no slash: the last name of the path is looked at, wherever it is
};

// All lines of one file, in their order.
std::vector<GitPattern> gitPatternsOf(QByteArray text);

} // namespace tokentrail::cap
