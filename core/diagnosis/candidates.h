// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/facts.h"

namespace tokentrail::diagnosis {

// What a lone answer can mean, when neither its words nor anything else decide: several causes,
// each with little confidence.
QList<Finding> candidates(const Facts &facts);

} // namespace tokentrail::diagnosis
