// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace tokentrail::ctl {

QList<Command> sandboxCommands(); // sandbox run, bindings, app, destination, user, …
QList<Command> sandboxTrailCommands(); // sandbox trail

Option stateOption(); // --state DIR
QString stateDirOf(const Invocation &invocation);

} // namespace tokentrail::ctl
