// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/tokencommands.h"

#include "app/ctl/input.h"
#include "app/ctl/sandboxcommands.h"
#include "app/ctl/tokeninput.h"
#include "app/ctl/tokentext.h"
#include "app/ctl/tokenverification.h"
#include "core/base/clock.h"
#include "core/sandbox/control.h"
#include "core/sandbox/tokenforge.h"
#include "core/xsuaa/capuser.h"
#include "core/xsuaa/tokendiff.h"

#include <QFileInfo>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

namespace {

struct DecodeContext
{
    xsuaa::ServiceKey key; // empty without --key
    xsuaa::AuthKind kind = xsuaa::AuthKind::Jwt;
};

Result<DecodeContext> readContext(const Invocation &invocation)
{
    DecodeContext context;
    const auto kind = invocation.value(u"--auth"_s, u"jwt"_s);
    if (kind != "jwt"_L1 && kind != "xsuaa"_L1)
        return Error{ErrorCode::Usage, u"--auth is jwt or xsuaa"_s};
    context.kind = kind == "xsuaa"_L1 ? xsuaa::AuthKind::Xsuaa : xsuaa::AuthKind::Jwt;
    if (!invocation.has(u"--key"_s))
        return context;
    auto key = readCheckingKey(invocation.value(u"--key"_s));
    if (!key)
        return key.error();
    context.key = std::move(*key);
    return context;
}

void decode(Invocation &invocation)
{
    const auto context = readContext(invocation);
    if (!context)
        return invocation.fail(context.error());
    const auto source = readTokenArgument(invocation, invocation.positional(0));
    if (!source)
        return invocation.fail(source.error());
    auto token = jose::decodeToken(*source);
    const auto more = xsuaa::claimProblems(token.claims);
    token.problems.insert(token.problems.end(), more.begin(), more.end());
    const auto user = xsuaa::capUserOf(
        token.claims, context->key.xsappname, context->key.client.clientId, context->kind);
    invocation.answer(
        decodedToJson(token, user, invocation.reveals()),
        decodedToText(token, user, Clock::system().nowSeconds(), invocation.reveals()));
    const bool nothingTold = !token.header.isObject() && !token.claims.isObject();
    invocation.finish(nothingTold ? DoesNotHold : Ok);
}

void diff(Invocation &invocation)
{
    if (invocation.positionals().size() != 2)
        return invocation.failUsage(u"token diff needs two tokens"_s);
    std::vector<jose::DecodedToken> tokens;
    for (const auto &word : invocation.positionals()) {
        const auto source = readTokenArgument(invocation, word);
        if (!source)
            return invocation.fail(source.error());
        tokens.push_back(jose::decodeToken(*source));
        if (!tokens.back().isReadable()) {
            const auto &problems = tokens.back().problems;
            invocation.note(u"%1 cannot be compared: %2"_s.arg(
                QFileInfo::exists(word) ? word : u"the token"_s,
                problems.empty() ? u"it has no claims."_s : problems.front().sentence));
            return invocation.finish(DoesNotHold);
        }
    }
    const auto changes = xsuaa::diffTokens(tokens[0], tokens[1]);
    invocation.answer(changesToJson(changes), changesToText(changes));
    invocation.finish(Ok);
}

void listDefects(Invocation &invocation)
{
    auto list = text::Json::array();
    QStringList lines;
    for (const auto &defect : sandbox::knownDefects()) {
        const auto name = QString::fromLatin1(defect.name);
        const auto meaning = QString::fromLatin1(defect.meaning);
        list.append(text::Json::object({{u"name"_s, name}, {u"meaning"_s, meaning}}));
        lines << name.leftJustified(24) + meaning;
    }
    invocation.answer(list, lines.join(u'\n'));
    invocation.finish(Ok);
}

// The token is what the command is for, so it is printed; it is worth nothing but in the sandbox.
void forge(Invocation &invocation)
{
    if (invocation.has(u"--list"_s))
        return listDefects(invocation);
    const auto arguments =
        text::Json::object({{u"defect"_s, invocation.value(u"--defect"_s, u"none"_s)},
                            {u"user"_s, invocation.value(u"--user"_s)},
                            {u"application"_s, invocation.value(u"--application"_s)}});
    const auto state = stateDirOf(invocation);
    const auto made = sandbox::callSandbox(state, u"token.forge"_s, arguments);
    if (!made)
        return invocation.fail(made.error());
    invocation.note((*made)[u"meaning"].toString());
    invocation.answer(*made, (*made)[u"access_token"].toString());
    invocation.finish(Ok);
}

} // namespace

QList<Command> tokenCommands()
{
    const Option key{u"--key"_s, u"FILE"_s, u"service key or binding of the service"_s};
    return {{u"token decode"_s,
             u"[TOKEN]"_s,
             u"Decode a token without verifying it; also broken ones, as far as they go"_s,
             {key, {u"--auth"_s, u"KIND"_s, u"CAP's auth kind, jwt or xsuaa (default jwt)"_s}},
             decode},
            {u"token verify"_s,
             u"[TOKEN]"_s,
             u"Replay the checks of a CAP service, all of them, in the order of xssec"_s,
             {key,
              {u"--jwks"_s, u"FILE|URL"_s, u"key set of the issuer"_s},
              {u"--ca"_s, u"FILE"_s, u"certificate authority to trust besides the system's"_s},
              {u"--at"_s, u"EPOCH"_s, u"as if it were that time, in seconds since 1970"_s}},
             verifyToken},
            {u"token diff"_s, u"A B"_s, u"Tell what changed between two tokens"_s, {}, diff},
            {u"token forge"_s,
             {},
             u"Make a token with a defect, signed by the sandbox, to see what a service says"_s,
             {{u"--state"_s, u"DIR"_s, u"state folder of the running sandbox"_s},
              {u"--defect"_s, u"NAME"_s, u"what is wrong with it (default none)"_s},
              {u"--user"_s, u"NAME"_s, u"whose; otherwise the client's own"_s},
              {u"--application"_s, u"XSAPPNAME"_s, u"otherwise the sandbox's sample"_s},
              {u"--list"_s, {}, u"all defects and what they mean"_s}},
             forge}};
}

} // namespace tokentrail::ctl
