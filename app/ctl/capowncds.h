// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/cap/env.h"

namespace tokentrail::ctl {

// Runs `cds env` of the project itself, which runs code of the project and its plugins, and
// answers where its configuration is another one. Only for a folder that the user trusts.
void compareWithOwnCds(Invocation &invocation,
                       const cap::EffectiveEnv &env,
                       const QStringList &profileWords);

} // namespace tokentrail::ctl
