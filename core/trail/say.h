// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/phrasebook.h"

namespace tokentrail::trail {

// The sentence of resources/sentences/trail.<language>.json, its places filled.
QString say(QStringView id, std::initializer_list<text::Place> places = {});

} // namespace tokentrail::trail
