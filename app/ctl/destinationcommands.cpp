// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/destinationcommands.h"

#include "app/ctl/callinput.h"
#include "app/ctl/destinationjob.h"
#include "app/ctl/input.h"
#include "core/destination/propertiesfile.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

const Option token{u"--token-file"_s, u"FILE"_s, u"token of the user whom the call is made for"_s};

QList<Option> serviceOptions()
{
    return QList<Option>{{u"--key"_s, u"FILE"_s, u"key of the Destination service"_s},
                         {u"--level"_s, u"LEVEL"_s, u"subaccount (default) or instance"_s}}
    + trustOptions();
}

std::function<void(Invocation &)> running(void (DestinationJob::*what)(), int words)
{
    return [what, words](Invocation &invocation) {
        if (invocation.positionals().size() != words)
            return invocation.failUsage(words == 0 ? u"no argument is wanted"_s
                                                   : u"one argument is wanted"_s);
        (new DestinationJob(invocation)->*what)();
    };
}

void lintFile(Invocation &invocation)
{
    if (invocation.has(u"--name"_s))
        return (new DestinationJob(invocation))->lintOne();
    const auto name = invocation.positional(0);
    const auto source = readInput(name);
    if (!source)
        return invocation.fail(source.error());
    const auto destinations = destination::readDestinations(*source, name);
    if (!destinations)
        return invocation.fail(destinations.error());
    answerLint(invocation, *destinations);
}

QList<Command> readingCommands()
{
    return {{u"destination list"_s,
             {},
             u"The destinations of a Destination service"_s,
             serviceOptions(),
             running(&DestinationJob::list, 0)},
            {u"destination show"_s,
             u"NAME"_s,
             u"One destination with the service's own property names, and which token it needs"_s,
             serviceOptions(),
             running(&DestinationJob::show, 1)},
            {u"destination find"_s,
             u"NAME"_s,
             u"As an application finds it: on all levels, with the tokens for the target"_s,
             serviceOptions() << token,
             running(&DestinationJob::find, 1)},
            {u"destination export"_s,
             u"NAME"_s,
             u"Writes a destination as a file that can be imported; secrets with --reveal alone"_s,
             serviceOptions() << Option{u"--format"_s,
                                        u"FORMAT"_s,
                                        u"json (default) or properties, as the cockpit exports"_s},
             running(&DestinationJob::exportFile, 1)}};
}

QList<Command> changingCommands()
{
    return {{u"destination put"_s,
             u"FILE"_s,
             u"Creates or changes the destination that the file holds (JSON or properties)"_s,
             serviceOptions(),
             running(&DestinationJob::put, 1)},
            {u"destination import"_s,
             u"FILE"_s,
             u"The same for every destination of a file"_s,
             serviceOptions(),
             running(&DestinationJob::put, 1)},
            {u"destination remove"_s,
             u"NAME"_s,
             u"Removes a destination"_s,
             serviceOptions(),
             running(&DestinationJob::remove, 1)}};
}

QList<Command> judgingCommands()
{
    return {{u"destination lint"_s,
             u"[FILE]"_s,
             u"What the properties alone let one foresee; of a file, or of a service with --name"_s,
             serviceOptions() << Option{u"--name"_s, u"NAME"_s, u"the one of that name there"_s}
                              << Option{u"--bound"_s,
                                        u"INSTANCE"_s,
                                        u"name of a bound service instance (may be repeated)"_s},
             lintFile},
            {u"destination check"_s,
             u"NAME"_s,
             u"Calls through a destination, and says what each step proves"_s,
             serviceOptions()
                 << token
                 << Option{u"--connectivity-key"_s,
                           u"FILE"_s,
                           u"key of the connectivity service (else the one beside the key)"_s}
                 << Option{u"--path"_s, u"PATH"_s, u"what to ask the target for"_s},
             running(&DestinationJob::check, 1)}};
}

} // namespace

QList<Command> destinationCommands()
{
    return readingCommands() + changingCommands() + judgingCommands();
}

} // namespace tokentrail::ctl
