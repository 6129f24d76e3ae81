// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret.h"
#include "core/destination/destination.h"
#include "core/http/client.h"
#include "core/xsuaa/servicekey.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace tokentrail::destination {

struct Failure;

struct ChainInput
{
    QString destinationName;
    xsuaa::ServiceKey destinationKey;
    std::optional<xsuaa::ServiceKey> connectivityKey;
    Secret userToken; // the JWT that reached the caller; empty: none
    Secret refreshToken; // for OAuth2RefreshToken alone; empty: none
    QByteArray method = "GET";
    QByteArray pathAndQuery; // appended to the destination's URL
    http::Headers headers;
    QByteArray body;
    http::TlsSettings tls;
    QString observer = QStringLiteral("console"); // who calls
    QString correlationId; // sent to proxy and backend only, as the Cloud SDK does
    QString parentId;
    // The destination as an earlier call left it in the cache (5 minutes in the Cloud SDK): neither
    // service token nor lookup nor exchange is sent then.
    std::optional<Destination> cached;
};

// A call through a destination as the Cloud SDK makes it: service token → lookup → exchange →
// connectivity token → send. Which steps there are depends on the authentication type and on
// whether a user token is at hand; the messages of failures are the SDK's own.
class Chain : public QObject
{
    Q_OBJECT

public:
    Chain(http::Client &client, ChainInput input, QObject *parent = nullptr);
    ~Chain() override;

    // Each step in words for a destination of that kind.
    static QStringList plan(const std::optional<Destination> &known, bool hasUserToken);

    void start(); // finished() once, later
    void cancel();

    // Null error: the last exchange is the target's answer, whatever its status.
    const std::optional<Error> &error() const;
    // The same as the SDK's chain of causes, outermost first: "Failed to load destination.",
    // "No user token (JWT) has been provided. …". The sentence of error() joins them.
    const QStringList &messages() const;
    const QList<http::Exchange> &exchanges() const; // all that were sent, in order
    const std::optional<Destination> &destination() const; // once looked up

Q_SIGNALS:
    void stepStarted(const QString &inWords);
    void finished(tokentrail::destination::Chain *chain);

private:
    void begin();
    void advance();
    void send(const http::ClientRequest &request);
    void answered(http::ClientJob *job);
    void end(const std::optional<Failure> &failure);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::destination
