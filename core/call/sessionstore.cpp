// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/call/sessionstore.h"

namespace tokentrail::call {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString textOf(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

const QString prefix = u"session/"_s;

QString keyOf(const QString &name)
{
    return prefix + name;
}

Error noSession(const QString &name)
{
    return Error{ErrorCode::NotFound,
                 u"There is no session \"%1\"; log in with that name first."_s.arg(name)};
}

Json pastOf(const Session &session)
{
    auto list = Json::array();
    for (const auto &token : session.past)
        list.append(Json::object({{u"accessToken"_s, textOf(token.accessToken)},
                                  {u"expiresAt"_s, token.expiresAt},
                                  {u"endedAt"_s, token.endedAt}}));
    return list;
}

// What was the token of before, in front of what was past already.
QList<PastToken> pastAfter(const Session &before, qint64 nowSeconds)
{
    auto past = before.past;
    if (!before.accessToken.isEmpty())
        past.prepend({before.accessToken, before.expiresAt, nowSeconds});
    if (past.size() > pastTokensKept)
        past.resize(pastTokensKept);
    return past;
}

} // namespace

Secret toSecret(const Session &session)
{
    return Secret(Json::object({{u"id"_s, session.id},
                                {u"title"_s, session.title},
                                {u"grant"_s, nameOf(session.grant)},
                                {u"userName"_s, session.userName},
                                {u"origin"_s, session.origin},
                                {u"password"_s, textOf(session.password)},
                                {u"accessToken"_s, textOf(session.accessToken)},
                                {u"refreshToken"_s, textOf(session.refreshToken)},
                                {u"expiresAt"_s, session.expiresAt},
                                {u"keyName"_s, session.keyName},
                                {u"tokenUrl"_s, session.tokenUrl.toString()},
                                {u"past"_s, pastOf(session)}})
                      .toCompact());
}

Result<Session> sessionFromSecret(const Secret &secret)
{
    const auto json = text::parseJson(secret.reveal());
    const auto grant = json ? grantFromName((*json)[u"grant"].toString()) : std::nullopt;
    if (!grant)
        return Error{ErrorCode::InvalidInput, u"What is stored under this name is no session."_s};
    const auto &value = *json;
    Session session;
    session.id = value[u"id"].toString();
    session.title = value[u"title"].toString();
    session.grant = *grant;
    session.userName = value[u"userName"].toString();
    session.origin = value[u"origin"].toString();
    session.password = Secret(value[u"password"].toString());
    session.accessToken = Secret(value[u"accessToken"].toString());
    session.refreshToken = Secret(value[u"refreshToken"].toString());
    session.expiresAt = value[u"expiresAt"].toInteger();
    session.keyName = value[u"keyName"].toString();
    session.tokenUrl = QUrl(value[u"tokenUrl"].toString());
    for (const auto &token : value[u"past"].elements())
        session.past.append({Secret(token[u"accessToken"].toString()),
                             token[u"expiresAt"].toInteger(),
                             token[u"endedAt"].toInteger()});
    return session;
}

Result<void> saveSession(vault::SecretStore &store,
                         const QString &name,
                         const Session &session,
                         qint64 nowSeconds)
{
    return store.update(keyOf(name), [&](const std::optional<Secret> &stored) {
        auto kept = session;
        const auto before = stored ? sessionFromSecret(*stored) : Result<Session>(Session());
        if (before && before->accessToken.equals(session.accessToken))
            kept.past = before->past;
        else if (before)
            kept.past = pastAfter(*before, nowSeconds);
        return std::optional(toSecret(kept));
    });
}

Result<Session> loadSession(const vault::SecretStore &store, const QString &name)
{
    const auto secret = store.read(keyOf(name));
    if (!secret)
        return secret.error();
    if (!*secret)
        return noSession(name);
    return sessionFromSecret(**secret);
}

Result<QMap<QString, Session>> loadSessions(const vault::SecretStore &store)
{
    const auto all = store.readAll(prefix);
    if (!all)
        return all.error();
    QMap<QString, Session> sessions;
    for (auto it = all->cbegin(); it != all->cend(); ++it) {
        if (const auto session = sessionFromSecret(it.value()))
            sessions.insert(it.key().mid(prefix.size()), *session);
    }
    return sessions;
}

Result<void> endSession(vault::SecretStore &store, const QString &name, qint64 nowSeconds)
{
    std::optional<Error> error;
    const auto done = store.update(keyOf(name), [&](const std::optional<Secret> &stored) {
        auto session = stored ? sessionFromSecret(*stored) : noSession(name);
        if (!session) {
            error = session.error();
            return stored;
        }
        session->past = pastAfter(*session, nowSeconds);
        session->accessToken = {};
        session->refreshToken = {};
        session->password = {};
        session->expiresAt = 0;
        return std::optional(toSecret(*session));
    });
    if (!done)
        return done;
    return error ? Result<void>(*error) : done;
}

Result<void> forgetSession(vault::SecretStore &store, const QString &name)
{
    bool known = false;
    const auto done = store.update(keyOf(name), [&](const std::optional<Secret> &stored) {
        known = stored.has_value();
        return std::optional<Secret>();
    });
    return !done || known ? done : Result<void>(noSession(name));
}

} // namespace tokentrail::call
