// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace tokentrail::ctl {

// Written from the command table, so that none of them can lag behind it.
QByteArray manualPage(const QList<Command> &table); // man(7) source of tokentrailctl(1)
QByteArray bashCompletion(const QList<Command> &table);
QByteArray zshCompletion(const QList<Command> &table);
QByteArray fishCompletion(const QList<Command> &table);

QList<Command> documentationCommands(); // completion, manual

} // namespace tokentrail::ctl
