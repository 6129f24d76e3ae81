// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/redactor.h"
#include "core/trail/hopjson.h"
#include "core/trail/names.h"
#include "core/trail/need.h"
#include "core/trail/redaction.h"
#include "core/trail/userline.h"

#include <QDateTime>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;
using text::Json;

namespace {

http::Headers headersFrom(const Json &json)
{
    http::Headers headers;
    for (const auto &field : json.elements())
        headers.add(field[u"name"].toString().toUtf8(), field[u"value"].toString().toUtf8());
    for (const auto &member : json.members()) // {"name":"value"}, as others write them
        headers.add(member.name.toUtf8(), member.value.toString().toUtf8());
    return headers;
}

void readMessages(Hop &hop, const Json &json)
{
    const auto &request = json[u"request"];
    const auto &response = json[u"response"];
    http::Request asked;
    asked.method = request[u"method"].toString(hop.expected ? QString() : u"GET"_s).toUtf8();
    hop.url = QString::fromUtf8(redactor::url(request[u"url"].toString().toUtf8()));
    asked.target = request[u"target"].toString(hop.url).toUtf8();
    asked.headers = headersFrom(request[u"headers"]);
    asked.body = request[u"body"].toString().toUtf8();
    hop.request = redacted(asked);
    http::Response answered;
    answered.status = int(response[u"status"].toInteger());
    answered.reason = response[u"reason"].toString().toUtf8();
    answered.headers = headersFrom(response[u"headers"]);
    answered.body = response[u"body"].toString().toUtf8();
    hop.response = redacted(answered);
    hop.failure = redactor::text(response[u"failure"].toString());
}

qint64 timeFrom(const Json &json)
{
    if (json.isNumber())
        return json.toInteger();
    const auto time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

Subject subjectFrom(const Json &json)
{
    Subject subject;
    subject.isUser = json[u"kind"].toString() == "user"_L1;
    subject.name = json[u"name"].toString();
    subject.origin = json[u"origin"].toString();
    subject.zone = json[u"zone"].toString();
    subject.verified = json[u"verified"].toBool();
    return subject;
}

Actor actorFrom(const Json &json)
{
    return {actorKindFromName(json[u"kind"].toString()).value_or(ActorKind::None),
            json[u"name"].toString(),
            json[u"zone"].toString(),
            json[u"verified"].toBool()};
}

void readTokens(Hop &hop, const Json &json)
{
    for (const auto &entry : json.elements()) {
        TokenSeen token;
        token.role = tokenRoleFromName(entry[u"role"].toString()).value_or(TokenRole::Bearer);
        token.fingerprint = entry[u"fingerprint"].toString();
        token.jti = entry[u"jti"].toString();
        token.header = redactedStrings(entry[u"header"]);
        token.claims = redactedStrings(entry[u"claims"]);
        hop.tokens.append(token);
    }
}

void readLinks(Hop &hop, const Json &json)
{
    for (const auto &entry : json.elements())
        hop.links.append(
            {entry[u"to"].toString(),
             linkByFromName(entry[u"by"].toString()).value_or(LinkBy::Token),
             certaintyFromName(entry[u"certainty"].toString()).value_or(Certainty::Possible)});
}

} // namespace

Result<Hop> hopFromJson(const Json &json)
{
    Hop hop;
    hop.id = json[u"id"].toString();
    const auto kind = hopKindFromName(json[u"kind"].toString());
    if (hop.id.isEmpty() || !kind)
        return Error{ErrorCode::InvalidInput,
                     u"this is no hop: it needs an \"id\" and a known \"kind\""_s};
    hop.kind = *kind;
    hop.plane = planeFromName(json[u"plane"].toString()).value_or(Plane::Call);
    hop.expected = json[u"expected"].toBool();
    hop.reason = json[u"reason"].toString();
    hop.from = partyFromName(json[u"from"].toString()).value_or(Party::Unknown);
    hop.to = partyFromName(json[u"to"].toString()).value_or(Party::Unknown);
    hop.startMs = timeFrom(json[u"start"]);
    hop.endMs = timeFrom(json[u"end"]);
    hop.observedBy = json[u"observedBy"].toStringList();
    hop.exchangeIds = json[u"exchanges"].toStringList();
    readMessages(hop, json);
    hop.actor = actorFrom(json[u"actor"]);
    hop.subject = subjectFrom(json[u"subject"]);
    readTokens(hop, json[u"tokens"]);
    hop.destination = json[u"destination"].toString();
    hop.destinationType = json[u"destinationType"].toString();
    hop.correlationId = json[u"correlationId"].toString();
    readLinks(hop, json[u"links"]);
    if (json[u"notes"].isObject())
        hop.notes = redactedStrings(json[u"notes"]);
    return hop;
}

// Also a bare {"hops":[…]}: then the call into the service is found again.
Result<Trail> trailFromJson(const Json &json)
{
    if (!json[u"hops"].isArray())
        return Error{ErrorCode::InvalidInput, u"this is no trail: it needs an array \"hops\""_s};
    Trail trail;
    trail.id = json[u"id"].toString(u"t1"_s);
    trail.title = json[u"title"].toString();
    trail.rootHopId = json[u"root"].toString();
    for (const auto &entry : json[u"hops"].elements()) {
        auto hop = hopFromJson(entry);
        if (!hop)
            return hop.error();
        if (trail.rootHopId.isEmpty() && isCallIntoService(*hop) && hop->from != Party::Approuter)
            trail.rootHopId = hop->id;
        trail.hops.append(*hop);
    }
    findLoss(trail);
    return trail;
}

} // namespace tokentrail::trail
