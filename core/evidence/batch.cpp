// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/batch.h"

#include "core/text/json.h"

#include <algorithm>

namespace tokentrail::evidence {

namespace {

QList<InnerAnswer> inJson(const QByteArray &body)
{
    QList<InnerAnswer> answers;
    const auto json = text::parseJson(body);
    if (!json)
        return answers;
    for (const auto &one : (*json)[u"responses"].elements())
        answers.append({int(one[u"status"].toInteger()), one[u"body"].toCompact()});
    return answers;
}

// Each part holds a whole answer, from its status line to the next boundary.
QList<InnerAnswer> inParts(const QByteArray &body)
{
    QList<InnerAnswer> answers;
    const QByteArray mark = "HTTP/1.1 ";
    for (auto at = body.indexOf(mark); at >= 0;) {
        const auto next = body.indexOf(mark, at + mark.size());
        const auto end = next < 0 ? body.size() : next;
        const bool atLineStart = at == 0 || body[at - 1] == '\n';
        if (const auto status =
                body.sliced(at + mark.size(), std::min<qsizetype>(3, end - at - mark.size()))
                    .toInt();
            atLineStart && status >= 100)
            answers.append({status, body.sliced(at, end - at)});
        at = next;
    }
    return answers;
}

} // namespace

QList<InnerAnswer> answersInBatch(const http::Response &response)
{
    return response.body.trimmed().startsWith('{') ? inJson(response.body) : inParts(response.body);
}

} // namespace tokentrail::evidence
