// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/lint.h"

namespace tokentrail::cap {

// One step of capire's guide "Authentication", as far as the project's files tell.
struct GuideStep
{
    enum class State : quint8 { Done, Open, Wrong };
    QString id;
    State state = State::Open;
    QString title;
    QString sentence; // what was seen
    QString command; // to copy; empty: nothing to run
};

// In the order of the guide. Lint findings make a step Wrong that looks done.
std::vector<GuideStep> guideSteps(const LintInput &input, const LintReport &report);

} // namespace tokentrail::cap
