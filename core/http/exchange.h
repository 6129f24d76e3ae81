// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/message.h"
#include "core/text/json.h"

#include <QString>

#include <optional>

namespace tokentrail::http {

// Milliseconds since the exchange began; -1 where the phase was not reached or not seen.
struct Timing
{
    double dns = -1;
    double connected = -1;
    double tls = -1;
    double sent = -1;
    double firstByte = -1;
    double total = -1;
};

// One request with its response, as one party saw it: neutral, uninterpreted, unredacted. It
// stays in memory, or crosses the sandbox's private socket; whatever goes further is a hop.
struct Exchange
{
    QString id; // unique within the journal
    QString
        observer; // party that recorded: console, xsuaa, destination, proxy, cloud-connector, backend, service
    QString caller; // where the observer knows it (a client records itself), else empty
    QString callee; // the party that answered, where known
    QString parentId; // the exchange during which the observer sent this one, where it knows
    QByteArray scheme = "http"; // of the connection: http or https
    QByteArray authority; // host:port that was connected to, or the Host that was asked for
    QString clientCertificateSubject; // of mutual TLS, "CN=…"
    qint64 startMs = 0; // epoch, by the observer's clock
    qint64 endMs = 0; // 0 while it runs
    Request request;
    Response response; // status 0 when there was none
    std::optional<Error> failure; // why there was none
    Timing timing;
    // What only the observer could know, e.g. {"backendUser":"ALICE"} or {"refused":"host-not-exposed"}.
    text::Json notes = text::Json::object();

    QByteArray url() const; // scheme://authority/path, or the absolute target
};

text::Json toJson(const Exchange &exchange);
Result<Exchange> exchangeFromJson(const text::Json &json);

} // namespace tokentrail::http
