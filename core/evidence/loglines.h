// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace tokentrail::evidence {

// A line without what `cf logs`, docker compose and terminals put around it.
struct LogLine
{
    QByteArrayView text; // into the line that was given, or into `kept`
    QByteArrayView time; // of the prefix; empty without one
    QByteArray kept; // where colours had to be taken out
};

LogLine bareLine(QByteArrayView line);
bool continuesMessage(QByteArrayView line); // a stack frame, a cause, the end of an object

// What a message says, out of the JSON that CAP and the SAP logging library write in production.
struct Unwrapped
{
    QString text;
    QByteArray time; // as the JSON says it
};

// The id of the call that a line is about, as CAP, routers and the logging library write it; empty
// where it says none.
QByteArray callIdIn(const QByteArray &message);

Unwrapped unwrapped(const QByteArray &message);

} // namespace tokentrail::evidence
