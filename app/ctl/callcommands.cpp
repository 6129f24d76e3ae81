// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/callcommands.h"

#include "app/ctl/calljob.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

QList<Command> callCommands()
{
    const QList<Option> options{
        {u"--session"_s, u"NAME"_s, u"call as this session of the vault"_s},
        {u"--no-refresh"_s, {}, u"send the session's token even when it is at its end"_s},
        {u"--token-file"_s, u"FILE"_s, u"call with this token"_s},
        {u"--basic"_s, u"USER"_s, u"call with this name and a password"_s},
        {u"--password-file"_s,
         u"FILE"_s,
         u"the password; - for stdin (else TOKENTRAIL_PASSWORD)"_s},
        {u"--destination"_s,
         u"NAME"_s,
         u"through this destination; of the URL only the path counts"_s},
        {u"--destination-key"_s, u"FILE"_s, u"key of the Destination service"_s},
        {u"--connectivity-key"_s,
         u"FILE"_s,
         u"key of the connectivity service (else the one beside the destination key)"_s},
        {u"--header"_s, u"LINE"_s, u"a header, \"Name: value\"; may be repeated"_s},
        {u"--data-file"_s, u"FILE"_s, u"the body; - for stdin"_s},
        {u"--key"_s, u"FILE"_s, u"key of the service that is called: more can be diagnosed"_s},
        {u"--timeout"_s, u"SECONDS"_s, u"how long to wait for the answer (60)"_s},
    };
    return {{u"call"_s,
             u"METHOD URL"_s,
             u"Send a request, show its trail of tokens, and say why it was refused"_s,
             options + trustOptions(),
             [](Invocation &invocation) {
                 (new CallJob(invocation))->start();
             }}};
}

} // namespace tokentrail::ctl
