// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/diagnosis/diagnose.h"

namespace tokentrail::ctl {

// The pieces of evidence that the options of `diagnose` name, put together: a case for each call.
Result<QList<diagnosis::Case>> readEvidence(Invocation &invocation);

} // namespace tokentrail::ctl
