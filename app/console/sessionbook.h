// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/call/session.h"
#include "core/http/exchange.h"
#include "core/xsuaa/servicekey.h"
#include "ui/widgets/choicebutton.h"

#include <map>
#include <optional>

namespace tokentrail::console {

// Who may call, by id, with the exchanges by which they came to be: sessions of this run, and
// those that are kept in the vault.
class SessionBook
{
public:
    struct Entry
    {
        call::Session session; // without a token while nobody signed in
        QList<http::Exchange> origin = {};
        QString group = {};
        QString keptAs = {}; // name in the vault; empty: of this run alone
        std::optional<xsuaa::ServiceKey> key = {}; // to sign in with; none: the one of the place
        bool used = false; // in this run: it may be refreshed without being asked for
    };

    explicit SessionBook(const Clock &clock);

    void addUser(const QString &userName, const QString &origin, const Secret &password);
    void addApplication();
    void addNobody();
    // Sent as Basic with each call, to whom the call goes; its id. A known one gets the password.
    QString addBasic(const QString &userName, const Secret &password, const QString &group);
    QString addPasted(const Secret &token); // its id
    // A session of the vault as it lies there now; its id.
    QString addKept(const QString &name,
                    const call::Session &session,
                    const std::optional<xsuaa::ServiceKey> &key);
    void dropKeptExcept(const QStringList &names);

    Entry *find(const QString &id);
    const Entry *signedInAs(const QString &userName) const; // null: nobody of that name
    QStringList ids() const { return m_order; }
    bool needsToken(const Entry &entry) const; // none yet, or within a minute of its end
    void signedIn(const QString &id,
                  const call::Session &session,
                  const QList<http::Exchange> &exchanges);

    void forgetToken(const QString &id); // the next call signs in anew

    QList<ui::Choice> choices() const;
    QString whoIsSignedIn() const; // "signed in: alice (password, 11 h 59 min left)"
    QString lifeLeft(const call::Session &session) const; // "11 min left"; empty: no token

private:
    const Clock &m_clock;
    QStringList m_order;
    std::map<QString, Entry> m_entries;
};

} // namespace tokentrail::console
