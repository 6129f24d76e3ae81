// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/sandbox/answers.h"

#include <QUuid>

#include <array>

namespace tokentrail::sandbox {

http::Response answer(int status, const QByteArray &contentType, const QByteArray &body)
{
    http::Response response;
    response.status = status;
    response.reason = http::reasonPhrase(status);
    response.headers = {{"Content-Type", contentType}};
    response.body = body;
    return response;
}

http::Response textAnswer(int status, const QByteArray &body)
{
    return answer(status, "text/plain; charset=utf-8", body);
}

http::Response htmlAnswer(int status, const QByteArray &body)
{
    return answer(status, "text/html; charset=utf-8", body);
}

http::Response jsonAnswer(int status, const text::Json &body)
{
    return answer(status, "application/json; charset=utf-8", body.toCompact());
}

QByteArray correlationIdOf(const http::Headers &headers)
{
    constexpr std::array names = {
        "x-correlation-id", "x-correlationid", "x-request-id", "x-vcap-request-id"};
    for (const auto *name : names) {
        if (auto value = headers.value(name); !value.isEmpty())
            return value;
    }
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QByteArray bearerOf(const http::Headers &headers, QByteArrayView name)
{
    const auto credentials = http::credentialsOf(headers.value(name));
    return credentials.scheme.toLower() == "bearer" ? credentials.value : QByteArray();
}

} // namespace tokentrail::sandbox
