// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

enum class ExportFormat { Mermaid, Svg, Markdown, Har, Json };
enum class Scheme { Light, Dark }; // of pictures

// Redacted already, since hops are. The SVG is the picture of the window.
QByteArray exportTrail(const Trail &trail, ExportFormat format, Scheme scheme = Scheme::Light);

} // namespace tokentrail::trail
