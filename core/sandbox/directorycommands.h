// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sandbox/commands.h"

#include <QHash>

namespace tokentrail::sandbox {

using Command = Result<text::Json> (*)(CommandContext &, const text::Json &arguments);

// Verbs about what the registry holds: "user.put", "fault.list". They work where nothing runs, too.
const QHash<QString, Command> &directoryCommands();

// Verbs about kinds that are listed, put and removed as they are: "fragment.put". Nothing where the
// verb is about no such kind.
std::optional<Result<text::Json>>
plainCommand(Registry &registry, const QString &verb, const text::Json &arguments);

bool isDirectoryVerb(const QString &verb); // one of either

} // namespace tokentrail::sandbox
