// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace tokentrail::ctl {

// cap users DIR list|set|remove: the project's folder stands before the verb.
Command capUsersCommand();

} // namespace tokentrail::ctl
