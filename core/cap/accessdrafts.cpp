// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/cap/accesshandler.h"

namespace tokentrail::cap {

using namespace Qt::StringLiterals;

AccessDecision AccessHandler::draft()
{
    return {};
}

} // namespace tokentrail::cap
