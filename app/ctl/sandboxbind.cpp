// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sandboxbind.h"

#include "app/ctl/bindjob.h"
#include "app/ctl/sandboxcommands.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

void bind(Invocation &invocation)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(u"sandbox bind needs one DIR"_s);
    const auto place = bindingPlaceFrom(invocation.value(u"--format"_s, u"default-env"_s));
    if (!place)
        return invocation.failUsage(u"--format is default-env or cdsrc-private"_s);
    bindToSandbox(
        invocation,
        {invocation.positional(0), *place, true, invocation.has(u"--add-to-gitignore"_s), false});
}

} // namespace

Command sandboxBindCommand()
{
    return {u"sandbox bind"_s,
            u"DIR"_s,
            u"Write the bindings into a CAP project and say how to start it"_s,
            {stateOption(),
             {u"--format"_s, u"FORMAT"_s, u"default-env or cdsrc-private"_s},
             {u"--service"_s, u"NAME"_s, u"an application or a service instance"_s},
             {u"--add-to-gitignore"_s, {}, u"add the file's name to .gitignore where it is not"_s}},
            bind};
}

} // namespace tokentrail::ctl
