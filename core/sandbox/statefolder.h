// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
inline const auto stateFileName = u"sandbox.db"_s;

// A file that one process at a time may hold. The kernel lets go of it when the process dies, at
// whatever moment: QLockFile would take a file that death left empty for a lock, for ever.
class OwnerFile
{
    Q_DISABLE_COPY_MOVE(OwnerFile)

public:
    OwnerFile() = default;
    ~OwnerFile();

    Result<bool> take(const QString &path); // false: another process holds it
    QString owner() const { return m_owner; } // "process 17 (tokentrail)" of that other one

private:
    int m_file = -1;
    QString m_owner;
};

// The folder, mode 0700, and the lock that makes this process its owner.
struct FolderLock
{
    QString dir; // canonical
    std::unique_ptr<OwnerFile> lock;
};

Result<FolderLock> lockStateFolder(const QString &dir, bool create);

bool looksLikeDatabase(const QString &path); // by the first bytes

} // namespace tokentrail::sandbox
