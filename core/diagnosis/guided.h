// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/diagnose.h"

namespace tokentrail::diagnosis {

// One question of the path that leads to where a call broke. Behind the first that failed the
// rest is not visible: the call never came that far.
struct GuidedCheck
{
    enum class Outcome { Passed, Failed, NotVisible };

    QString id; // "token-sent", …
    QString question; // "Did the call carry the token of a person?"
    Outcome outcome = Outcome::NotVisible;
    QString sentence; // what answers it, or what hides the answer
    QString hopId; // empty where no hop answers it
};

QList<GuidedCheck> guidedChecks(const Case &input);
QString nameOf(GuidedCheck::Outcome outcome); // "passed", "failed", "not-visible"
text::Json toJson(const QList<GuidedCheck> &checks);

} // namespace tokentrail::diagnosis
