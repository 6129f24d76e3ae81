// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

text::Json toHar(const Trail &trail); // HAR 1.2, redacted as hops are

} // namespace tokentrail::trail
