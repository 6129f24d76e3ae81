// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/envmerge.h"

namespace tokentrail::cap {

// The defaults that a version of @sap/cds ships, and what its own plugins add.
struct EnvDefaults
{
    EnvNodePtr config;
    EnvNodePtr plugins;
};
EnvDefaults envDefaults(int cdsVersion, bool production);

// Completes every cds.requires.<name> from the presets in cds.requires.kinds. An error: presets
// that name each other in a circle.
Result<void> linkRequiredServices(const EnvNodePtr &requires_, EnvMerger &merger);

} // namespace tokentrail::cap
