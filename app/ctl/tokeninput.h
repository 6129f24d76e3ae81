// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/base/result.h"

namespace tokentrail::ctl {

// A TOKEN or COMPACT argument: a file's name, "-" or nothing for stdin, or the token itself, with
// a warning. Whatever is no file is the token, so that a malformed one is called malformed; words
// that look like a path stay names, so that a missing file is not called an invalid token.
Result<QByteArray> readTokenArgument(Invocation &invocation, const QString &word);

} // namespace tokentrail::ctl
