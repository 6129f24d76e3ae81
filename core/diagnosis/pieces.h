// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint.h"
#include "core/diagnosis/diagnose.h"

namespace tokentrail::diagnosis {

// From pieces of evidence to cases, and from many diagnoses to one answer: the same for the
// command line, the pages and the tests.

Case caseOfAnswer(const http::Response &answer); // an answer of which nothing else is known
QList<Case> casesOf(const QList<trail::Trail> &trails); // those before a trail are its history

QList<ProjectDefect> defectsOf(const cap::LintReport &report);

struct Told
{
    QString trailId; // empty where there is only one
    Diagnosis diagnosis;
};

enum class Leading {
    Newest, // a recording: the last call that failed is the one that is asked about
    Surest // a browser's recording: many calls, in no order of interest
};

// All findings, best first; one that several trails have is told once, with the hops of all.
struct Answer
{
    struct Item
    {
        Finding finding;
        QStringList trailIds;
    };
    QList<Item> findings;
    QList<RuledOut> ruledOut;
    QStringList notVisible;
};
Answer together(const QList<Told> &all, Leading leading);
text::Json toJson(const Answer &answer);

} // namespace tokentrail::diagnosis
