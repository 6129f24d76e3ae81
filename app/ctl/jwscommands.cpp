// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/jwscommands.h"

#include "app/ctl/keyset.h"
#include "app/ctl/tokeninput.h"
#include "core/jose/jws.h"

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

void verifyJws(Invocation &invocation)
{
    if (!invocation.has(u"--jwk"_s))
        return invocation.failUsage(u"jws verify needs --jwk FILE"_s);
    const auto keys = readKeySet(invocation.value(u"--jwk"_s));
    if (!keys)
        return invocation.fail(keys.error());
    const auto compact = readTokenArgument(invocation, invocation.positional(0));
    if (!compact)
        return invocation.fail(compact.error());

    const auto verified = jose::verifyCompact(*compact, *keys);
    auto answer = text::Json::object({{u"valid"_s, verified.has_value()}});
    if (verified) {
        answer.set(u"algorithm"_s, verified->header[u"alg"]);
        if (verified->header.contains(u"kid"))
            answer.set(u"keyId"_s, verified->header[u"kid"]);
        answer.set(u"payloadBytes"_s, verified->payload.size());
    } else {
        answer.set(u"error"_s, verified.error().sentence);
    }
    const QString text = verified
        ? u"The signature is valid (%1)."_s.arg(verified->header[u"alg"].toString())
        : u"Not valid: %1"_s.arg(verified.error().sentence);
    invocation.answer(answer, text);
    invocation.finish(verified ? Ok : DoesNotHold);
}

} // namespace

QList<Command> jwsCommands()
{
    return {{u"jws verify"_s,
             u"[COMPACT]"_s,
             u"Verify a compact JWS against a JSON Web Key or a set of them"_s,
             {{u"--jwk"_s, u"FILE"_s, u"the key (JWK), the key set, or PEM"_s}},
             verifyJws}};
}

} // namespace tokentrail::ctl
