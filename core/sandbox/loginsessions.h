// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace tokentrail::sandbox {

// A browser at the login page, and later with somebody logged in.
struct LoginSession
{
    QString csrfToken;
    QByteArray continueTo; // target of the authorization request that waits, path and query
    QString userId; // empty: nobody yet
    bool denied = false; // the waiting request is to be told so
    qint64 authTimeSeconds = 0;
    qint64 expiresMs = 0;
};

struct AuthorizationCode
{
    QString clientId;
    QString redirectUri; // as in the authorization request
    QString userId;
    QString zoneId;
    QStringList scopes;
    QString challenge; // PKCE; empty: none
    QString challengeMethod; // S256, plain
    QString nonce;
    qint64 authTimeSeconds = 0;
    qint64 expiresMs = 0;
};

// Stands for a person who is logged in, once.
struct Passcode
{
    QString userId;
    qint64 expiresMs = 0;
};

// What the XSUAA remembers between two requests of a browser: in memory alone, at most 1000
// sessions and codes each.
class LoginSessions
{
public:
    static constexpr qint64 sessionLifeMs = 30LL * 60 * 1000;
    static constexpr qint64 codeLifeMs = 60LL * 1000;
    static constexpr qint64 passcodeLifeMs = 5LL * 60 * 1000;

    explicit LoginSessions(const Clock &clock)
        : m_clock(clock)
    { }

    QString create(); // id of a new session
    LoginSession *find(const QString &id); // null when there is none, or none any more
    QString renamed(const QString &id); // a new id after the login, against fixation
    void remove(const QString &id) { m_sessions.remove(id); }

    QString addCode(AuthorizationCode code);
    const AuthorizationCode *code(const QString &code); // stays until it is taken
    void takeCode(const QString &code) { m_codes.remove(code); }

    QString addPasscode(const QString &userId);
    QString takePasscode(const QString &passcode); // id of the user; empty: none any more

    // With refreshTokenUnique the newest refresh token of a user at a client is the only one.
    void noteRefreshToken(const QString &owner, const QString &id) { m_newest.insert(owner, id); }
    bool isNewestRefreshToken(const QString &owner, const QString &id) const
    {
        return m_newest.value(owner, id) == id;
    }

private:
    template<typename T>
    void prune(QHash<QString, T> &entries) const;

    const Clock &m_clock;
    QHash<QString, LoginSession> m_sessions;
    QHash<QString, AuthorizationCode> m_codes;
    QHash<QString, Passcode> m_passcodes;
    QHash<QString, QString> m_newest; // refresh token by owner
};

} // namespace tokentrail::sandbox
