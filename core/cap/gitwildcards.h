// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace tokentrail::cap {

// What git's wildmatch does: "*" and "?" stay within one name of a path and "**" between slashes
// crosses names; in a single name (isPath false) the two are the same. "[a-z]", "[!a]" and
// "[[:digit:]]" stand for one byte, a backslash takes the next byte as it is.
bool gitWildcardsMatch(QByteArrayView pattern, QByteArrayView text, bool isPath);

} // namespace tokentrail::cap
