// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::ctl {

// A trail on the command line: one line a hop, who is called for whom.
text::Json hopsToJson(const trail::Trail &trail);
QString hopsToText(const trail::Trail &trail);

} // namespace tokentrail::ctl
