// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "core/admin/applychanges.h"
#include "core/admin/directoryread.h"

namespace tokentrail::ctl {

// The administration that a command speaks to: of a running sandbox (--state) or of the
// subaccount that a key belongs to (--key). Ends the command itself where something fails.
class RolesJob : public QObject
{
    Q_OBJECT

public:
    using Take = std::function<void(const xsuaa::Directory &directory)>;
    using Plan = std::function<Result<QList<admin::Change>>(const xsuaa::Directory &directory)>;

    explicit RolesJob(Invocation &invocation);

    void read(const Take &take);
    // Plans against what is there, tells the plan, carries it out unless --dry-run.
    void change(const Plan &plan);
    const QString &stateDir() const { return m_stateDir; } // empty: not a sandbox

private:
    Result<admin::Connection::Input> input();
    Result<admin::Connection::Input> sandboxInput();
    Result<admin::Connection::Input> keyInput();
    void carryOut(const QList<admin::Change> &changes);
    void tell(const QList<admin::Change> &changes, qsizetype done, const Result<void> &result);

    Invocation &m_invocation;
    http::Client m_client;
    std::unique_ptr<admin::Connection> m_connection;
    QString m_stateDir;
};

QList<Option> rolesOptions(); // --state, --key, --ca, --insecure

} // namespace tokentrail::ctl
