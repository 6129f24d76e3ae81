// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xsuaa/servicekey.h"

namespace tokentrail::xsuaa {

// Appends to key.problems what is missing or odd in it.
void checkServiceKey(ServiceKey &key);

} // namespace tokentrail::xsuaa
