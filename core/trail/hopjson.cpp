// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/hopjson.h"

#include "core/trail/names.h"

namespace tokentrail::trail {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

Json headersJson(const http::Headers &headers)
{
    auto out = Json::array();
    for (const auto &field : headers.fields())
        out.append(Json::object({{u"name"_s, QString::fromUtf8(field.name)},
                                 {u"value"_s, QString::fromUtf8(field.value)}}));
    return out;
}

Json requestJson(const Hop &hop)
{
    const auto &request = hop.request;
    return Json::object({{u"method"_s, QString::fromUtf8(request.method)},
                         {u"url"_s, hop.url},
                         {u"target"_s, QString::fromUtf8(request.target)},
                         {u"headers"_s, headersJson(request.headers)},
                         {u"body"_s, QString::fromUtf8(request.body)}});
}

Json responseJson(const Hop &hop)
{
    const auto &response = hop.response;
    auto out = Json::object({{u"status"_s, response.status},
                             {u"reason"_s, QString::fromUtf8(response.reason)},
                             {u"headers"_s, headersJson(response.headers)},
                             {u"body"_s, QString::fromUtf8(response.body)}});
    if (!hop.failure.isEmpty())
        out.set(u"failure"_s, hop.failure);
    return out;
}

Json actorJson(const Actor &actor)
{
    return Json::object({{u"kind"_s, nameOf(actor.kind)},
                         {u"name"_s, actor.name},
                         {u"zone"_s, actor.zone},
                         {u"verified"_s, actor.verified}});
}

Json tokenJson(const TokenSeen &token)
{
    auto out = Json::object({{u"role"_s, nameOf(token.role)},
                             {u"fingerprint"_s, token.fingerprint},
                             {u"jti"_s, token.jti}});
    if (token.header.isObject())
        out.set(u"header"_s, token.header);
    if (token.claims.isObject())
        out.set(u"claims"_s, token.claims);
    return out;
}

Json linkJson(const Link &link)
{
    return Json::object(
        {{u"to"_s, link.to}, {u"by"_s, nameOf(link.by)}, {u"certainty"_s, nameOf(link.certainty)}});
}

} // namespace

Json subjectJson(const Subject &subject)
{
    return Json::object({{u"kind"_s, subject.isUser ? u"user"_s : u"none"_s},
                         {u"name"_s, subject.name},
                         {u"origin"_s, subject.origin},
                         {u"zone"_s, subject.zone},
                         {u"verified"_s, subject.verified}});
}

Json toJson(const Hop &hop)
{
    auto out = Json::object({{u"id"_s, hop.id},
                             {u"kind"_s, nameOf(hop.kind)},
                             {u"plane"_s, nameOf(hop.plane)},
                             {u"expected"_s, hop.expected}});
    if (!hop.reason.isEmpty())
        out.set(u"reason"_s, hop.reason);
    out.set(u"from"_s, nameOf(hop.from));
    out.set(u"to"_s, nameOf(hop.to));
    out.set(u"start"_s, hop.startMs);
    out.set(u"end"_s, hop.endMs);
    out.set(u"observedBy"_s, Json::array(hop.observedBy));
    out.set(u"exchanges"_s, Json::array(hop.exchangeIds));
    out.set(u"request"_s, hop.expected ? Json::object() : requestJson(hop));
    out.set(u"response"_s, hop.expected ? Json::object() : responseJson(hop));
    out.set(u"actor"_s, actorJson(hop.actor));
    out.set(u"subject"_s, subjectJson(hop.subject));
    auto tokens = Json::array();
    for (const auto &token : hop.tokens)
        tokens.append(tokenJson(token));
    out.set(u"tokens"_s, tokens);
    if (!hop.destination.isEmpty())
        out.set(u"destination"_s, hop.destination);
    if (!hop.destinationType.isEmpty())
        out.set(u"destinationType"_s, hop.destinationType);
    out.set(u"correlationId"_s, hop.correlationId);
    auto links = Json::array();
    for (const auto &link : hop.links)
        links.append(linkJson(link));
    out.set(u"links"_s, links);
    out.set(u"notes"_s, hop.notes);
    return out;
}

Json toJson(const Trail &trail)
{
    auto hops = Json::array();
    for (const auto &hop : trail.hops)
        hops.append(toJson(hop));
    return Json::object({{u"id"_s, trail.id},
                         {u"title"_s, trail.title},
                         {u"root"_s, trail.rootHopId},
                         {u"user"_s, subjectJson(trail.user)},
                         {u"loss"_s, nameOf(trail.loss)},
                         {u"lossHop"_s, trail.lossHopId},
                         {u"hops"_s, hops}});
}

} // namespace tokentrail::trail
