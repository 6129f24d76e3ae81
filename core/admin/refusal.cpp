// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/admin/call.h"
#include "core/admin/words.h"

namespace tokentrail::admin {

namespace {

QString wordsOf(const http::Response &response)
{
    const auto body = text::parseJson(response.body);
    if (!body || !body->isObject())
        return {};
    for (const QStringView name : {u"error_description", u"message", u"error"}) {
        if (const auto words = (*body)[name].toString(); !words.isEmpty())
            return words;
    }
    return {};
}

QString scopeFor(const Request &request)
{
    const bool users = request.path.startsWith("/sap/rest/user") || request.path == "/Users";
    return QStringLiteral("%1.%2").arg(
        users ? QStringLiteral("xs_user") : QStringLiteral("xs_authorization"),
        request.method == "GET" ? QStringLiteral("read") : QStringLiteral("write"));
}

Error about(int status, const Request &request)
{
    switch (status) {
    case 401:
        return {ErrorCode::Refused,
                Words::tr("The administration does not accept the token of this key.")};
    case 403:
        return {ErrorCode::Refused,
                Words::tr("The key may not do this: it lacks the scope %1. Keys of a service "
                          "instance of plan apiaccess have it, unless they are read-only.")
                    .arg(scopeFor(request))};
    case 404:
        return {ErrorCode::NotFound, Words::tr("The administration does not find it.")};
    case 409:
    case 422:
        return {ErrorCode::Conflict,
                Words::tr("The administration says that it exists already, "
                          "or does not fit.")};
    case 429:
        return {ErrorCode::Refused,
                Words::tr("The administration takes no more requests for now (rate limit).")};
    default:
        return {ErrorCode::Refused,
                Words::tr("The administration answered with status %1.").arg(status)};
    }
}

} // namespace

Error refusalOf(const Request &request, const http::Response &response)
{
    auto error = about(response.status, request);
    if (const auto words = wordsOf(response); !words.isEmpty())
        error.sentence += Words::tr(" It said: “%1”.").arg(words);
    return error;
}

} // namespace tokentrail::admin
