// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trail/hop.h"

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
};

QList<Heard> hear(const QString &text); // of one log line or body; none for silence

} // namespace tokentrail::diagnosis
