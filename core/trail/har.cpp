// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/har.h"

#include "core/trail/lanes.h"
#include "core/trail/names.h"

#include <QDateTime>
#include <QUrlQuery>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

Json pairs(const http::Headers &headers)
{
    auto out = Json::array();
    for (const auto &field : headers.fields())
        out.append(Json::object({{u"name"_s, QString::fromUtf8(field.name)},
                                 {u"value"_s, QString::fromUtf8(field.value)}}));
    return out;
}

Json queryOf(const Hop &hop)
{
    auto out = Json::array();
    const QUrlQuery query(QString::fromUtf8(hop.request.query()));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        out.append(Json::object({{u"name"_s, name}, {u"value"_s, value}}));
    return out;
}

Json requestOf(const Hop &hop)
{
    auto out = Json::object({{u"method"_s, QString::fromUtf8(hop.request.method)},
                             {u"url"_s, hop.url},
                             {u"httpVersion"_s, u"HTTP/1.1"_s},
                             {u"cookies"_s, Json::array()},
                             {u"headers"_s, pairs(hop.request.headers)},
                             {u"queryString"_s, queryOf(hop)},
                             {u"headersSize"_s, -1},
                             {u"bodySize"_s, qint64(hop.request.body.size())}});
    if (!hop.request.body.isEmpty()) {
        const auto type = hop.request.headers.value("content-type");
        out.set(u"postData"_s,
                Json::object({{u"mimeType"_s, QString::fromUtf8(type)},
                              {u"text"_s, QString::fromUtf8(hop.request.body)}}));
    }
    return out;
}

Json responseOf(const Hop &hop)
{
    const auto &response = hop.response;
    const auto type = response.headers.value("content-type");
    const auto content = Json::object({{u"size"_s, qint64(response.body.size())},
                                       {u"mimeType"_s, QString::fromUtf8(type)},
                                       {u"text"_s, QString::fromUtf8(response.body)}});
    return Json::object({{u"status"_s, response.status},
                         {u"statusText"_s, QString::fromUtf8(response.reason)},
                         {u"httpVersion"_s, u"HTTP/1.1"_s},
                         {u"cookies"_s, Json::array()},
                         {u"headers"_s, pairs(response.headers)},
                         {u"content"_s, content},
                         {u"redirectURL"_s, QString::fromUtf8(response.headers.value("location"))},
                         {u"headersSize"_s, -1},
                         {u"bodySize"_s, qint64(response.body.size())}});
}

Json entryOf(const Hop &hop)
{
    const qint64 duration = hop.endMs > hop.startMs ? hop.endMs - hop.startMs : 0;
    return Json::object(
        {{u"startedDateTime"_s, isoTime(hop.startMs)},
         {u"time"_s, duration},
         {u"request"_s, requestOf(hop)},
         {u"response"_s, responseOf(hop)},
         {u"cache"_s, Json::object()},
         {u"timings"_s, Json::object({{u"send"_s, 0}, {u"wait"_s, duration}, {u"receive"_s, 0}})},
         {u"comment"_s,
          QString(hop.id + u' ' + nameOf(hop.from) + u" → "_s + nameOf(hop.to) + u": "_s
                  + labelOf(hop))}});
}

} // namespace

Json toHar(const Trail &trail)
{
    auto entries = Json::array();
    for (const auto &hop : trail.hops) {
        if (!hop.expected) // what did not come cannot be an entry
            entries.append(entryOf(hop));
    }
    const auto creator = Json::object(
        {{u"name"_s, u"Tokentrail"_s}, {u"version"_s, QStringLiteral(TOKENTRAIL_VERSION)}});
    return Json::object({{u"log"_s,
                          Json::object({{u"version"_s, u"1.2"_s},
                                        {u"creator"_s, creator},
                                        {u"comment"_s, trail.title},
                                        {u"entries"_s, entries}})}});
}

} // namespace tokentrail::trail
