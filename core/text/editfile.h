// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

namespace tokentrail::text {

// A file of the user as it was when an edit began.
struct FileSnapshot
{
    QString path;
    QByteArray content;
    bool existed = false;
};

// A missing file is an empty one that will be made; a folder or an unreadable file is an error.
Result<FileSnapshot> readForEdit(const QString &path);

// Replaces the file at once or not at all, with its permissions kept. An error of kind Conflict,
// and nothing written, when the file is no longer what the snapshot holds.
Result<void> writeEdited(const FileSnapshot &snapshot,
                         const QByteArray &content,
                         QFileDevice::Permissions ofNewFile = QFileDevice::ReadOwner
                             | QFileDevice::WriteOwner | QFileDevice::ReadGroup
                             | QFileDevice::ReadOther);

// Puts back what was there before an edit; a file that the edit made goes. Conflict as above,
// when the file no longer holds what the edit wrote.
Result<void> takeBack(const FileSnapshot &before, const QByteArray &written);

} // namespace tokentrail::text
