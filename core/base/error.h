// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace tokentrail {

// Where in the user's input something stands. Lines and columns count from 1; 0 means unknown.
// Columns count bytes of UTF-8, as editors and compilers do.
struct Place
{
    QString file;
    int line = 0;
    int column = 0;

    QString toString() const; // "package.json:3:14", "line 3, column 14"
    bool operator==(const Place &) const = default;
};

// The line and column of a byte offset.
Place placeOf(const QByteArray &source, qsizetype offset, const QString &file = {});

// What kind of failure it was: decides the exit code and whether trying again can help.
enum class ErrorCode {
    Usage, // the caller asked for something that does not exist
    InvalidInput, // unreadable file, malformed token, broken JSON
    NotFound,
    Refused, // the peer answered, and said no
    Network, // no answer: name, connection, TLS, time
    Conflict, // somebody else holds or changed it
    Unsupported,
    Crypto,
    Io,
    Cancelled,
};

// A failure that a person can act on: one sentence, and the place where there is one.
struct Error
{
    ErrorCode code = ErrorCode::InvalidInput;
    QString sentence;
    std::optional<Place> place = {};

    QString toString() const;
};

} // namespace tokentrail
