// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/responsewriter.h"

#include "core/http/requestrules.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tokentrail::http {

using namespace Qt::StringLiterals;

namespace {

bool is(const Header &field, QByteArrayView name)
{
    return QByteArrayView(field.name).compare(name, Qt::CaseInsensitive) == 0;
}

bool isOurs(const Header &field)
{
    return is(field, "Content-Length") || is(field, "Transfer-Encoding") || is(field, "Connection")
        || is(field, "Keep-Alive");
}

bool isSound(const Response &response)
{
    const auto &fields = response.headers.fields();
    return response.status >= 200 && response.status <= 999 && isFieldValue(response.reason)
        && std::all_of(fields.cbegin(), fields.cend(), [](const Header &field) {
               return isToken(field.name) && isFieldValue(field.value);
           });
}

// RFC 9110 §5.6.7; made anew once a second.
const QByteArray &dateNow()
{
    thread_local qint64 second = 0;
    thread_local QByteArray date;
    const auto now = QDateTime::currentSecsSinceEpoch();
    if (now != second) {
        second = now;
        date = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(now, Qt::UTC),
                             u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
                   .toLatin1();
    }
    return date;
}

} // namespace

QByteArray serialiseResponse(const Response &response, const Framing &framing)
{
    if (!isSound(response)) {
        return serialiseResponse(
            {500, {}, {{"Content-Type", "text/plain"}}, "The answer held a broken header.\n"},
            framing);
    }
    const bool tunnel = framing.method == "CONNECT" && response.status / 100 == 2;
    const bool bodyless = response.status == 204 || response.status == 304 || tunnel;
    const bool head = framing.method == "HEAD";

    QByteArray out;
    out.reserve(256 + response.body.size());
    out += "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + (response.reason.isEmpty() ? reasonPhrase(response.status) : response.reason) + "\r\n";
    for (const auto &field : response.headers.fields()) {
        if (!isOurs(field))
            out += field.name + ": " + field.value + "\r\n";
    }
    if (!response.headers.contains("Date"))
        out += "Date: " + dateNow() + "\r\n";
    if (!bodyless) {
        const auto announced = response.headers.value("Content-Length");
        out += "Content-Length: "
            + (head && !announced.isEmpty() ? announced : QByteArray::number(response.body.size()))
            + "\r\n";
    }
    if (!framing.keepAlive)
        out += "Connection: close\r\n";
    else if (!framing.isHttp11)
        out += "Connection: keep-alive\r\n";
    out += "\r\n";
    if (!bodyless && !head)
        out += response.body;
    return out;
}

} // namespace tokentrail::http
