// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/change.h"

namespace tokentrail::admin {

// Who may what as a document: {"roles":[…],"roleCollections":[…]} in the shapes of the interface.
QByteArray toJsonDocument(const xsuaa::Directory &directory);
// Assignments alone, for a spreadsheet: roleCollection,kind,name,origin,attribute (RFC 4180).
QByteArray toCsvDocument(const xsuaa::Directory &directory);

// What must change so that everything of the document is there; nothing is taken away. Either
// form; the error names line and column. What is there already needs no change, so that an import
// that was broken off goes on where it stopped.
Result<QList<Change>> planFromDocument(const xsuaa::Directory &directory,
                                       const QByteArray &document,
                                       const QString &file = {});

// Lines of fields (RFC 4180): quoted fields may hold commas, quotes twice, line breaks.
struct CsvLine
{
    int number = 0; // of the line it begins on
    QStringList fields;
};
Result<QList<CsvLine>> readCsv(const QByteArray &source, const QString &file = {});

} // namespace tokentrail::admin
