// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/statefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tokentrail::sandbox {

namespace {

const auto lockFileName = u"owner.lock"_s;

Error io(const QString &sentence)
{
    return Error{ErrorCode::Io, sentence};
}

// mkdir with the mode at once: a folder that is 0755 for a moment can be opened in that moment.
Result<void> makeFolder(const QString &dir)
{
    const auto parent = QFileInfo(dir).absolutePath();
    if (!QDir().mkpath(parent))
        return io(u"The folder %1 cannot be made."_s.arg(parent));
    if (::mkdir(QFile::encodeName(dir).constData(), 0700) != 0 && !QFileInfo(dir).isDir())
        return io(u"The folder %1 cannot be made."_s.arg(dir));
    return {};
}

Result<void> checkContent(const QString &dir)
{
    const QDir folder(dir);
    if (folder.exists(stateFileName))
        return {};
    auto others =
        folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    others.removeAll(lockFileName);
    if (others.isEmpty())
        return {};
    return Error{ErrorCode::InvalidInput,
                 u"%1 holds other files (%2, …) and no sandbox. Choose an empty folder."_s.arg(
                     dir, others.constFirst())};
}

} // namespace

OwnerFile::~OwnerFile()
{
    if (m_file >= 0)
        ::close(m_file); // which lets go of the lock
}

Result<bool> OwnerFile::take(const QString &path)
{
    m_file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        return io(u"The folder %1 is not writable."_s.arg(QFileInfo(path).path()));
    if (::flock(m_file, LOCK_EX | LOCK_NB) == 0) {
        const auto name = QCoreApplication::applicationName().toUtf8();
        const QByteArray text = "process " + QByteArray::number(::getpid()) + " (" + name + ')';
        // Only for people to read: nothing depends on it.
        (void)!::ftruncate(m_file, 0);
        (void)!::pwrite(m_file, text.constData(), size_t(text.size()), 0);
        return true;
    }
    char text[256];
    const auto size = ::pread(m_file, text, sizeof text, 0);
    m_owner = size > 0 ? QString::fromUtf8(text, size) : u"another process"_s;
    return false;
}

bool looksLikeDatabase(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto start = file.read(16);
    return start.isEmpty() || start == QByteArray("SQLite format 3\0", 16);
}

Result<FolderLock> lockStateFolder(const QString &dir, bool create)
{
    if (dir.isEmpty())
        return Error{ErrorCode::Usage, u"The state folder has no name."_s};
    const QFileInfo info(dir);
    if (info.exists() && !info.isDir())
        return Error{ErrorCode::InvalidInput, u"%1 is a file; a folder was expected."_s.arg(dir)};
    if (!info.exists()) {
        if (!create)
            return Error{ErrorCode::NotFound, u"There is no sandbox in %1."_s.arg(dir)};
        if (const auto made = makeFolder(QDir::cleanPath(info.absoluteFilePath())); !made)
            return made.error();
    }
    FolderLock folder;
    folder.dir = QFileInfo(dir).canonicalFilePath();
    if (const auto checked = checkContent(folder.dir); !checked)
        return checked.error();
    if (!create && !QFile::exists(folder.dir + u'/' + stateFileName))
        return Error{ErrorCode::NotFound, u"There is no sandbox in %1."_s.arg(dir)};
    if (!QFile::setPermissions(folder.dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return io(u"The folder %1 belongs to somebody else."_s.arg(folder.dir));

    folder.lock = std::make_unique<OwnerFile>();
    const auto taken = folder.lock->take(QString(folder.dir + u'/' + lockFileName));
    if (!taken)
        return taken.error();
    if (!*taken)
        return Error{
            ErrorCode::Conflict,
            u"The sandbox in %1 runs already, in %2."_s.arg(folder.dir, folder.lock->owner())};
    return folder;
}

} // namespace tokentrail::sandbox
