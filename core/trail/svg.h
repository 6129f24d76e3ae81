// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

QByteArray toSvg(const Trail &trail);

} // namespace tokentrail::trail
