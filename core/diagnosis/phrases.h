// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/phrasetable.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace tokentrail::diagnosis {

// What real packages write when something is wrong, in logs and in bodies of answers, and the
// finding that stands behind it: of @sap/xssec, @sap/cds, the Cloud SDK, the approuter,
// the connectivity proxy and S/4.
struct Heard
{
    QString findingId;
    double confidence = 0;
    QString line; // the words, cut to a readable length
    QStringList captures; // what the pattern caught: a role, a host, …
    Telling telling = Telling::Cause;
    int text = 0; // which of the texts it was heard in
    QString variant; // what else the words tell; with texts of its own
    bool retried = false; // another attempt followed
    bool ofOtherCall = false; // its line has the id of another call
};

QList<Heard> hear(const QString &text); // of one log line or body; none for silence
// Whether it is worth keeping a line of a long log; never no where hear() would find something.
bool mayTell(QByteArrayView line);
// The status of 400 and more that a log line of CAP or of a router names; 0: none.
int failureStatusIn(QByteArrayView line);
// An access line of a call that succeeded, or words that say so of an attempt.
bool tellsOfSuccess(QByteArrayView line);
// An access line of a call that succeeded: words in its URL tell nothing.
bool isOfSuccess(QByteArrayView line);

} // namespace tokentrail::diagnosis
