// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/revocation.h"

namespace tokentrail::console {

// What the token service made of a log-out, and what of it is known, in a sentence or two.
QString wordsOf(call::Revoked outcome);

} // namespace tokentrail::console
