// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cap/csnexpression.h"

namespace tokentrail::cap {

// Keys as URLs have them: "1", "'a'", "ID=1,locale='de'".
QString decoded(QStringView text); // of %20 and the like
Value literal(const QString &text);
QString plainValue(const Value &value);
// A value that is neither a literal nor quoted: CAP answers 400.
bool hasBareWord(const QString &keys);
// Several values want names: CAP takes the whole for the name of an entity.
bool isNoKey(const QString &keys);

} // namespace tokentrail::cap
