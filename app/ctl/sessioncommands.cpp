// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sessioncommands.h"

#include "app/ctl/logoutjob.h"
#include "app/ctl/renewjob.h"
#include "app/ctl/tokentext.h"
#include "core/base/clock.h"
#include "core/call/renewal.h"
#include "core/call/sessionstore.h"
#include "core/jose/jwt.h"

#include <QDateTime>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

qint64 now()
{
    return Clock::system().nowSeconds();
}

QString stateOf(const call::Session &session)
{
    if (session.accessToken.isEmpty())
        return u"logged-out"_s;
    if (session.expiresAt > 0 && session.expiresAt <= now())
        return u"expired"_s;
    return u"active"_s;
}

Json tokenToJson(const Secret &token, qint64 expiresAt, bool reveal)
{
    auto json = Json::object(
        {{u"fingerprint"_s, fingerprint(token.reveal())}, {u"expiresAt"_s, expiresAt}});
    if (reveal)
        json.set(u"accessToken"_s, QString::fromUtf8(token.reveal()));
    return json;
}

Json toJson(const QString &name, const call::Session &session, bool reveal)
{
    auto json = Json::object({{u"name"_s, name},
                              {u"title"_s, session.title},
                              {u"grant"_s, call::nameOf(session.grant)},
                              {u"state"_s, stateOf(session)},
                              {u"expiresAt"_s, session.expiresAt},
                              {u"renewable"_s, call::canRenew(session)},
                              {u"keyName"_s, session.keyName},
                              {u"tokenUrl"_s, session.tokenUrl.toString()}});
    if (!session.accessToken.isEmpty())
        json.set(u"token"_s, tokenToJson(session.accessToken, session.expiresAt, reveal));
    auto past = Json::array();
    for (const auto &token : session.past) {
        auto one = tokenToJson(token.accessToken, token.expiresAt, reveal);
        one.set(u"endedAt"_s, token.endedAt);
        past.append(one);
    }
    json.set(u"past"_s, past);
    return json;
}

QString inWords(const QString &name, const call::Session &session)
{
    const auto state = stateOf(session);
    auto life = state;
    if (state == "active"_L1)
        life = session.expiresAt == 0 ? u"end unknown"_s
                                      : u"%1 min left"_s.arg((session.expiresAt - now()) / 60);
    return u"%1  %2  %3  %4  %5"_s.arg(
        name, session.title, call::nameOf(session.grant), life, session.tokenUrl.host());
}

void list(Invocation &invocation)
{
    withVault(invocation, [&invocation](const Vault &vault) {
        const auto sessions = call::loadSessions(*vault);
        if (!sessions)
            return invocation.fail(sessions.error());
        auto json = Json::array();
        QStringList lines;
        for (auto it = sessions->cbegin(); it != sessions->cend(); ++it) {
            json.append(toJson(it.key(), *it, invocation.reveals()));
            lines << inWords(it.key(), *it);
        }
        invocation.answer(json,
                          lines.isEmpty() ? u"no sessions; `login --session NAME` keeps one"_s
                                          : lines.join(u'\n'));
        invocation.finish(Ok);
    });
}

using Use = std::function<void(const Vault &vault, const QString &name)>;
void withSession(Invocation &invocation, const Use &use)
{
    if (invocation.positionals().size() != 1)
        return invocation.failUsage(
            u"the NAME of one session is wanted; `session list` shows them"_s);
    withVault(invocation,
              [name = invocation.positional(0), use](const Vault &vault) { use(vault, name); });
}

void answerWith(Invocation &invocation, const QString &name, const call::Session &session)
{
    auto json = toJson(name, session, invocation.reveals());
    auto words = inWords(name, session);
    if (!session.accessToken.isEmpty()) {
        const auto token = jose::decodeToken(session.accessToken.reveal());
        const auto user = xsuaa::capUserOf(token.claims);
        json.set(u"decoded"_s, decodedToJson(token, user, invocation.reveals()));
        words += u'\n' + decodedToText(token, user, now(), invocation.reveals());
    }
    for (const auto &past : session.past)
        words += u"\npast token %1, given up %2"_s.arg(
            fingerprint(past.accessToken.reveal()),
            QDateTime::fromSecsSinceEpoch(past.endedAt, Qt::UTC).toString(Qt::ISODate));
    invocation.answer(json, words);
    invocation.finish(Ok);
}

void show(Invocation &invocation)
{
    withSession(invocation, [&invocation](const Vault &vault, const QString &name) {
        const auto session = call::loadSession(*vault, name);
        if (!session)
            return invocation.fail(session.error());
        if (invocation.has(u"--print-token"_s)) {
            invocation.printRaw(session->accessToken.reveal() + '\n');
            return invocation.finish(session->accessToken.isEmpty() ? DoesNotHold : Ok);
        }
        answerWith(invocation, name, *session);
    });
}

void refresh(Invocation &invocation)
{
    withSession(invocation, [&invocation](const Vault &vault, const QString &name) {
        auto *job = new RenewJob(invocation, vault, name, &invocation);
        QObject::connect(
            job, &RenewJob::finished, &invocation, [&invocation, name](RenewJob *done) {
                if (!done->result())
                    return invocation.fail(done->result().error());
                answerWith(invocation, name, *done->result());
            });
        job->start();
    });
}

void logOut(Invocation &invocation)
{
    withSession(invocation, [&invocation](const Vault &vault, const QString &name) {
        auto *job = new LogoutJob(invocation, vault, name, &invocation);
        job->start();
    });
}

void forget(Invocation &invocation)
{
    withSession(invocation, [&invocation](const Vault &vault, const QString &name) {
        if (const auto forgotten = call::forgetSession(*vault, name); !forgotten)
            return invocation.fail(forgotten.error());
        invocation.answer(Json::object({{u"forgotten"_s, name}}), u"forgot %1"_s.arg(name));
        invocation.finish(Ok);
    });
}

} // namespace

QList<Command> sessionCommands()
{
    const Option key{
        u"--key"_s, u"FILE"_s, u"key to ask with (else the one of the vault that it came from)"_s};
    const Option printed{u"--print-token"_s, {}, u"print the access token and nothing else"_s};
    return {{u"session list"_s,
             {},
             u"List the sessions in the vault, and how long they last"_s,
             {},
             list},
            {u"session show"_s,
             u"NAME"_s,
             u"Show a session with its token, and the tokens that it had before"_s,
             {printed},
             show},
            {u"session refresh"_s,
             u"NAME"_s,
             u"Get the next token of a session"_s,
             QList<Option>{key} + trustOptions(),
             refresh},
            {u"session logout"_s,
             u"NAME"_s,
             u"Give up the tokens of a session, and have its refresh token revoked"_s,
             QList<Option>{key, {u"--no-revoke"_s, {}, u"ask the token service nothing"_s}}
                 + trustOptions(),
             logOut},
            {u"session forget"_s, u"NAME"_s, u"Drop a session with all its tokens"_s, {}, forget}};
}

} // namespace tokentrail::ctl
