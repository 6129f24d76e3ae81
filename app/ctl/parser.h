// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/base/result.h"

namespace tokentrail::ctl {

struct Parsed
{
    Command command; // empty name: help or version was asked for
    QStringList positionals;
    QHash<QString, QStringList> options;
};

// Options may stand before or after the command, "--" ends them.
Result<Parsed> parseArguments(const QStringList &words, const QList<Command> &table);

QString overview(const QList<Command> &table); // --help
QString helpOf(const Command &command); // COMMAND --help

} // namespace tokentrail::ctl
