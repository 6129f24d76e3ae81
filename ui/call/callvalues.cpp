// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/call/callvalues.h"

#include "core/evidence/answertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokentrail::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokentrail::ui::CallPage)
};

} // namespace

bool CallDraft::operator==(const CallDraft &other) const
{
    return session == other.session && method == other.method && url == other.url
        && target == other.target && via == other.via && headers.fields() == other.headers.fields()
        && body == other.body;
}

QString statusLine(const CallOutcome &outcome)
{
    if (!outcome.sent)
        return Words::tr("not sent");
    if (outcome.response.status == 0)
        return Words::tr("no answer");
    const auto reason = outcome.response.reason.isEmpty()
        ? http::reasonPhrase(outcome.response.status)
        : outcome.response.reason;
    return Words::tr("%1 %2 · %3 ms")
        .arg(outcome.response.status)
        .arg(QString::fromUtf8(reason))
        .arg(outcome.durationMs);
}

Refusal refusalOf(const CallOutcome &outcome)
{
    const auto status = outcome.response.status;
    const auto words = evidence::bodyInWords(outcome.response);
    const auto says = words.isEmpty() ? Words::tr("The hops and the response hold what was seen.")
                                      : Words::tr("The answer says: “%1”").arg(words);
    const bool aboutTheRequest = status < 500 && status != 401 && status != 403 && status != 407;
    if (!aboutTheRequest)
        return {Words::tr("Refused, and no rule knows why"), says};
    return {Words::tr("The request itself was refused"),
            Words::tr("%1 Nothing in the hops points to a token or a role.").arg(says)};
}

QString whatHappened(const CallOutcome &outcome)
{
    const auto &hops = outcome.trail.hops;
    const auto missing = static_cast<int>(
        std::count_if(hops.begin(), hops.end(), [](const auto &hop) { return hop.expected; }));
    const auto seen = Words::tr("%n hop(s) seen", nullptr, static_cast<int>(hops.size()) - missing);
    if (missing == 0)
        return Words::tr("%1 · %2").arg(outcome.trail.title, seen);
    return Words::tr("%1 · %2, %3")
        .arg(outcome.trail.title,
             seen,
             Words::tr("%n expected hop(s) did not come", nullptr, missing));
}

} // namespace tokentrail::ui
