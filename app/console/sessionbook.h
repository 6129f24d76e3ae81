// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/call/session.h"
#include "core/http/exchange.h"
#include "ui/widgets/choicebutton.h"

#include <map>

namespace tokentrail::console {

// Who may call: sessions of this run, by id, with the exchanges by which they came to be.
class SessionBook
{
public:
    struct Entry
    {
        call::Session session; // without a token while nobody signed in
        QList<http::Exchange> origin;
        QString group;
    };

    explicit SessionBook(const Clock &clock);

    void addUser(const QString &userName, const QString &origin, const Secret &password);
    void addApplication();
    void addNobody();
    // Sent as Basic with each call, to whom the call goes; its id. A known one gets the password.
    QString addBasic(const QString &userName, const Secret &password, const QString &group);
    QString addPasted(const Secret &token); // its id

    Entry *find(const QString &id);
    bool needsToken(const Entry &entry) const; // none yet, or within a minute of its end
    void signedIn(const QString &id,
                  const call::Session &session,
                  const QList<http::Exchange> &exchanges);

    void forgetToken(const QString &id); // the next call signs in anew

    QList<ui::Choice> choices() const;
    QString whoIsSignedIn() const; // "signed in: alice (password, 11 h 59 min left)"

private:
    QString lifeLeft(const call::Session &session) const;

    const Clock &m_clock;
    QStringList m_order;
    std::map<QString, Entry> m_entries;
};

} // namespace tokentrail::console
