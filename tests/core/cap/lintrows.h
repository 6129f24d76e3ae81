// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

// Projects of one file beside a plain package.json, and what must be found in them. In a file of
// their own, since moc trips over raw strings with // inside.
namespace lintrows {

struct Row
{
    const char *name;
    const char *file;
    QByteArray text;
    const char *expected; // ids, comma between them
};

QByteArray requiring(const QByteArray &requires_); // {"cds": {"requires": …}}
QByteArray withUsers(const QByteArray &users);

const QList<Row> &configurationRows();
const QList<Row> &userRows();
const QList<Row> &codeRows();

} // namespace lintrows
