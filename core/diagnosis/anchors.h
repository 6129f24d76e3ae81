// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringList>
#include <QStringView>

#include <array>
#include <vector>

namespace tokentrail::diagnosis {

// Finds which of many words are in a text, in one pass and in letters of any case (Aho, Corasick
// 1975), so that a line of a log costs the same however many phrases are known.
class Anchors
{
public:
    explicit Anchors(const QStringList &words); // ASCII

    QList<int> allIn(QStringView text) const; // indexes of the words, ascending, each once
    bool anyIn(QByteArrayView text) const;

private:
    struct Node
    {
        std::array<qint32, 128> next{}; // complete: also where a mismatch leads
        std::vector<int> ends; // words that end here, those of suffixes too
        qint32 fallback = 0;
    };

    void add(const QString &word, int index);
    void connectMismatches();

    std::vector<Node> m_nodes;
};

} // namespace tokentrail::diagnosis
