// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tokentrail::test {

// The redactor's patterns one after the other over the whole text, none left out: what the quick
// way through the triggers has to agree with.
QString redactedByEveryPass(const QString &text);

} // namespace tokentrail::test
