// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/callcommands.h"
#include "app/ctl/capaccesscommands.h"
#include "app/ctl/capapprouter.h"
#include "app/ctl/capbind.h"
#include "app/ctl/capenvcommands.h"
#include "app/ctl/caplintcommands.h"
#include "app/ctl/command.h"
#include "app/ctl/destinationcommands.h"
#include "app/ctl/diagnosecommands.h"
#include "app/ctl/documentation.h"
#include "app/ctl/jsoncommands.h"
#include "app/ctl/jwscommands.h"
#include "app/ctl/keycommands.h"
#include "app/ctl/logincommands.h"
#include "app/ctl/rolescommands.h"
#include "app/ctl/sandboxcommands.h"
#include "app/ctl/scenariocommands.h"
#include "app/ctl/sessioncommands.h"
#include "app/ctl/tokencommands.h"
#include "app/ctl/trailcommands.h"
#include "app/ctl/xssecuritycommands.h"

namespace tokentrail::ctl {

QList<Command> commandTable()
{
    QList<Command> table;
    table += jsonCommands();
    table += capEnvCommands();
    table += capAccessCommands();
    table += capBindCommands();
    table += capApprouterCommands();
    table += capLintCommands();
    table += xsSecurityCommands();
    table += jwsCommands();
    table += tokenCommands();
    table += keyCommands();
    table += loginCommands();
    table += sessionCommands();
    table += callCommands();
    table += rolesCommands();
    table += destinationCommands();
    table += sandboxCommands();
    table += sandboxTrailCommands();
    table += scenarioCommands();
    table += diagnoseCommands();
    table += trailCommands();
    table += documentationCommands();
    return table;
}

} // namespace tokentrail::ctl
