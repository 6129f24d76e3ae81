// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/base/result.h"

#include <QByteArray>

namespace tokentrail::ctl {

// "-" or empty: stdin; otherwise the file of that name.
Result<QByteArray> readInput(const QString &name);

// As readInput, but a word that is no file's name and looks like a token is taken itself, with a
// warning: arguments are seen by every process of the machine.
Result<QByteArray> readTokenInput(Invocation &invocation, const QString &name);

// A file of a secret: without the line break at its end.
Result<QByteArray> readSecretFile(const QString &name);

} // namespace tokentrail::ctl
