// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/callinput.h"
#include "app/ctl/observer.h"
#include "app/ctl/vaultlink.h"
#include "core/call/callrunner.h"
#include "core/diagnosis/diagnose.h"

namespace tokentrail::ctl {

// One `call`: reads what it needs, sends, looks what came of it. Owned by its invocation.
class CallJob : public QObject
{
    Q_OBJECT

public:
    explicit CallJob(Invocation &invocation);

    void start();

private:
    void renew();
    void begin();
    Result<call::CallInput> readInput();
    Result<call::Session> readSession() const;
    Result<http::Headers> readHeaders() const;
    Result<std::optional<call::CallInput::Via>> readVia() const;
    diagnosis::Case caseOf(const Observation &observation) const;
    void answer(const Observation &observation);

    Invocation &m_invocation;
    Vault m_vault; // null: no session was named
    http::Client m_client;
    QList<RunningSandbox> m_sandboxes;
    std::optional<xsuaa::ServiceKey> m_key;
    Secret m_token; // of the call
    call::CallRunner *m_runner = nullptr;
};

} // namespace tokentrail::ctl
