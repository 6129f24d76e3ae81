// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/callinput.h"
#include "app/ctl/vaultlink.h"
#include "core/call/tokenfetch.h"

namespace tokentrail::ctl {

// Gets the next token of a session in the vault, and keeps it there. The key is --key where that
// was given, else the one of the vault that the session was got with.
class RenewJob : public QObject
{
    Q_OBJECT

public:
    RenewJob(Invocation &invocation, const Vault &vault, const QString &name, QObject *parent);

    void start(); // finished() once, later
    const Result<call::Session> &result() const { return m_result; }

Q_SIGNALS:
    void finished(tokentrail::ctl::RenewJob *job);

private:
    void begin();
    void end(const Result<call::Session> &result);
    Result<call::TokenFetchInput> inputOf(const call::Session &session) const;

    Invocation &m_invocation;
    Vault m_vault;
    QString m_name;
    http::Client m_client;
    Result<call::Session> m_result =
        Error{ErrorCode::Cancelled, QStringLiteral("The session was not renewed yet.")};
};

} // namespace tokentrail::ctl
