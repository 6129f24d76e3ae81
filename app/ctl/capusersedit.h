// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/text/editfile.h"

namespace tokentrail::ctl {

// What every edit of mock users needs.

// --file, else the file that has the user; an empty login: that configures authentication.
QString mockUserFile(const Invocation &invocation,
                     const QString &projectDir,
                     const QString &login,
                     const QStringList &profiles);
// The profiles decide which entry counts; a broken file is told when it is the one to change.
QStringList profilesOf(Invocation &invocation, const QString &projectDir);
// Shows what changes and, unless it is only a rehearsal, writes it.
void showAndWrite(Invocation &invocation,
                  const text::FileSnapshot &before,
                  const QByteArray &after);

} // namespace tokentrail::ctl
