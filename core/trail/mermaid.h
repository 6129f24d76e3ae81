// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

QByteArray toMermaid(const Trail &trail); // a sequenceDiagram
QByteArray toMarkdown(const Trail &trail); // a table of the hops

} // namespace tokentrail::trail
