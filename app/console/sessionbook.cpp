// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/console/sessionbook.h"

#include "core/call/renewal.h"
#include "core/jose/jwt.h"
#include "core/xsuaa/capuser.h"
#include "ui/shell/grantwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokentrail::console {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::console::SessionBook)
};

QString detailOf(const SessionBook::Entry &entry, const QString &life)
{
    const auto &session = entry.session;
    switch (session.grant) {
    case call::Grant::None:
        return Words::tr("no credentials");
    case call::Grant::Basic:
        return Words::tr("Basic, as a mock user");
    case call::Grant::ClientCredentials:
    case call::Grant::PastedToken:
        break;
    default:
        if (life.isEmpty())
            return entry.keptAs.isEmpty() ? Words::tr("signs in when sent")
                                          : Words::tr("logged out");
    }
    const auto how = ui::titleOf(session.grant).toLower();
    return life.isEmpty() ? how : Words::tr("%1 · %2").arg(how, life);
}

} // namespace

SessionBook::SessionBook(const Clock &clock)
    : m_clock(clock)
{ }

void SessionBook::addUser(const QString &userName, const QString &origin, const Secret &password)
{
    if (m_entries.contains(userName))
        return;
    call::Session session;
    session.id = userName;
    session.title = userName;
    session.grant = call::Grant::Password;
    session.userName = userName;
    session.origin = origin;
    session.password = password;
    m_entries[userName] = {session, {}, Words::tr("Users of the sandbox")};
    m_order.append(userName);
}

void SessionBook::addApplication()
{
    call::Session session;
    session.id = u"application:"_s;
    session.title = Words::tr("the application");
    session.grant = call::Grant::ClientCredentials;
    m_entries[session.id] = {session, {}, Words::tr("Nobody in person")};
    m_order.append(session.id);
}

void SessionBook::addNobody()
{
    call::Session session;
    session.title = Words::tr("nobody");
    m_entries[session.id] = {session, {}, Words::tr("Nobody in person")};
    m_order.append(session.id);
}

QString SessionBook::addBasic(const QString &userName, const Secret &password, const QString &group)
{
    call::Session session;
    session.id = u"basic:%1:%2"_s.arg(group, userName);
    session.title = userName;
    session.grant = call::Grant::Basic;
    session.userName = userName;
    session.password = password;
    if (!m_entries.contains(session.id))
        m_order.append(session.id);
    m_entries[session.id] = {session, {}, group};
    return session.id;
}

QString SessionBook::addPasted(const Secret &token)
{
    const auto decoded = jose::decodeToken(token.reveal());
    call::Session session;
    session.id = u"pasted:%1"_s.arg(fingerprint(token.reveal()));
    session.grant = call::Grant::PastedToken;
    session.accessToken = Secret(decoded.compact.isEmpty() ? token.reveal() : decoded.compact);
    session.userName = decoded.claims[u"user_name"].toString();
    session.title = session.userName.isEmpty()
        ? decoded.claims[u"cid"].toString(Words::tr("a token"))
        : session.userName;
    session.expiresAt = decoded.claims[u"exp"].toInteger();
    if (!m_entries.contains(session.id))
        m_order.append(session.id);
    m_entries[session.id] = {session, {}, Words::tr("Pasted tokens")};
    return session.id;
}

QString SessionBook::addKept(const QString &name,
                             const call::Session &session,
                             const std::optional<xsuaa::ServiceKey> &key)
{
    const QString id = u"kept:"_s + name;
    auto &entry = m_entries[id];
    if (!m_order.contains(id))
        m_order.append(id);
    if (!entry.session.accessToken.equals(session.accessToken))
        entry.origin.clear(); // it came to be elsewhere
    entry.session = session;
    entry.session.id = id;
    entry.group = Words::tr("Signed in with a key");
    entry.keptAs = name;
    entry.key = key;
    return id;
}

void SessionBook::dropKeptExcept(const QStringList &names)
{
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (it->second.keptAs.isEmpty() || names.contains(it->second.keptAs)) {
            ++it;
            continue;
        }
        m_order.removeAll(it->first);
        it = m_entries.erase(it);
    }
}

const SessionBook::Entry *SessionBook::signedInAs(const QString &userName) const
{
    const Entry *newest = nullptr;
    for (const auto &[id, entry] : m_entries) {
        if (entry.session.accessToken.isEmpty() || entry.session.title != userName)
            continue;
        if (!newest || entry.session.expiresAt > newest->session.expiresAt)
            newest = &entry;
    }
    return newest;
}

SessionBook::Entry *SessionBook::find(const QString &id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

bool SessionBook::needsToken(const Entry &entry) const
{
    const auto &session = entry.session;
    if (!entry.keptAs.isEmpty()) // what nobody can renew is sent as it is, and called expired
        return call::canRenew(session) && call::isDue(session, m_clock.nowSeconds());
    if (session.grant != call::Grant::Password && session.grant != call::Grant::ClientCredentials)
        return false; // a pasted token is sent as it is, expired ones too
    return call::isDue(session, m_clock.nowSeconds());
}

void SessionBook::signedIn(const QString &id,
                           const call::Session &session,
                           const QList<http::Exchange> &exchanges)
{
    auto *entry = find(id);
    if (!entry)
        return;
    entry->session.accessToken = session.accessToken;
    entry->session.refreshToken = session.refreshToken;
    entry->session.expiresAt = session.expiresAt;
    entry->session.keyName = session.keyName;
    entry->session.tokenUrl = session.tokenUrl;
    entry->origin = exchanges;
    entry->used = true;
}

void SessionBook::forgetToken(const QString &id)
{
    auto *entry = find(id);
    if (!entry || entry->session.grant == call::Grant::PastedToken)
        return;
    entry->session.accessToken = {};
    entry->session.refreshToken = {};
    entry->session.expiresAt = 0;
    entry->origin.clear();
}

QString SessionBook::lifeLeft(const call::Session &session) const
{
    if (session.accessToken.isEmpty())
        return {};
    if (session.expiresAt == 0)
        return Words::tr("end unknown");
    const auto seconds = session.expiresAt - m_clock.nowSeconds();
    if (seconds <= 0)
        return Words::tr("expired");
    if (seconds >= 3600)
        return Words::tr("%1 h %2 min left").arg(seconds / 3600).arg(seconds % 3600 / 60);
    return seconds >= 60 ? Words::tr("%1 min left").arg(seconds / 60)
                         : Words::tr("%1 s left").arg(seconds);
}

QList<ui::Choice> SessionBook::choices() const
{
    QList<ui::Choice> list;
    for (const auto &id : m_order) {
        const auto &entry = m_entries.at(id);
        // Below the last one of its group, so that each group has one heading.
        const auto last = std::find_if(list.crbegin(), list.crend(), [&entry](const auto &one) {
            return one.group == entry.group;
        });
        const auto at = last == list.crend() ? list.size() : list.crend() - last;
        list.insert(
            at, {id, entry.session.title, detailOf(entry, lifeLeft(entry.session)), entry.group});
    }
    return list;
}

QString SessionBook::whoIsSignedIn() const
{
    QStringList parts;
    for (const auto &id : m_order) {
        const auto &entry = m_entries.at(id);
        if (!entry.session.accessToken.isEmpty())
            parts << Words::tr("%1 (%2)").arg(entry.session.title,
                                              detailOf(entry, lifeLeft(entry.session)));
    }
    return parts.isEmpty() ? Words::tr("nobody is signed in yet")
                           : Words::tr("signed in: %1").arg(parts.join(u", "_s));
}

} // namespace tokentrail::console
