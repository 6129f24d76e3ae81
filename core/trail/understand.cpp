// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/understand.h"

#include "core/base/redactor.h"
#include "core/jose/jwt.h"
#include "core/trail/identify.h"
#include "core/trail/names.h"
#include "core/trail/parties.h"
#include "core/trail/redaction.h"

#include <QUrl>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

QString correlationOf(const http::Exchange &exchange)
{
    // The order in which CAP takes them.
    for (const auto *name :
         {"x-correlation-id", "x-correlationid", "x-request-id", "x-vcap-request-id"}) {
        const auto value = exchange.request.headers.value(name);
        if (!value.isEmpty())
            return QString::fromUtf8(value);
    }
    return QString::fromUtf8(exchange.response.headers.value("x-correlation-id"));
}

// Name and type of the destination that is asked for: ".../v1/destinations/S4_PP".
void readLookup(Hop &hop, const http::Exchange &exchange)
{
    const auto path = QString::fromUtf8(exchange.request.path());
    const auto at = path.indexOf("/destinations/"_L1);
    if (at >= 0) {
        const auto name = path.sliced(at + 14).section(u'/', 0, 0).section(u'@', 0, 0);
        hop.destination = QUrl::fromPercentEncoding(name.toUtf8());
    }
    const auto parsed = text::parseJson(exchange.response.body);
    if (!parsed)
        return;
    const auto &configuration = (*parsed)[u"destinationConfiguration"];
    if (configuration.isObject()) {
        hop.destinationType = configuration[u"Authentication"].toString(u"NoAuthentication"_s);
        hop.notes.set(u"proxyType"_s, configuration[u"ProxyType"]);
        hop.notes.set(u"destinationUrl"_s,
                      QString::fromUtf8(redactor::url(configuration[u"URL"].toString().toUtf8())));
    }
}

QString whatIsWrong(const QByteArray &token)
{
    const auto decoded = jose::decodeToken(token);
    return decoded.problems.empty() ? u"It has no claims that could be read."_s
                                    : redactor::text(decoded.problems.front().sentence);
}

HopKind kindByPath(const QByteArray &path, bool atXsuaa)
{
    const auto ends = [&path](const char *suffix) {
        return path.endsWith(suffix);
    };
    if (ends("/oauth/token") || path.contains("/oauth/token/alias/"))
        return HopKind::Token;
    if (ends("/oauth/authorize"))
        return HopKind::Authorize;
    if (ends("/token_keys") || ends("/token_key"))
        return HopKind::Jwks;
    if (ends("/userinfo"))
        return HopKind::UserInfo;
    if (ends("/logout.do") || path.contains("/oauth/token/revoke/"))
        return HopKind::Logout;
    if (ends("/login/callback"))
        return HopKind::Callback;
    if (ends("/login.do") || (atXsuaa && ends("/login")))
        return HopKind::Login;
    if (path.contains("/destination-configuration/"))
        return HopKind::DestinationLookup;
    if (path.startsWith("/sap/opu/") || path.startsWith("/sap/bc/"))
        return HopKind::Backend;
    return HopKind::Other;
}

HopKind kindByParty(Party party)
{
    switch (party) {
    case Party::Service:
        return HopKind::Service;
    case Party::Approuter:
        return HopKind::Approuter;
    case Party::Proxy:
        return HopKind::Proxy;
    case Party::CloudConnector:
        return HopKind::CloudConnector;
    case Party::Backend:
        return HopKind::Backend;
    case Party::Destination:
        return HopKind::DestinationLookup;
    case Party::Browser:
    case Party::Console:
    case Party::Xsuaa:
    case Party::OAuthServer:
    case Party::Unknown:
        return HopKind::Other;
    }
    return HopKind::Other;
}

} // namespace

HopKind kindOf(const http::Exchange &exchange)
{
    const auto observer = partyFromName(exchange.observer).value_or(Party::Unknown);
    const bool bySelf = exchange.caller == exchange.observer;
    const auto known = partyFromName(exchange.callee).value_or(bySelf ? Party::Unknown : observer);
    const auto &target = exchange.request.target;
    if (known == Party::Service || known == Party::Backend)
        return kindByParty(known);
    if (exchange.request.method == "CONNECT" || target.startsWith("http://")
        || target.startsWith("https://"))
        return HopKind::Proxy;
    const auto byPath =
        kindByPath(exchange.request.path(), known == Party::Xsuaa || known == Party::OAuthServer);
    if (byPath != HopKind::Other)
        return byPath;
    const auto byParty = kindByParty(known);
    if (byParty != HopKind::Other || known == Party::Xsuaa || known == Party::OAuthServer)
        return byParty;
    return observer == Party::Console || observer == Party::Browser ? HopKind::Service
                                                                    : HopKind::Other;
}

Plane planeOf(HopKind kind)
{
    switch (kind) {
    case HopKind::Authorize:
    case HopKind::Login:
    case HopKind::Callback:
    case HopKind::Token:
    case HopKind::Jwks:
    case HopKind::UserInfo:
    case HopKind::Logout:
        return Plane::Token;
    case HopKind::DestinationLookup:
        return Plane::Lookup;
    case HopKind::Proxy:
    case HopKind::CloudConnector:
    case HopKind::Backend:
    case HopKind::Service:
    case HopKind::Approuter:
    case HopKind::Other:
        return Plane::Call;
    }
    return Plane::Call;
}

Understood understand(const http::Exchange &exchange)
{
    Understood out;
    auto &hop = out.hop;
    hop.kind = kindOf(exchange);
    hop.plane = planeOf(hop.kind);
    const auto ends = endsOf(exchange, hop.kind);
    hop.from = ends.from;
    hop.to = ends.to;
    hop.startMs = exchange.startMs;
    hop.endMs = exchange.endMs;
    hop.observedBy = {exchange.observer};
    hop.exchangeIds = {exchange.id};
    hop.request = redactedForHop(exchange.request);
    hop.response = redactedForHop(exchange.response);
    hop.url = QString::fromUtf8(redactor::url(exchange.url()));
    if (exchange.failure)
        hop.failure = redactor::text(exchange.failure->sentence);
    hop.correlationId = correlationOf(exchange);
    if (exchange.notes.isObject())
        hop.notes = redactedStrings(exchange.notes);

    out.raw = tokensIn(exchange);
    for (const auto &token : out.raw) {
        hop.tokens.append(tokenSeen(token));
        if (token.role == TokenRole::Bearer && !hop.tokens.constLast().claims.isObject())
            hop.notes.set(u"tokenProblem"_s, whatIsWrong(token.value));
    }
    identify(hop, exchange);
    if (hop.kind == HopKind::DestinationLookup)
        readLookup(hop, exchange);
    const auto zone = exchange.request.headers.value("x-zid");
    if (hop.kind == HopKind::Token && !zone.isEmpty())
        hop.notes.set(u"zoneAsked"_s, QString::fromUtf8(zone));
    out.parentExchangeId = exchange.parentId;
    out.byCaller = nameOf(hop.from) == exchange.observer && hop.from != hop.to;
    return out;
}

} // namespace tokentrail::trail
