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

QString keyOf(const QString &name)
{
    return u"session/"_s + name;
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
                                {u"keyName"_s, session.keyName}})
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
    return session;
}

Result<void> saveSession(vault::SecretStore &store, const QString &name, const Session &session)
{
    return store.write(keyOf(name), toSecret(session));
}

Result<Session> loadSession(const vault::SecretStore &store, const QString &name)
{
    const auto secret = store.read(keyOf(name));
    if (!secret)
        return secret.error();
    if (!*secret)
        return Error{ErrorCode::NotFound,
                     u"There is no session \"%1\"; log in with that name first."_s.arg(name)};
    return sessionFromSecret(**secret);
}

} // namespace tokentrail::call
