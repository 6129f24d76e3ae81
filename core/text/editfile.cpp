// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/editfile.h"

#include "core/text/say.h"

#include <QFileInfo>
#include <QSaveFile>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

Result<FileSnapshot> readForEdit(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return FileSnapshot{path, {}, false};
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, say(u"file.unreadable"), tokentrail::Place{path}};
    return FileSnapshot{path, file.readAll(), true};
}

Result<void> writeEdited(const FileSnapshot &snapshot,
                         const QByteArray &content,
                         QFileDevice::Permissions ofNewFile)
{
    const auto now = readForEdit(snapshot.path);
    if (!now)
        return now.error();
    if (now->existed != snapshot.existed || now->content != snapshot.content)
        return Error{ErrorCode::Conflict, say(u"file.changed"), tokentrail::Place{snapshot.path}};
    QSaveFile file(snapshot.path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io,
                     say(u"file.unwritable", {{u"why", file.errorString()}}),
                     tokentrail::Place{snapshot.path}};
    if (!snapshot.existed)
        file.setPermissions(ofNewFile);
    if (file.write(content) != content.size() || !file.commit())
        return Error{ErrorCode::Io,
                     say(u"file.unwritable", {{u"why", file.errorString()}}),
                     tokentrail::Place{snapshot.path}};
    return {};
}

Result<void> takeBack(const FileSnapshot &before, const QByteArray &written)
{
    const FileSnapshot edited{before.path, written, true};
    if (before.existed)
        return writeEdited(edited, before.content);
    const auto now = readForEdit(before.path);
    if (!now)
        return now.error();
    if (now->content != written)
        return Error{
            ErrorCode::Conflict, say(u"file.not-taken-back"), tokentrail::Place{before.path}};
    if (now->existed && !QFile::remove(before.path))
        return Error{ErrorCode::Io, say(u"file.not-removed"), tokentrail::Place{before.path}};
    return {};
}

} // namespace tokentrail::text
