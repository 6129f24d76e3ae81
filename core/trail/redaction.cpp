// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/redaction.h"

#include "core/base/redactor.h"

#include <QRegularExpression>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// "Bearer eyJ…[token 9c1f03ab]", or the mark alone: done before.
bool isRedacted(const QByteArray &value)
{
    static const QRegularExpression done(
        u"^(?:[A-Za-z0-9.]{1,12} )?(?:eyJ…\\[token [0-9a-f]{8}\\]|•••)$"_s);
    return done.match(QString::fromUtf8(value)).hasMatch();
}

// "Fetch" asks for a CSRF token and "Required" misses one: neither is one.
bool isCsrfWord(const http::Header &field)
{
    const auto value = field.value.toLower();
    return field.name.compare("x-csrf-token", Qt::CaseInsensitive) == 0
        && (value == "fetch" || value == "required");
}

// A redirect carries codes and tokens in its query, a cookie's name tells what it is.
QByteArray redactedHeader(const http::Header &field)
{
    if (isRedacted(field.value) || isCsrfWord(field))
        return field.value;
    if (field.name.compare("location", Qt::CaseInsensitive) == 0
        || field.name.compare("referer", Qt::CaseInsensitive) == 0)
        return redactor::url(field.value);
    return redactor::headerValue(field.name, field.value);
}

http::Headers redactedHeaders(const http::Headers &headers)
{
    http::Headers out;
    for (const auto &field : headers.fields())
        out.add(field.name, redactedHeader(field));
    return out;
}

// The beginning of a large body, cut where no token or secret can be cut through: what is left of
// one would no longer be known as one.
QByteArray beginningOf(const QByteArray &body)
{
    constexpr qsizetype kept = 64 * 1024;
    auto end = kept;
    const auto separates = [&](qsizetype at) {
        return body.at(at) == '\n' || (body.at(at) == ',' && body.at(at + 1) == '"');
    };
    while (end > 0 && !separates(end))
        --end;
    const auto beginning = body.first(end);
    const auto pem = beginning.lastIndexOf("-----BEGIN ");
    return pem > beginning.lastIndexOf("-----END ") ? beginning.first(pem) : beginning;
}

QByteArray bodyForHop(const QByteArray &contentType, const QByteArray &body)
{
    if (body.size() <= wholeBodyBytes)
        return redactor::body(contentType, body);
    return redactor::text(QString::fromUtf8(beginningOf(body))).toUtf8() + "\n… ("
        + QByteArray::number(body.size()) + " bytes)";
}

} // namespace

http::Request redacted(const http::Request &request)
{
    http::Request out;
    out.method = request.method;
    out.target = redactor::url(request.target);
    out.headers = redactedHeaders(request.headers);
    out.body = redactor::body(request.headers.value("content-type"), request.body);
    return out;
}

http::Response redacted(const http::Response &response)
{
    http::Response out;
    out.status = response.status;
    out.reason = response.reason;
    out.headers = redactedHeaders(response.headers);
    out.body = redactor::body(response.headers.value("content-type"), response.body);
    return out;
}

http::Request redactedForHop(const http::Request &request)
{
    auto head = request;
    head.body.clear();
    auto out = redacted(head);
    out.body = bodyForHop(request.headers.value("content-type"), request.body);
    return out;
}

http::Response redactedForHop(const http::Response &response)
{
    auto head = response;
    head.body.clear();
    auto out = redacted(head);
    out.body = bodyForHop(response.headers.value("content-type"), response.body);
    return out;
}

text::Json redactedStrings(const text::Json &value)
{
    if (value.isString())
        return redactor::text(value.toString());
    auto out = value;
    for (auto &element : out.elements())
        element = redactedStrings(element);
    for (auto &member : out.members())
        member.value = redactedStrings(member.value);
    return out;
}

} // namespace tokentrail::trail
