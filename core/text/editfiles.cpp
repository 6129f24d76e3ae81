// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/editfiles.h"

#include "core/text/say.h"

#include <QDir>
#include <QFileInfo>

namespace tokentrail::text {

using namespace Qt::StringLiterals;

namespace {

// Makes the folder of the file and those above it, and says which were not there.
Result<QStringList> makeFolderOf(const QString &path)
{
    QStringList missing;
    auto folder = QFileInfo(path).absolutePath();
    while (!QFileInfo::exists(folder)) {
        missing.prepend(folder);
        folder = QFileInfo(folder).absolutePath();
    }
    if (!missing.isEmpty() && !QDir().mkpath(missing.constLast()))
        return Error{ErrorCode::Io, say(u"file.no-folder"), tokentrail::Place{missing.constLast()}};
    return missing;
}

// As far as it goes: what cannot be taken back is somebody else's by now.
void takeBackQuietly(const WrittenEdits &written)
{
    for (auto edit = written.edits.rbegin(); edit != written.edits.rend(); ++edit) {
        if (const auto done = takeBack(edit->before, edit->after); !done)
            continue;
    }
    for (auto folder = written.madeFolders.rbegin(); folder != written.madeFolders.rend(); ++folder)
        QDir().rmdir(*folder);
}

} // namespace

Result<WrittenEdits> writeAll(const std::vector<FileEdit> &edits)
{
    WrittenEdits written;
    const auto giveUp = [&written](const Error &error) {
        takeBackQuietly(written);
        return error;
    };
    for (const auto &edit : edits) {
        const auto made = makeFolderOf(edit.before.path);
        if (!made)
            return giveUp(made.error());
        written.madeFolders += *made;
        if (const auto done = writeEdited(edit.before, edit.after); !done)
            return giveUp(done.error());
        written.edits.push_back(edit);
    }
    return written;
}

Result<void> takeAllBack(const WrittenEdits &written)
{
    for (const auto &edit : written.edits) {
        const auto now = readForEdit(edit.before.path);
        if (!now)
            return now.error();
        if (now->content != edit.after)
            return Error{ErrorCode::Conflict,
                         say(u"file.not-taken-back"),
                         tokentrail::Place{edit.before.path}};
    }
    for (auto edit = written.edits.rbegin(); edit != written.edits.rend(); ++edit) {
        if (auto done = takeBack(edit->before, edit->after); !done)
            return done;
    }
    for (auto folder = written.madeFolders.rbegin(); folder != written.madeFolders.rend(); ++folder)
        QDir().rmdir(*folder);
    return {};
}

} // namespace tokentrail::text
