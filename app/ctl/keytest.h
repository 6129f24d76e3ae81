// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/callinput.h"

namespace tokentrail::ctl {

void testKey(Invocation &invocation); // key test

} // namespace tokentrail::ctl
