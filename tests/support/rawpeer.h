// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace tokentrail::test {

// A client that says on the wire exactly what it is told, and keeps what comes back.
class RawClient : public QObject
{
    Q_OBJECT

public:
    explicit RawClient(quint16 port)
    {
        connect(&socket, &QTcpSocket::readyRead, this, [this] { received += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, this, [this] { closed = true; });
        connect(&socket, &QTcpSocket::errorOccurred, this, [this] { closed = true; });
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        (void)socket.waitForConnected(5'000);
    }
    void say(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.flush();
    }
    QByteArray statusLine() const { return received.left(received.indexOf("\r\n")); }

    QTcpSocket socket;
    QByteArray received;
    bool closed = false;
};

// A server that keeps what it is told and answers every connection with the same bytes, once it
// has seen the end of a head; then it closes. No answer: closes at once.
class RawServer : public QObject
{
    Q_OBJECT

public:
    explicit RawServer(const QByteArray &answer, bool closes = true)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this, answer, closes] {
            auto *socket = m_server.nextPendingConnection();
            ++connections;
            const auto index = requests.size();
            requests << QByteArray();
            connect(socket, &QTcpSocket::readyRead, this, [=, this] {
                auto &request = requests[index];
                const bool before = request.contains("\r\n\r\n");
                request += socket->readAll();
                if (before || !request.contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                if (closes)
                    socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        (void)m_server.listen(QHostAddress::LocalHost);
    }
    quint16 port() const { return m_server.serverPort(); }

    int connections = 0;
    QList<QByteArray> requests;

private:
    QTcpServer m_server;
};

} // namespace tokentrail::test
