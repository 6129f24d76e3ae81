// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/cap/env.h"

namespace tokentrail::ctl {

QList<Command> capEnvCommands(); // cap env, cap users

// The options --profile, --for, --production and --cds, for every command about a project.
QList<Option> capEnvOptions();
cap::EnvInput capEnvInput(Invocation &invocation, const QString &projectDir);

} // namespace tokentrail::ctl
