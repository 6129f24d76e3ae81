// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/controlsocket.h"

#include "core/sandbox/controlprotocol.h"
#include "core/sandbox/runningsandboxes.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr qsizetype maxLineBytes = 64 * 1024 * 1024;
// sockaddr_un holds 108 bytes, of which QLocalServer takes some for the temporary folder that it
// makes the socket in.
constexpr qsizetype maxPathBytes = 90;

QString pathFile(const QString &stateDir)
{
    return stateDir + u"/control.path"_s;
}

} // namespace

QString controlSocketPath(const QString &stateDir)
{
    QFile file(pathFile(stateDir));
    if (file.open(QIODevice::ReadOnly))
        return QFile::decodeName(file.readAll().trimmed());
    return stateDir + u"/control.sock"_s;
}

ControlSocket::ControlSocket(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlSocket::accept);
}

ControlSocket::~ControlSocket()
{
    if (m_stateDir.isEmpty())
        return;
    m_server.close();
    QFile::remove(pathFile(m_stateDir));
    leaveRunning(m_stateDir);
}

Result<void> ControlSocket::listen(const QString &stateDir)
{
    QFile::remove(pathFile(stateDir));
    auto path = controlSocketPath(stateDir);
    if (QFile::encodeName(path).size() > maxPathBytes) {
        const auto folder = runtimeFolder();
        if (!folder)
            return folder.error();
        path = *folder + u'/' + shortNameOf(stateDir) + u".sock"_s;
        QFile file(pathFile(stateDir));
        if (!file.open(QIODevice::WriteOnly) || file.write(QFile::encodeName(path)) < 0)
            return Error{ErrorCode::Io,
                         u"%1 cannot be written: %2."_s.arg(file.fileName(), file.errorString())};
    }
    QLocalServer::removeServer(path); // of a process that died: the folder is ours
    if (!m_server.listen(path))
        return Error{
            ErrorCode::Io,
            u"The private socket %1 cannot be opened: %2."_s.arg(path, m_server.errorString())};
    m_stateDir = stateDir;
    enterRunning(stateDir);
    return {};
}

void ControlSocket::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void ControlSocket::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > maxLineBytes)
        return socket->abort();
    if (!socket->canReadLine())
        return;
    socket->write(answerTo(socket->readLine()));
    socket->disconnectFromServer(); // after everything is written
}

QByteArray ControlSocket::answerTo(const QByteArray &line) const
{
    const auto request = text::parseJson(line);
    if (!request || !(*request)[u"verb"].isString())
        return answerLine(Error{ErrorCode::InvalidInput, u"The request is no verb in JSON."_s});
    const auto &arguments = (*request)[u"arguments"];
    return answerLine(m_handler((*request)[u"verb"].toString(),
                                arguments.isObject() ? arguments : Json::object()));
}

} // namespace tokentrail::sandbox
