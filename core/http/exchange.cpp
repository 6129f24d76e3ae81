// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/http/exchange.h"

#include "core/base/errorname.h"
#include "core/http/exchangejson.h"

namespace tokentrail::http {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

constexpr std::pair<double Timing::*, const char16_t *> phases[] = {
    {&Timing::dns, u"dns"},
    {&Timing::connected, u"connected"},
    {&Timing::tls, u"tls"},
    {&Timing::sent, u"sent"},
    {&Timing::firstByte, u"firstByte"},
    {&Timing::total, u"total"},
};

Json failureToJson(const Error &error)
{
    auto json = Json::object();
    json.set(u"code"_s, nameOf(error.code));
    json.set(u"sentence"_s, error.sentence);
    return json;
}

Error failureFromJson(const Json &json)
{
    const auto code = errorCodeFromName(json[u"code"].toString());
    return Error{code.value_or(ErrorCode::Network), json[u"sentence"].toString()};
}

Json timingToJson(const Timing &timing)
{
    auto json = Json::object();
    for (const auto &[phase, name] : phases) {
        if (timing.*phase >= 0)
            json.set(QString::fromUtf16(name), timing.*phase);
    }
    return json;
}

Timing timingFromJson(const Json &json)
{
    Timing timing;
    for (const auto &[phase, name] : phases)
        timing.*phase = json[QStringView(name)].toDouble(-1);
    return timing;
}

// Text as text, so that a person can read the document; other bytes as {"base64":"…"}.
Json bytesToJson(const QByteArray &bytes)
{
    auto string = QString::fromUtf8(bytes);
    if (string.toUtf8() == bytes)
        return string;
    return Json::object({{u"base64"_s, QString::fromLatin1(bytes.toBase64())}});
}

QByteArray bytesFromJson(const Json &json)
{
    if (json.isObject())
        return QByteArray::fromBase64(json[u"base64"].toString().toLatin1());
    return json.toString().toUtf8();
}

Json headersToJson(const Headers &headers)
{
    auto json = Json::array();
    for (const auto &field : headers.fields()) {
        auto pair = Json::array();
        pair.append(bytesToJson(field.name));
        pair.append(bytesToJson(field.value));
        json.append(std::move(pair));
    }
    return json;
}

Headers headersFromJson(const Json &json)
{
    Headers headers;
    for (const auto &pair : json.elements()) {
        if (pair.elements().size() == 2)
            headers.add(bytesFromJson(pair.elements()[0]), bytesFromJson(pair.elements()[1]));
    }
    return headers;
}

} // namespace

QByteArray Exchange::url() const
{
    if (request.target.startsWith("http://") || request.target.startsWith("https://"))
        return request.target;
    if (!request.target.startsWith('/')) // authority-form, "*"
        return scheme + "://" + authority;
    return scheme + "://" + authority + request.target;
}

Json toJson(const Request &request)
{
    return Json::object({{u"method"_s, bytesToJson(request.method)},
                         {u"target"_s, bytesToJson(request.target)},
                         {u"headers"_s, headersToJson(request.headers)},
                         {u"body"_s, bytesToJson(request.body)}});
}

Json toJson(const Response &response)
{
    return Json::object({{u"status"_s, response.status},
                         {u"reason"_s, bytesToJson(response.reason)},
                         {u"headers"_s, headersToJson(response.headers)},
                         {u"body"_s, bytesToJson(response.body)}});
}

Request requestFromJson(const Json &json)
{
    return {bytesFromJson(json[u"method"]),
            bytesFromJson(json[u"target"]),
            headersFromJson(json[u"headers"]),
            bytesFromJson(json[u"body"])};
}

Response responseFromJson(const Json &json)
{
    return {int(json[u"status"].toInteger()),
            bytesFromJson(json[u"reason"]),
            headersFromJson(json[u"headers"]),
            bytesFromJson(json[u"body"])};
}

Json toJson(const Exchange &exchange)
{
    auto json = Json::object({
        {u"id"_s, exchange.id},
        {u"observer"_s, exchange.observer},
        {u"caller"_s, exchange.caller},
        {u"callee"_s, exchange.callee},
        {u"parentId"_s, exchange.parentId},
        {u"scheme"_s, bytesToJson(exchange.scheme)},
        {u"authority"_s, bytesToJson(exchange.authority)},
        {u"clientCertificateSubject"_s, exchange.clientCertificateSubject},
        {u"startMs"_s, exchange.startMs},
        {u"endMs"_s, exchange.endMs},
        {u"request"_s, toJson(exchange.request)},
        {u"response"_s, toJson(exchange.response)},
        {u"timing"_s, timingToJson(exchange.timing)},
        {u"notes"_s, exchange.notes},
    });
    if (exchange.failure)
        json.set(u"failure"_s, failureToJson(*exchange.failure));
    return json;
}

Result<Exchange> exchangeFromJson(const Json &json)
{
    if (!json.isObject() || !json[u"request"].isObject())
        return Error{ErrorCode::InvalidInput, u"This is no exchange: it has no request."_s};
    Exchange exchange;
    exchange.id = json[u"id"].toString();
    exchange.observer = json[u"observer"].toString();
    exchange.caller = json[u"caller"].toString();
    exchange.callee = json[u"callee"].toString();
    exchange.parentId = json[u"parentId"].toString();
    exchange.scheme = bytesFromJson(json[u"scheme"]);
    exchange.authority = bytesFromJson(json[u"authority"]);
    exchange.clientCertificateSubject = json[u"clientCertificateSubject"].toString();
    exchange.startMs = json[u"startMs"].toInteger();
    exchange.endMs = json[u"endMs"].toInteger();
    exchange.request = requestFromJson(json[u"request"]);
    exchange.response = responseFromJson(json[u"response"]);
    if (json[u"failure"].isObject())
        exchange.failure = failureFromJson(json[u"failure"]);
    exchange.timing = timingFromJson(json[u"timing"]);
    if (json[u"notes"].isObject())
        exchange.notes = json[u"notes"];
    return exchange;
}

} // namespace tokentrail::http
