// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/call/session.h"
#include "core/http/client.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace tokentrail::call {

struct CallInput
{
    Session session; // Grant::None: nobody
    QByteArray method = "GET";
    QUrl url; // with a destination: only path and query count
    http::Headers headers; // the user's own; Authorization here beats the session's
    QByteArray body;
    http::TlsSettings tls;

    struct Via
    {
        QString destination;
        xsuaa::ServiceKey destinationKey;
        std::optional<xsuaa::ServiceKey> connectivityKey;
    };
    std::optional<Via> via; // none: direct
};

// Carries one call out, step by step, and keeps every exchange of it. Adds x-correlation-id
// when the user gave none.
class CallRunner : public QObject
{
    Q_OBJECT

public:
    CallRunner(http::Client &client, CallInput input, QObject *parent = nullptr);
    ~CallRunner() override;

    QStringList plan() const; // each step in words, before anything is sent
    void start(); // finished() once, later
    void cancel();
    QString correlationId() const;
    const QList<http::Exchange> &exchanges() const; // in order; the last is the call itself
    const std::optional<Error> &error() const; // why the call could not be made at all

Q_SIGNALS:
    void stepStarted(const QString &inWords);
    void finished(tokentrail::call::CallRunner *runner);

private:
    void startDirect();
    void startChain();
    void end(const std::optional<Error> &error);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::call
