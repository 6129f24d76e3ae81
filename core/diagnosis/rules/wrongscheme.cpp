// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> basicToTokenService(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || call->notes[u"scheme"].toString() != "basic"_L1
        || call->response.headers.contains("www-authenticate"))
        return {};
    return Verdict(0.9,
                   u"Name and password of %1 were sent to a service that takes tokens only."_s.arg(
                       facts.who()),
                   call)
        .because(u"The request has Basic credentials."_s, call)
        .because(u"The 401 does not ask for Basic: CAP's kinds jwt and xsuaa answer so, mocked and "
                 "basic name a realm."_s,
                 call)
        .fix(u"Get a token with the grant type password and send that, or run the service with "
             "kind mocked."_s);
}

QList<Finding> bearerToBasicService(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || !facts.bearer
        || !call->response.headers.value("www-authenticate").startsWith("Basic"))
        return {};
    return Verdict(
               0.95, u"A token was sent to a service that takes names and passwords only."_s, call)
        .because(u"The request has a Bearer token, the answer asks for Basic: %1."_s.arg(
                     QString::fromUtf8(call->response.headers.value("www-authenticate"))),
                 call)
        .fix(u"The service runs with kind mocked or basic. Configure kind xsuaa or jwt and bind an "
             "XSUAA instance, or log on as a mock user."_s,
             u"cds env get requires.auth"_s);
}

QList<Finding> basicCredentialsRefused(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || call->notes[u"scheme"].toString() != "basic"_L1
        || !call->response.headers.value("www-authenticate").startsWith("Basic"))
        return {};
    return Verdict(0.9, u"Name or password of %1 is wrong."_s.arg(facts.who()), call)
        .because(u"The service takes Basic credentials and refused these."_s, call)
        .fix(u"Compare with cds.requires.auth.users; a password with a colon or of digits alone "
             "can never match."_s,
             u"cds env get requires.auth.users"_s);
}

QList<Finding> secondWordMissing(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || !call->notes.contains(u"credentials"))
        return {};
    const bool raw = call->notes[u"credentials"].toString() == "without-scheme"_L1;
    return Verdict(0.95,
                   raw ? u"The token was sent without the word Bearer in front of it."_s
                       : u"The Authorization header names a scheme, but no token follows."_s,
                   call)
        .because(u"CAP takes the second word of the header, and there is none."_s, call)
        .fix(u"Send \"Authorization: Bearer <token>\" with exactly one blank."_s);
}

} // namespace tokentrail::diagnosis::rules
