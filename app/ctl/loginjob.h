// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/callinput.h"
#include "app/ctl/observer.h"
#include "app/ctl/vaultlink.h"
#include "core/call/browserlogin.h"

namespace tokentrail::ctl {

// One `login`: reads what it needs, gets the token, keeps and shows it. Owned by its invocation.
class LoginJob : public QObject
{
    Q_OBJECT

public:
    explicit LoginJob(Invocation &invocation);

    void start();

private:
    void begin();
    Result<call::TokenFetchInput> readInput();
    Result<xsuaa::ServiceKey> readKey() const;
    Result<void> readSecrets(call::TokenFetchInput &input);
    Result<Secret> readRefreshToken() const;
    void fetch(const call::TokenFetchInput &input);
    void browse(const call::TokenFetchInput &input);
    Result<call::BrowserLogin::Options> readBrowser(const call::TokenFetchInput &input) const;
    void openBrowser(const QUrl &url);
    void tellOfWindow(const call::LoginWindowReport &report);
    void received(const Result<call::Session> &result, const QList<http::Exchange> &exchanges);
    Result<void> keep(const call::Session &session);
    void answer(const Result<call::Session> &result, const Observation &observation);

    Invocation &m_invocation;
    Vault m_vault; // null: no session was named
    http::Client m_client;
    QList<RunningSandbox> m_sandboxes; // that serve the key
};

} // namespace tokentrail::ctl
