// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csnexpression.h"

#include <optional>

namespace tokentrail::cap {

// Values as SQLite compares them below CAP.
bool isTrue(const Value &value);
bool isFalse(const Value &value);
QString plainText(const Value &value);

// inColumn: one side is a column, so a text that looks like a number counts as one.
// "=" with null on its right is "is null"; "!=" is null-safe; the others give null.
Value compareSql(const Value &left, QStringView op, const Value &right, bool inColumn);
Value calculate(const Value &left, QStringView op, const Value &right);
bool matchesLike(const QString &text, const QString &pattern); // ASCII case aside
// Nothing when the function is not known here.
std::optional<Value> callSql(const QString &function, const std::vector<Value> &arguments);

} // namespace tokentrail::cap
