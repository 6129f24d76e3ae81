// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/access.h"
#include "core/diagnosis/diagnose.h"

namespace tokentrail::diagnosis {

// Asks the model of the service that was called which roles would have let the caller in. CAP
// names the role in its answer for a service only, and never for an entity.
void askModel(Case &about, const cap::AccessModel &model);

} // namespace tokentrail::diagnosis
