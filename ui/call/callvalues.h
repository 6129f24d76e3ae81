// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnosis/finding.h"
#include "core/http/exchange.h"
#include "core/trail/hop.h"

#include <QString>

namespace tokentrail::ui {

// What the user asks for: ids name choices that the page was given.
struct CallDraft
{
    QString session; // id of who calls; empty: nobody
    QByteArray method = "GET";
    QString url; // path and query below the target, or a whole URL
    QString target; // id
    QString via; // id of a destination; empty: direct
    http::Headers headers;
    QByteArray body;

    bool operator==(const CallDraft &other) const;
};

// A call that is worth trying, with what it shows.
struct ExampleCall
{
    QString title;
    QString explains;
    bool losesUser = false;
    CallDraft draft;
};

// What came of it. Redacted already.
struct CallOutcome
{
    CallDraft draft;
    trail::Trail trail;
    diagnosis::Diagnosis diagnosis;
    http::Response response; // status 0 when there was none
    http::Timing timing;
    qint64 durationMs = 0;
    QString failure; // why there was no response
    bool sent = true; // false: a step before the call failed, so it was never made
};

// "502 Bad Gateway · 184 ms"
QString statusLine(const CallOutcome &outcome);
// A refused call where no rule knows a cause: the answer's own words are the best that is known.
struct Refusal
{
    QString title;
    QString sentence;
};
Refusal refusalOf(const CallOutcome &outcome);
// "GET /ext/FunctionalLocation as alice · 4 hops seen, 1 expected hop did not come"
QString whatHappened(const CallOutcome &outcome);

} // namespace tokentrail::ui
