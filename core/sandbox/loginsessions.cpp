// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/loginsessions.h"

#include "core/sandbox/randomtext.h"

namespace tokentrail::sandbox {

namespace {
constexpr qsizetype maxEntries = 1000;
}

template<typename T>
void LoginSessions::prune(QHash<QString, T> &entries) const
{
    entries.removeIf(
        [this](const auto &entry) { return entry.value().expiresMs <= m_clock.nowMs(); });
    while (entries.size() >= maxEntries)
        entries.erase(entries.begin());
}

QString LoginSessions::create()
{
    prune(m_sessions);
    LoginSession session;
    session.csrfToken = randomText(24);
    session.expiresMs = m_clock.nowMs() + sessionLifeMs;
    const auto id = randomText(24);
    m_sessions.insert(id, session);
    return id;
}

LoginSession *LoginSessions::find(const QString &id)
{
    const auto found = m_sessions.find(id);
    if (found == m_sessions.end() || found->expiresMs <= m_clock.nowMs())
        return nullptr;
    return &*found;
}

QString LoginSessions::renamed(const QString &id)
{
    const auto fresh = randomText(24);
    m_sessions.insert(fresh, m_sessions.take(id));
    return fresh;
}

QString LoginSessions::addCode(AuthorizationCode code)
{
    prune(m_codes);
    code.expiresMs = m_clock.nowMs() + codeLifeMs;
    const auto text = randomText(24);
    m_codes.insert(text, code);
    return text;
}

const AuthorizationCode *LoginSessions::code(const QString &code)
{
    const auto found = m_codes.constFind(code);
    if (found == m_codes.constEnd() || found->expiresMs <= m_clock.nowMs())
        return nullptr;
    return &*found;
}

QString LoginSessions::addPasscode(const QString &userId)
{
    prune(m_passcodes);
    const auto passcode = randomText(24);
    m_passcodes.insert(passcode, {userId, m_clock.nowMs() + passcodeLifeMs});
    return passcode;
}

QString LoginSessions::takePasscode(const QString &passcode)
{
    prune(m_passcodes);
    return m_passcodes.take(passcode).userId;
}

} // namespace tokentrail::sandbox
