// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace tokentrail::ctl {

// destination list|show|find|put|remove|import|export|lint|check: a Destination service by its key.
QList<Command> destinationCommands();

} // namespace tokentrail::ctl
