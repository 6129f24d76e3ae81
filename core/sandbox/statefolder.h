// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace tokentrail::sandbox {

using namespace Qt::StringLiterals;
inline const auto stateFileName = u"sandbox.db"_s;

// The folder, mode 0700, and the lock that makes this process its owner. A lock whose process
// has died does not count.
struct FolderLock
{
    QString dir; // canonical
    std::unique_ptr<QLockFile> lock;
};

Result<FolderLock> lockStateFolder(const QString &dir, bool create);

bool looksLikeDatabase(const QString &path); // by the first bytes

} // namespace tokentrail::sandbox
