// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

QList<Finding> basicToTokenService(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || call->notes[u"scheme"].toString() != "basic"_L1
        || call->response.headers.contains("www-authenticate"))
        return {};
    return Verdict(
               0.9, say(u"basic-credentials-to-token-service.sent", {{u"who", facts.who()}}), call)
        .because(say(u"basic-credentials-to-token-service.request"), call)
        .because(say(u"basic-credentials-to-token-service.no-realm"), call)
        .fix(say(u"basic-credentials-to-token-service.fix"));
}

QList<Finding> bearerToBasicService(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || !facts.bearer
        || !call->response.headers.value("www-authenticate").startsWith("Basic"))
        return {};
    return Verdict(0.95, say(u"bearer-token-to-basic-service.sent"), call)
        .because(say(u"bearer-token-to-basic-service.asks",
                     {{u"challenge",
                       QString::fromUtf8(call->response.headers.value("www-authenticate"))}}),
                 call)
        .fix(say(u"bearer-token-to-basic-service.fix"), u"cds env get requires.auth"_s);
}

QList<Finding> basicCredentialsRefused(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || call->notes[u"scheme"].toString() != "basic"_L1
        || !call->response.headers.value("www-authenticate").startsWith("Basic"))
        return {};
    return Verdict(0.9, say(u"basic-credentials-refused.wrong", {{u"who", facts.who()}}), call)
        .because(say(u"basic-credentials-refused.takes"), call);
}

QList<Finding> secondWordMissing(const Facts &facts)
{
    const auto *call = facts.call;
    if (!call || facts.status != 401 || !call->notes.contains(u"credentials"))
        return {};
    const bool raw = call->notes[u"credentials"].toString() == "without-scheme"_L1;
    return Verdict(0.95,
                   raw ? say(u"bearer-word-or-token-missing.no-word")
                       : say(u"bearer-word-or-token-missing.no-token"),
                   call)
        .because(say(u"bearer-word-or-token-missing.second-word"), call);
}

} // namespace tokentrail::diagnosis::rules
