// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace tokentrail::ctl {

QList<Command> capBindCommands(); // cap bind

} // namespace tokentrail::ctl
