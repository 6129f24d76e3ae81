// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/pieces.h"

namespace tokentrail::test {

// A call of which the true cause is known, from tests/data/cases; see the README there.
struct CorpusCase
{
    QString name;
    QStringList causes; // the true one; several where they look alike; empty: the call works
    QStringList also; // have to be among the first three, too
    QStringList near; // look alike, and must not be told at all
    int status = 0; // of the answer; 0: unknown
    QStringList says; // words of the first finding's sentence or fix
    bool warns = false; // works, and a warning is right
    diagnosis::Answer answer; // what the product says
};

struct CorpusFigures
{
    int broken = 0;
    int working = 0;
    QStringList notFirst;
    QStringList notAmongThree;
    QStringList falseAlarms;

    double shareFirst() const;
    double shareAmongThree() const;
};

QList<CorpusCase> readCorpus(const QString &folder);
CorpusFigures figuresOf(const QList<CorpusCase> &cases);
QStringList idsOf(const diagnosis::Answer &answer);

} // namespace tokentrail::test
