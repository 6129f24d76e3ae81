// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/workbench.h"
#include "core/xsuaa/keystore.h"
#include "ui/shell/signinvalues.h"

#include <QDateTime>

namespace tokentrail::console {

// Keeps the book of sessions and the vault in step: reads what is kept there (the command line
// may have changed it), writes what is signed in here, refreshes what is in use before it ends.
class SessionKeeper : public QObject
{
    Q_OBJECT

public:
    explicit SessionKeeper(Workbench &bench, QObject *parent = nullptr);

    void read(); // the vault as it is now
    // Keeps a session that was just got; its id, or why it cannot be kept.
    Result<QString> keep(const QString &wantedName,
                         const call::Session &session,
                         const xsuaa::ServiceKey &key,
                         const QList<http::Exchange> &exchanges);
    void refresh(const QString &id);
    // Gives its tokens up here at once; told() says later what the token service made of it.
    Result<void> logOut(const QString &id);
    Result<void> forget(const QString &id);
    QList<Secret> tokensOf(const QString &id) const; // the present one first
    QList<ui::SessionView> views() const;
    void tick(); // refreshes what is about to end, reads what others wrote

Q_SIGNALS:
    void changed();
    void told(const QString &sentence);

private:
    std::optional<xsuaa::ServiceKey> keyFor(const call::Session &session,
                                            const std::vector<xsuaa::KeptKey> &keys) const;
    void revoke(const call::Session &session, const std::optional<xsuaa::ServiceKey> &key);
    QString nameFor(const QString &wanted, const call::Session &session) const;

    Workbench &m_bench;
    QStringList m_refreshing;
    QDateTime m_readAt; // when the vault was written that was read
};

} // namespace tokentrail::console
