// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/logincommands.h"

#include "app/ctl/loginjob.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

QList<Command> loginCommands()
{
    QList<Option> options{
        {u"--key"_s, u"FILE"_s, u"service key or binding to log in with, or vault:NAME"_s},
        {u"--grant"_s,
         u"GRANT"_s,
         u"password, client_credentials, authorization_code, jwt-bearer, saml2-bearer, refresh_token or passcode"_s},
        {u"--session"_s, u"NAME"_s, u"keep the tokens in the vault under this name"_s},
        {u"--user"_s, u"USER"_s, u"who logs in (password)"_s},
        {u"--password-file"_s,
         u"FILE"_s,
         u"the password or the passcode; - for stdin (else TOKENTRAIL_PASSWORD)"_s},
        {u"--assertion-file"_s, u"FILE"_s, u"the JWT or SAML assertion to exchange"_s},
        {u"--refresh-token-file"_s, u"FILE"_s, u"the refresh token (else the session's)"_s},
        {u"--origin"_s, u"ORIGIN"_s, u"key of the identity provider"_s},
        {u"--scope"_s, u"SCOPES"_s, u"ask for these alone, with blanks in between"_s},
        {u"--print-token"_s, {}, u"print the access token and nothing else"_s},
        {u"--browser"_s,
         u"WHERE"_s,
         u"system, or embedded: a window of Tokentrail, if it was built with Qt WebEngine (system)"_s},
        {u"--no-browser"_s, {}, u"print the login's URL, open no browser"_s},
        {u"--port"_s, u"PORT"_s, u"of the callback on localhost (any free)"_s},
        {u"--timeout"_s, u"SECONDS"_s, u"how long to wait for the browser (300)"_s},
    };
    return {{u"login"_s,
             {},
             u"Get a token by any grant, and keep it as a session if you like"_s,
             options + trustOptions(),
             [](Invocation &invocation) {
                 (new LoginJob(invocation))->start();
             }}};
}

} // namespace tokentrail::ctl
