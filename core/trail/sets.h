// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/understand.h"

#include <QSet>

#include <vector>

namespace tokentrail::trail {

constexpr qint64 unfinishedMs = 60'000; // how long a call without an end may have taken

// Sets of hops that grow together as long as nothing speaks against it: two calls on top, two
// persons, two zones, two correlation ids.
class Sets
{
public:
    explicit Sets(const QList<Understood> &all);

    const Hop &hop(qsizetype index) const { return m_all[index].hop; }
    qsizetype size() const { return m_all.size(); }
    bool isRoot(qsizetype index) const { return m_isRoot[size_t(index)]; }
    qsizetype setOf(qsizetype index) const { return m_set[size_t(index)]; }
    qsizetype rootOf(qsizetype index) const; // the call on top of its set; -1: none was seen
    const QList<qsizetype> &members(qsizetype index) const; // of the set that it is in

    bool mayUnite(qsizetype a, qsizetype b) const;
    bool repeatsLookup(qsizetype a, qsizetype b) const; // both sets ask the same in the same way
    // A lookup for a person, made without anybody's token; and after which its URL was not called.
    bool lacksUser(qsizetype index) const { return m_lacksUser[size_t(index)]; }
    bool endsInSilence(qsizetype index) const { return m_silent[size_t(index)]; }
    void unite(qsizetype a, qsizetype b); // unless both have a call on top
    bool uniteIfFitting(qsizetype a, qsizetype b);

private:
    void findRoots();
    void findSilence();
    bool isCalledLater(qsizetype lookup) const;
    bool rootsAgree(qsizetype a, qsizetype b) const;
    bool correlationsAgree(qsizetype a, qsizetype b) const;
    bool usersAgree(qsizetype a, qsizetype b) const;
    bool zonesAgree(qsizetype a, qsizetype b) const;

    const QList<Understood> &m_all;
    std::vector<qsizetype> m_set;
    std::vector<bool> m_isRoot;
    std::vector<bool> m_lacksUser;
    std::vector<bool> m_silent;
    std::vector<QList<qsizetype>> m_members;
    QSet<QString> m_rootCorrelations;
};

QString hostOf(const QString &url); // with its port
bool within(const Hop &inner, const Hop &outer, qint64 slackMs); // by start

} // namespace tokentrail::trail
