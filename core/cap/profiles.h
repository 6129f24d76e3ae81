// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/environment.h"

#include <QStringList>

namespace tokentrail::cap {

// The words of the command line that choose profiles, applied to NODE_ENV and CDS_ENV as the cds
// command does: --profile and --production add to CDS_ENV, then both variables are made to agree
// about production, and only then --for replaces CDS_ENV.
void applyCommandLine(const QStringList &arguments, Environment &environment);

// The active profiles, strongest first.
QStringList
activeProfiles(const Environment &environment, const QStringList &staticProfiles, bool javaProject);

} // namespace tokentrail::cap
