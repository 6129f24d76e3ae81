// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/callvalues.h"

#include <QCoreApplication>

namespace tokentrail::ui {

using namespace Qt::StringLiterals;

bool CallDraft::operator==(const CallDraft &other) const
{
    return session == other.session && method == other.method && url == other.url
        && target == other.target && via == other.via && headers.fields() == other.headers.fields()
        && body == other.body;
}

QString statusLine(const CallOutcome &outcome)
{
    if (outcome.response.status == 0)
        return QCoreApplication::translate("tokentrail::ui::CallPage", "no answer");
    const auto reason = outcome.response.reason.isEmpty()
        ? http::reasonPhrase(outcome.response.status)
        : outcome.response.reason;
    return QCoreApplication::translate("tokentrail::ui::CallPage", "%1 %2 · %3 ms")
        .arg(outcome.response.status)
        .arg(QString::fromUtf8(reason))
        .arg(outcome.durationMs);
}

} // namespace tokentrail::ui
