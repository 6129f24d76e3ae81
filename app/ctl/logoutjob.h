// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/callinput.h"
#include "app/ctl/vaultlink.h"
#include "core/call/revocation.h"

namespace tokentrail::ctl {

// One `session logout`: gives the tokens up here, then has the refresh token revoked, and says
// what of that was proved. Owned by its invocation.
class LogoutJob : public QObject
{
    Q_OBJECT

public:
    LogoutJob(Invocation &invocation, const Vault &vault, const QString &name, QObject *parent);

    void start();

private:
    Result<call::Revocation::Input> inputOf(const call::Session &session) const;
    void answer(const QString &outcome, const QString &sentence);

    Invocation &m_invocation;
    Vault m_vault;
    QString m_name;
    http::Client m_client;
};

} // namespace tokentrail::ctl
