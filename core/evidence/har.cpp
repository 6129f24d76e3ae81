// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evidence/har.h"

#include "core/evidence/encoding.h"
#include "core/evidence/kind.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace tokentrail::evidence {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

http::Headers headersOf(const Json &list)
{
    http::Headers headers;
    for (const auto &header : list.elements()) {
        const auto name = header[u"name"].toString().toUtf8();
        if (!name.startsWith(':')) // pseudo headers of HTTP/2
            headers.add(name, header[u"value"].toString().toUtf8());
    }
    return headers;
}

QByteArray contentOf(const Json &content)
{
    const auto text = content[u"text"].toString().toUtf8();
    return content[u"encoding"].toString() == "base64"_L1 ? QByteArray::fromBase64(text) : text;
}

QByteArray requestBody(const Json &postData)
{
    if (postData.contains(u"text"))
        return postData[u"text"].toString().toUtf8();
    QList<std::pair<QString, QString>> fields;
    for (const auto &parameter : postData[u"params"].elements())
        fields << std::pair{parameter[u"name"].toString(), parameter[u"value"].toString()};
    return http::toForm(fields);
}

// HAR tells durations of phases, -1 where there was none; ours count from the start.
http::Timing timingOf(const Json &timings, double total)
{
    http::Timing timing;
    double at = std::max(0.0, timings[u"blocked"].toDouble(0));
    const auto phase = [&](QStringView name, double &moment) {
        const auto duration = timings[name].toDouble(-1);
        if (duration >= 0)
            moment = at += duration;
    };
    phase(u"dns", timing.dns);
    phase(u"connect", timing.connected); // includes ssl
    if (timings[u"ssl"].toDouble(-1) >= 0)
        timing.tls = timing.connected;
    phase(u"send", timing.sent);
    phase(u"wait", timing.firstByte);
    timing.total = total;
    return timing;
}

// "Bearer ***", "Bearer [REDACTED]", "Bearer eyJ…": whoever shared the file took the token out.
bool isMasked(const QByteArray &authorization)
{
    static const QRegularExpression masked(
        uR"(^(?:\w+ )?(?:[*•xX.…]{3,}|[<\[(]\s*(?!object )[\w -]+\s*[>\])]|eyJ[\w-]{0,12}(?:\.{2,}|…|\*{2,}).*)$)"_s);
    return masked.match(QString::fromUtf8(authorization)).hasMatch();
}

// Some programs write numbers as texts.
int statusOf(const Json &response)
{
    const auto &status = response[u"status"];
    return status.isString() ? status.toString().toInt() : int(status.toInteger());
}

std::optional<http::Exchange> exchangeOf(const Json &entry)
{
    const auto &request = entry[u"request"];
    const QUrl url(request[u"url"].toString(), QUrl::StrictMode);
    const auto started =
        QDateTime::fromString(entry[u"startedDateTime"].toString(), Qt::ISODateWithMs);
    if (!url.isValid() || url.host().isEmpty() || !started.isValid())
        return {};
    http::Exchange exchange;
    exchange.observer = u"browser"_s;
    exchange.caller = u"browser"_s;
    exchange.scheme = url.scheme().toLatin1();
    exchange.authority = url.authority(QUrl::FullyEncoded).toUtf8();
    exchange.startMs = started.toMSecsSinceEpoch();
    const auto total = std::max(0.0, entry[u"time"].toDouble());
    exchange.endMs = exchange.startMs + qint64(total);
    exchange.request.method = request[u"method"].toString(u"GET"_s).toUtf8();
    exchange.request.target =
        url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (exchange.request.target.isEmpty())
        exchange.request.target = "/";
    exchange.request.headers = headersOf(request[u"headers"]);
    if (isMasked(exchange.request.headers.value("authorization")))
        exchange.notes.set(u"credentialsMasked"_s, true);
    exchange.request.body = requestBody(request[u"postData"]);
    const auto &response = entry[u"response"];
    exchange.response.status = statusOf(response);
    exchange.response.reason = response[u"statusText"].toString().toUtf8();
    exchange.response.headers = headersOf(response[u"headers"]);
    exchange.response.body = contentOf(response[u"content"]);
    exchange.timing = timingOf(entry[u"timings"], total);
    if (exchange.response.status == 0) {
        const auto why =
            response[u"_error"].toString(entry[u"_error"].toString(u"no answer was recorded"_s));
        exchange.failure = Error{ErrorCode::Network, why, {}};
    }
    return exchange;
}

// Browsers leave credentials out of an export unless they are asked for.
bool wasSanitised(const QList<http::Exchange> &exchanges)
{
    const auto carries = [](const http::Exchange &exchange) {
        return exchange.request.headers.contains("authorization")
            || exchange.request.headers.contains("cookie");
    };
    return !exchanges.isEmpty() && std::none_of(exchanges.begin(), exchanges.end(), carries);
}

} // namespace

Result<HarEvidence> readHar(const QByteArray &given, const QString &file)
{
    const auto document = inUtf8(given);
    const auto parsed = text::parseJson(document, file);
    if (!parsed)
        return parsed.error();
    const auto &entries = (*parsed)[u"log"][u"entries"];
    if (!entries.isArray())
        return Error{ErrorCode::InvalidInput,
                     u"This is no HAR file: it has no log.entries."_s,
                     placeOf(document, 0, file)};

    HarEvidence evidence;
    qsizetype number = 0;
    for (const auto &entry : entries.elements()) {
        ++number;
        if (auto exchange = exchangeOf(entry)) {
            exchange->id = u"har%1"_s.arg(number);
            evidence.exchanges << *exchange;
        } else {
            evidence.notVisible << u"entry %1 of the HAR file has no readable URL or time"_s.arg(
                number);
        }
    }
    std::stable_sort(evidence.exchanges.begin(),
                     evidence.exchanges.end(),
                     [](const auto &a, const auto &b) { return a.startMs < b.startMs; });
    if (wasSanitised(evidence.exchanges))
        evidence.notVisible
            << u"no request of the HAR file has credentials: browsers leave them out unless the export is \"with sensitive data\""_s;
    return evidence;
}

} // namespace tokentrail::evidence
