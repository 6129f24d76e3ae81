// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/phrasebook.h"

namespace tokentrail::text {

// The sentence of resources/sentences/text.<language>.json, its places filled. The file itself is
// JSON: were it broken, reading it would ask for the sentence that says so.
QString say(QStringView id, std::initializer_list<Place> places = {});

} // namespace tokentrail::text
