// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/mockusers.h"

namespace tokentrail::cap {

// What somebody should know before they rely on a mock user, by the id of its finding.
struct MockWarning
{
    QString id; // "mock-user-accepts-any-password"
    QString sentence;
    bool stops = false; // nobody can log in, or the server does not live on
};

std::vector<MockWarning> warningsOf(const MockUser &user);

// About authentication as a whole: production, kind, strategy, "*".
std::vector<MockWarning> warningsOf(const MockUsers &users, const EffectiveEnv &env);

} // namespace tokentrail::cap
