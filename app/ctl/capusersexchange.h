// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace tokentrail::ctl {

// cap users DIR from-collections: mock users with what a token of the sandbox would give.
void mockUsersFromCollections(Invocation &invocation, const QString &projectDir);
// cap users DIR to-collections: the reverse.
void collectionsFromMockUsers(Invocation &invocation, const QString &projectDir);

} // namespace tokentrail::ctl
