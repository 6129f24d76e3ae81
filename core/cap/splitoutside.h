// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace tokentrail::cap {

// Splits a part of an OData URL where the separator stands outside of quotes and parentheses.
QStringList splitOutside(const QString &text, QChar separator);

} // namespace tokentrail::cap
