// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/jwscommands.h"

#include "app/ctl/input.h"
#include "app/ctl/keyset.h"
#include "core/jose/jws.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

// Whatever is no file is the token itself, so that a malformed one is called malformed. Words that
// look like a path stay names: a file that is missing must not become an invalid token.
bool isLiteral(const QString &word)
{
    constexpr std::array suffixes = {".jws"_L1, ".jwt"_L1, ".txt"_L1, ".json"_L1, ".token"_L1};
    return !word.isEmpty() && word != "-"_L1 && !word.startsWith(u'/') && !word.startsWith("./"_L1)
        && !word.startsWith("../"_L1)
        && std::none_of(suffixes.begin(),
                        suffixes.end(),
                        [&word](auto suffix) { return word.endsWith(suffix); })
        && !QFileInfo::exists(word);
}

Result<QByteArray> readCompact(Invocation &invocation, const QString &word)
{
    if (isLiteral(word)) {
        invocation.note(
            u"the JWS was given as an argument, where other processes can see it; a file or stdin is safer"_s);
        return word.toUtf8();
    }
    return readSecretFile(word); // a line break at the end of a file is no part of the JWS
}

void verifyJws(Invocation &invocation)
{
    if (!invocation.has(u"--jwk"_s))
        return invocation.failUsage(u"jws verify needs --jwk FILE"_s);
    const auto keys = readKeySet(invocation.value(u"--jwk"_s));
    if (!keys)
        return invocation.fail(keys.error());
    const auto compact = readCompact(invocation, invocation.positional(0));
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
