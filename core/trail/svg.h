// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/export.h"

namespace tokentrail::trail {

// The title stands above the picture, and is its accessible name.
QByteArray toSvg(const Trail &trail, Scheme scheme = Scheme::Light);

} // namespace tokentrail::trail
