// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"
#include "core/diagnosis/guided.h"
#include "core/trail/compare.h"
#include "core/trail/hop.h"

namespace tokentrail::ui {

// A trail of this run, or of a file. Redacted already.
struct TrailEntry
{
    QString id;
    QString title; // "GET /ext/FunctionalLocation as alice"
    QString detail; // "502 · 14:05:09 · another client"
    bool failed = false;
    trail::Trail trail; // without hops when only a log is known
    diagnosis::Diagnosis diagnosis;
    QList<diagnosis::GuidedCheck> guided = {}; // empty for a log alone
};

// Two of them side by side, the one that worked first.
struct TrailPair
{
    TrailEntry first;
    TrailEntry second;
    trail::TrailComparison comparison;
};

} // namespace tokentrail::ui
