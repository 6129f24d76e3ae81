// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/tokenfetch.h"

#include <QObject>

#include <memory>

namespace tokentrail::call {

// What came of asking a token service to take a session's refresh token no more. Of the access
// token nothing is ever proved: whoever checks it offline takes it until it ends.
enum class Revoked {
    Proved, // it agreed, and refused the refresh token when that was tried
    Agreed, // it agreed; that was not shown: there was no key to try with, or the trial told nothing
    StillTaken, // it agreed, and took the refresh token all the same
    NotOffered, // it knows no such request
    Refused, // it may not be asked with this session's token
    NothingToRevoke, // the session has no refresh token
    NoToken, // the access token that would have to be shown has ended, and no other came
    NotReached, // no answer
};
QString nameOf(Revoked outcome); // "proved", …
QString sentenceOf(Revoked outcome);

// Asks for it as the UAA has it: DELETE /oauth/token/revoke/{id}, with the session's own token.
class Revocation : public QObject
{
    Q_OBJECT

public:
    struct Input
    {
        Session session;
        std::optional<xsuaa::ServiceKey> key; // for a token to show, and for the proof
        http::TlsSettings tls;
        qint64 nowSeconds = 0;
    };

    Revocation(http::Client &client, Input input, QObject *parent = nullptr);
    ~Revocation() override;

    void start(); // finished() once, later
    Revoked outcome() const;
    const QList<http::Exchange> &exchanges() const;

Q_SIGNALS:
    void finished(tokentrail::call::Revocation *revocation);

private:
    void begin();
    void renew();
    void ask();
    void hear(const http::Exchange &exchange);
    void prove();
    void fetch(void (Revocation::*then)(const TokenFetch &fetch));
    void renewedBy(const TokenFetch &fetch);
    void provedBy(const TokenFetch &fetch);
    void end(Revoked outcome);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::call
