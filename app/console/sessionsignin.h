// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console/callplace.h"
#include "app/console/sessionbook.h"
#include "core/call/tokenfetch.h"
#include "core/vault/secretstore.h"

namespace tokentrail::console {

// Gets the next token of somebody in the book: signs in, or refreshes; and keeps it, in the vault
// too where the session is kept there.
class SessionSignIn : public QObject
{
    Q_OBJECT

public:
    struct Inputs
    {
        http::Client &client;
        SessionBook &sessions;
        std::shared_ptr<vault::SecretStore> store; // the vault may be locked meanwhile
        CallPlace place; // whose key is taken where the session has none of its own
        QString id;
    };

    explicit SessionSignIn(Inputs inputs, QObject *parent = nullptr);

    void start(); // finished() once, later
    const std::optional<Error> &error() const { return m_error; }
    const QList<http::Exchange> &exchanges() const { return m_exchanges; }

Q_SIGNALS:
    void finished(tokentrail::console::SessionSignIn *signIn);

private:
    void begin();
    bool takeFromOthers(SessionBook::Entry &entry);
    void fetch(const call::TokenFetchInput &input);
    void take(const call::TokenFetch &fetch);
    void end(const std::optional<Error> &error);

    Inputs m_inputs;
    call::Session m_before;
    call::TokenFetchInput m_asked;
    std::optional<Error> m_error;
    QList<http::Exchange> m_exchanges;
};

} // namespace tokentrail::console
