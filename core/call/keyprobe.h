// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/tokenfetch.h"

#include <QObject>

#include <memory>

namespace tokentrail::call {

// One thing that a trial of a key has shown.
struct Proof
{
    enum class Outcome { Proved, Refuted, Open };
    QString id; // "answers", "client", "token", "zone", "service"
    Outcome outcome = Outcome::Open;
    QString sentence;
};
QString nameOf(Proof::Outcome outcome); // "proved", "refuted", "open"

// Does a service key still work? Gets a token with client credentials, and with the key of a
// Destination service asks it for one answer. Says what that proved and what it did not.
class KeyProbe : public QObject
{
    Q_OBJECT

public:
    KeyProbe(http::Client &client,
             const xsuaa::ServiceKey &key,
             const http::TlsSettings &tls,
             QObject *parent = nullptr);
    ~KeyProbe() override;

    void start(); // finished() once, later
    const QList<Proof> &proofs() const;
    bool works() const; // the key got a token, and nothing was refuted
    const std::optional<Error> &error() const; // why it does not work
    const QList<http::Exchange> &exchanges() const;

Q_SIGNALS:
    void finished(tokentrail::call::KeyProbe *probe);

private:
    void takeToken(const TokenFetch &fetch);
    void judgeToken(const Session &session);
    void askDestinations(const Secret &token);
    void takeAnswer(const http::Exchange &exchange);
    void end();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::call
