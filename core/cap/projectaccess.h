// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/access.h"
#include "core/cap/env.h"

namespace tokentrail::cap {

// How a project's service decides on access, by its effective configuration.
struct ProjectAccess
{
    AccessOptions options;
    text::Json users; // mock users; null where the kind has none
};
ProjectAccess projectAccess(const EffectiveEnv &env, int cdsVersion, qint64 nowSeconds);

// The compiled model in the folder, by the first of modelFiles() that is there.
Result<Csn> readProjectModel(const QString &projectDir);

} // namespace tokentrail::cap
