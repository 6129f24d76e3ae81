// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/http/exchange.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace tokentrail::http {

struct TlsSettings
{
    QByteArray extraCaPem; // trusted besides the system's; empty: the system's alone
    QByteArray clientCertificatePem; // leaf first, then its chain
    Secret clientKeyPem;
    bool verifyPeer = true; // false only because the user said so
};

struct ProxySettings
{
    QString host; // empty: direct. The environment's proxies are never used.
    quint16 port = 0;
    Headers headers; // Proxy-Authorization, SAP-Connectivity-*: on CONNECT and on absolute-form
};

struct Limits
{
    int connectTimeoutMs = 10'000;
    int totalTimeoutMs = 60'000;
    qint64 maxBodyBytes = 256LL * 1024 * 1024;
};

struct ClientRequest
{
    QByteArray method = "GET";
    QUrl url; // http or https
    Headers headers; // sent as they are, in order; nothing is added but Host and Content-Length
    QByteArray body;
    TlsSettings tls;
    ProxySettings proxy;
    Limits limits;
    QString observer = QStringLiteral("console"); // party that sends
    QString callee; // party that is called, where known
    QString parentId; // see Exchange
};

// One request, sent once: fresh connection, no redirects followed, no retry, no cookie kept, so
// that one click is one exchange on the wire and no identity leaks into the next.
class ClientJob : public QObject
{
    Q_OBJECT

public:
    ~ClientJob() override;

    void start(); // finished() comes exactly once, and never before start() has returned
    void cancel();
    const Exchange &exchange() const; // complete when finished

Q_SIGNALS:
    void finished(tokentrail::http::ClientJob *job);

private:
    friend class Client;
    struct Private;
    explicit ClientJob(std::unique_ptr<Private> p, QObject *parent);
    void end();
    std::unique_ptr<Private> d;
};

// Hands out jobs that share one libcurl multi handle in Qt's event loop.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(QObject *parent = nullptr);
    ~Client() override;

    // Not started yet. The job belongs to the caller (parent, or delete it); deleting it cancels.
    ClientJob *send(const ClientRequest &request, QObject *parent);

private:
    friend class ClientJob;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::http
