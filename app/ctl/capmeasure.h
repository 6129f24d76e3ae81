// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace tokentrail::ctl {

// cap access DIR --measure: what the running service answers, beside what the model predicts.
void measureAccess(Invocation &invocation);

} // namespace tokentrail::ctl
