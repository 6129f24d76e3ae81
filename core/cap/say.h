// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/phrasebook.h"

namespace tokentrail::cap {

// The sentence of resources/sentences/cap.<language>.json, its places filled.
QString say(QStringView id, std::initializer_list<text::Place> places = {});

} // namespace tokentrail::cap
