// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/runningsandboxes.h"

#include "core/sandbox/control.h"
#include "core/sandbox/controlsocket.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <sys/stat.h>
#include <unistd.h>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int connectTimeoutMs = 500;

// Ours, and nobody else's: under /tmp somebody could have made it first.
bool ownFolder(const QString &path)
{
    const auto name = QFile::encodeName(path);
    (void)::mkdir(name.constData(), 0700);
    struct stat info = {};
    return ::lstat(name.constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == ::getuid() && (info.st_mode & 0077) == 0;
}

QString listFolder()
{
    const auto base = runtimeFolder();
    if (!base)
        return {};
    const QString folder = *base + u"/sandboxes"_s;
    return ownFolder(folder) ? folder : QString();
}

bool answers(const QString &stateDir)
{
    QLocalSocket socket;
    socket.connectToServer(controlSocketPath(stateDir));
    return socket.waitForConnected(connectTimeoutMs);
}

} // namespace

Result<QString> runtimeFolder()
{
    const auto given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool usable = !given.isEmpty() && QFileInfo(given).isDir();
    QString folder =
        usable ? given + u"/tokentrail"_s : u"/tmp/tokentrail-"_s + QString::number(::getuid());
    if (!ownFolder(folder))
        return Error{ErrorCode::Io, u"%1 is not a private folder of this user."_s.arg(folder)};
    return folder;
}

QString shortNameOf(const QString &stateDir)
{
    const auto hash = QCryptographicHash::hash(stateDir.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(8).toHex());
}

void enterRunning(const QString &stateDir)
{
    const auto folder = listFolder();
    if (folder.isEmpty())
        return; // a convenience for other processes, no more
    QFile file(folder + u'/' + shortNameOf(stateDir));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(QFile::encodeName(stateDir));
}

void leaveRunning(const QString &stateDir)
{
    const auto folder = listFolder();
    if (!folder.isEmpty())
        QFile::remove(folder + u'/' + shortNameOf(stateDir));
}

QStringList runningSandboxes()
{
    const auto folder = listFolder();
    if (folder.isEmpty())
        return {};
    QStringList running;
    const auto names = QDir(folder).entryList(QDir::Files);
    for (const auto &name : names) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto stateDir = QFile::decodeName(file.readAll());
        if (answers(stateDir))
            running.append(stateDir);
        else
            file.remove();
    }
    return running;
}

} // namespace tokentrail::sandbox
