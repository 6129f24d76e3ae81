// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/session.h"

namespace tokentrail::ui {

QString titleOf(call::Grant grant); // "Password"
QString meaningOf(call::Grant grant); // what it does and who is in the token then, in a sentence
QList<call::Grant> grantsToSignInWith(); // in the order of the list

} // namespace tokentrail::ui
