// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

namespace tokentrail::trail {

text::Json subjectJson(const Subject &subject);
Result<Hop> hopFromJson(const text::Json &json); // redacted again: the file may be anybody's

} // namespace tokentrail::trail
