// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/capenvcommands.h"
#include "app/ctl/command.h"
#include "app/ctl/documentation.h"
#include "app/ctl/jsoncommands.h"
#include "app/ctl/jwscommands.h"

namespace tokentrail::ctl {

QList<Command> commandTable()
{
    QList<Command> table;
    table += jsonCommands();
    table += capEnvCommands();
    table += jwsCommands();
    table += documentationCommands();
    return table;
}

} // namespace tokentrail::ctl
