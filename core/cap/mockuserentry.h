// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/mockusers.h"

namespace tokentrail::cap {

// Reads one entry of requires.auth.users with its old spellings (ID, userAttributes, jwt).
MockUser readMockUser(const QString &login, const text::Json &entry, bool multitenancy);

// The id of the user that the entry stands for; the old spelling wins, as in CAP.
QString mockUserId(const QString &login, const text::Json &entry);

bool isTruthyEntry(const text::Json &value); // as JavaScript's if

// "constructor", "toString", …: found in every JavaScript object.
bool isInheritedMember(const QString &name);

} // namespace tokentrail::cap
