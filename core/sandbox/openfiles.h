// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tokentrail::sandbox {

// Every connection is an open file, and 1,024 of those is what a process may have unless it asks
// for more: asks for what the landscape may need, as far as the machine allows.
void allowManyConnections();

} // namespace tokentrail::sandbox
