// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tokentrail::text {

struct ZipEntry
{
    QString name; // "trail.json"; slashes make folders
    QByteArray content;
};

// A ZIP archive whose entries are stored, not compressed (APPNOTE.TXT 6.3.10, method 0). Small
// text files only: below 4 GB and 65,536 entries. No time is kept, so the same content gives the
// same bytes.
QByteArray zipOf(const QList<ZipEntry> &entries);

} // namespace tokentrail::text
