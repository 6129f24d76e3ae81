// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/input.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace tokentrail::ctl {

using namespace Qt::StringLiterals;

Result<QByteArray> readInput(const QString &name)
{
    QFile file(name);
    const bool stdinWanted = name.isEmpty() || name == "-"_L1;
    if (!stdinWanted && QFileInfo(name).isDir())
        return Error{ErrorCode::Io, u"%1 is a folder; a file was expected."_s.arg(name)};
    const bool open =
        stdinWanted ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return Error{ErrorCode::Io, u"%1 cannot be read: %2."_s.arg(name, file.errorString())};
    return file.readAll();
}

Result<QByteArray> readTokenInput(Invocation &invocation, const QString &name)
{
    const bool literal = !name.isEmpty() && name != "-"_L1 && !QFileInfo::exists(name)
        && (name.contains(u'.') || name.startsWith("Bearer"_L1)) && !name.contains(u'/');
    if (!literal)
        return readInput(name);
    invocation.note(
        u"the token was given as an argument, where other processes can see it; a file or stdin is safer"_s);
    return name.toUtf8();
}

Result<QByteArray> readSecretFile(const QString &name)
{
    auto content = readInput(name);
    if (content) {
        while (content->endsWith('\n') || content->endsWith('\r'))
            content->chop(1);
    }
    return content;
}

} // namespace tokentrail::ctl
