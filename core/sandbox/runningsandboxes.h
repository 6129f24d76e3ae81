// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

namespace tokentrail::sandbox {

// $XDG_RUNTIME_DIR/tokentrail, mode 0700; a folder of this user under /tmp where it is not set.
Result<QString> runtimeFolder();
QString shortNameOf(const QString &stateDir); // the same for the same folder

void enterRunning(const QString &stateDir);
void leaveRunning(const QString &stateDir);

} // namespace tokentrail::sandbox
