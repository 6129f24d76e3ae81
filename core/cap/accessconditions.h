// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/accessuser.h"
#include "core/cap/csnexpression.h"

#include <QString>

namespace tokentrail::cap {

// What stopped an evaluation. The first one counts.
struct Stop
{
    int status = 0; // 500, 400: what CAP answers
    bool unknown = false; // this program cannot tell
    QString because;

    bool happened() const { return status != 0 || unknown; }
    void fail(int failureStatus, const QString &sentence);
    void giveUp(const QString &sentence);
};

// Puts the user's id and attributes in, the way CAP does: what is missing makes its comparison
// false, one value of a list is that value, several become alternatives.
Tokens resolveUser(Tokens tokens, const AccessUser &user, Stop &stop);

// Decided without any row: three tokens, no column, all values truthy.
bool isDecidedWithoutRow(const Tokens &resolved);
// With JavaScript's coercion to numbers.
bool decideWithoutRow(const Tokens &resolved, Stop &stop);

} // namespace tokentrail::cap
