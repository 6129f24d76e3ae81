// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/destination/destination.h"
#include "core/http/client.h"

#include <QObject>

#include <optional>

namespace tokentrail::sandbox {

// One entry of authTokens for a destination: built at once, or got from its token service.
class DestinationTokens : public QObject
{
    Q_OBJECT

public:
    struct Input
    {
        destination::Destination destination;
        QByteArray userToken; // of the person that the lookup is made for; empty: nobody
        http::TlsSettings tls;
    };
    DestinationTokens(http::Client &client, Input input, QObject *parent);

    void start(); // finished() once, later
    const text::Json &authTokens() const { return m_tokens; } // null: this type has none

Q_SIGNALS:
    void finished(tokentrail::sandbox::DestinationTokens *tokens);

private:
    void begin();
    void request(const QList<std::pair<QString, QString>> &fields);
    void take(http::ClientJob *job);
    void end(const text::Json &token);
    void fail(const QString &error);

    http::Client &m_client;
    Input m_input;
    text::Json m_tokens;
};

} // namespace tokentrail::sandbox
