// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/exchange.h"

#include <QUrl>

namespace tokentrail::ctl {

// A sandbox of this user that runs now.
struct RunningSandbox
{
    QString stateDir;
    text::Json endpoints; // as `sandbox run` prints them

    bool serves(const QUrl &url) const; // at that host and port
    QString partyAt(const QByteArray &authority) const; // "service", "xsuaa", …; empty: none
    Result<QByteArray> caPem() const;
};

// Those that can have to do with these URLs: none when no URL is on loopback, so that nothing of
// a call to elsewhere is told to another process.
QList<RunningSandbox> sandboxesNear(const QList<QUrl> &urls);

// Puts exchanges into the journal of a sandbox; gives the ids that they have there.
Result<QStringList> appendToJournal(const RunningSandbox &sandbox,
                                    const QList<http::Exchange> &exchanges);
Result<QList<http::Exchange>> readJournal(const RunningSandbox &sandbox, qint64 sinceMs);

} // namespace tokentrail::ctl
