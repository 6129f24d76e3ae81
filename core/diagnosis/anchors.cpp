// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/anchors.h"

#include <algorithm>
#include <deque>

namespace tokentrail::diagnosis {

namespace {

// Others than ASCII are no letters of any word.
constexpr int letterOf(char16_t unit)
{
    if (unit >= 128)
        return 0;
    return unit >= u'A' && unit <= u'Z' ? unit + 32 : unit;
}

// A few letters are enough to tell that it is worth looking; the pattern decides.
constexpr qsizetype lettersOfAnchor = 14;

} // namespace

Anchors::Anchors(const QStringList &words)
{
    m_nodes.emplace_back();
    for (int i = 0; i < words.size(); ++i)
        add(words[i].last(std::min(words[i].size(), lettersOfAnchor)), i);
    connectMismatches();
}

void Anchors::add(const QString &word, int index)
{
    qint32 at = 0;
    for (const auto unit : word) {
        const auto letter = size_t(letterOf(unit.unicode()));
        if (m_nodes[size_t(at)].next[letter] == 0) {
            m_nodes[size_t(at)].next[letter] = qint32(m_nodes.size());
            m_nodes.emplace_back();
        }
        at = m_nodes[size_t(at)].next[letter];
    }
    m_nodes[size_t(at)].ends.push_back(index);
}

void Anchors::connectMismatches()
{
    std::deque<qint32> waiting;
    for (const auto child : m_nodes.front().next) {
        if (child != 0)
            waiting.push_back(child);
    }
    while (!waiting.empty()) {
        auto &node = m_nodes[size_t(waiting.front())];
        waiting.pop_front();
        const auto &below = m_nodes[size_t(node.fallback)];
        node.ends.insert(node.ends.end(), below.ends.begin(), below.ends.end());
        for (size_t letter = 0; letter < node.next.size(); ++letter) {
            const auto child = node.next[letter];
            if (child == 0) {
                node.next[letter] = below.next[letter];
                continue;
            }
            m_nodes[size_t(child)].fallback = below.next[letter];
            waiting.push_back(child);
        }
    }
}

QList<int> Anchors::allIn(QStringView text) const
{
    QList<int> found;
    qint32 at = 0;
    for (const auto unit : text) {
        at = m_nodes[size_t(at)].next[size_t(letterOf(unit.unicode()))];
        for (const auto index : m_nodes[size_t(at)].ends)
            found.append(index);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool Anchors::anyIn(QByteArrayView text) const
{
    qint32 at = 0;
    for (const auto unit : text) {
        at = m_nodes[size_t(at)].next[size_t(letterOf(uchar(unit)))];
        if (!m_nodes[size_t(at)].ends.empty())
            return true;
    }
    return false;
}

} // namespace tokentrail::diagnosis
