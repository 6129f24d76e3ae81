// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/effective.h"

namespace tokentrail::xsuaa {

QList<Trap> trapsOf(const Directory &directory,
                    const Application &application,
                    const EffectivePermission &effective);

} // namespace tokentrail::xsuaa
