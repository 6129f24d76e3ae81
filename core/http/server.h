// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/http/message.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace tokentrail::http {

struct ServerTls
{
    QByteArray certificateChainPem;
    Secret keyPem;
    QByteArray clientCaPem; // a client certificate is asked for, never required
};

struct ServerOptions
{
    QString address = QStringLiteral("127.0.0.1"); // loopback only: anything else is refused
    quint16 port = 0; // 0: any free
    bool withTls = false;
    ServerTls tls;
    qsizetype maxHeadBytes = 64 * 1024;
    qsizetype maxBodyBytes = 16 * 1024 * 1024;
    int idleTimeoutMs = 60'000; // between requests
    int headTimeoutMs =
        10'000; // from the first byte to the end of the head, and again for the body
    int maxConnections = 4'096;
};

struct Connection
{
    bool tls = false;
    QString peerAddress;
    quint16 peerPort = 0;
    quint16 localPort = 0;
    QByteArray clientCertificatePem; // empty when none was shown
    QString clientCertificateSubject; // "CN=alice,OU=…"
    bool clientCertificateTrusted = false;
    quint64 id = 0; // of this connection alone, as long as the process lives; 0: none
};

// Answers one request. May be called from any thread, later, once; when it is dropped without
// an answer the client gets a 500, and when the client has gone an answer is dropped.
class Responder
{
public:
    using Send = std::function<void(Response)>; // status dropped: drop() was said
    static constexpr int dropped = -1;
    explicit Responder(Send send);
    void operator()(Response response) const;
    // Closes the connection without a word: for faults.
    void drop() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

// HTTP/1.1 on loopback. The wire lives in a thread of its own; handlers run in the thread of the
// Server object. Strict where requests can be smuggled: unknown Transfer-Encoding, repeated or
// contradictory lengths, folded headers and missing Host are refused with 400.
class Server : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const Request &, const Connection &, Responder)>;

    explicit Server(Handler handler, QObject *parent = nullptr);
    ~Server() override; // stop()

    Result<quint16> listen(const ServerOptions &options); // the port
    quint16 port() const;
    // No new connections; requests under way may still be answered for graceMs, then all is
    // closed. Does not wait for them: handlers run in this very thread.
    void stop(int graceMs = 2'000);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tokentrail::http
