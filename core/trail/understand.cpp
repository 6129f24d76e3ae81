// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/understand.h"

#include "core/base/redactor.h"
#include "core/jose/jwt.h"
#include "core/trail/claims.h"
#include "core/trail/names.h"
#include "core/trail/parties.h"
#include "core/trail/redaction.h"

#include <QUrl>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// Client id and user name may stand in a Basic header: the half before the colon is no secret.
QString basicName(const http::Headers &headers)
{
    const auto credentials = http::credentialsOf(headers.value("authorization"));
    if (credentials.scheme.compare("basic", Qt::CaseInsensitive) != 0)
        return {};
    const auto decoded = QByteArray::fromBase64(credentials.value);
    const auto colon = decoded.indexOf(':');
    return colon < 0 ? QString() : QString::fromUtf8(decoded.first(colon));
}

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

const TokenSeen *bearerOf(const Hop &hop)
{
    return tokenWithRole(hop, TokenRole::Bearer);
}

void setTechnicalUser(Hop &hop, const QString &name)
{
    if (!name.isEmpty())
        hop.actor = {ActorKind::TechnicalUser, name, {}, hop.response.status < 400};
}

void identifyTokenCall(Hop &hop, const http::Exchange &exchange)
{
    const auto &form = exchange.request.body;
    auto client = http::formField(form, u"client_id");
    if (client.isEmpty())
        client = QUrl::fromPercentEncoding(basicName(exchange.request.headers).toUtf8());
    const bool accepted = exchange.response.status == 200;
    if (!client.isEmpty())
        hop.actor = {ActorKind::Client,
                     client,
                     QString::fromUtf8(exchange.request.headers.value("x-zid")),
                     accepted};
    if (const auto *assertion = tokenWithRole(hop, TokenRole::Assertion))
        hop.subject = subjectOf(assertion->claims);
    else if (const auto *issued = tokenWithRole(hop, TokenRole::Issued))
        hop.subject = subjectOf(issued->claims);
    if (!hop.subject.isUser) {
        hop.subject.name = http::formField(form, u"username");
        hop.subject.isUser = !hop.subject.name.isEmpty();
    }
    hop.subject.verified = hop.subject.isUser && accepted;
    hop.notes.set(u"grant"_s, http::formField(form, u"grant_type"));
}

void identifyByBearer(Hop &hop)
{
    const auto *bearer = bearerOf(hop);
    if (!bearer)
        return;
    hop.actor = clientOf(bearer->claims);
    hop.subject = subjectOf(bearer->claims);
}

void identifyLookup(Hop &hop)
{
    identifyByBearer(hop);
    if (const auto *user = tokenWithRole(hop, TokenRole::UserToken))
        hop.subject = subjectOf(user->claims);
    const auto checked = hop.response.status != 0 && hop.response.status != 401;
    hop.actor.verified = checked && hop.actor.kind != ActorKind::None;
    hop.subject.verified = checked && hop.subject.isUser;
}

void identifyProxyCall(Hop &hop, const http::Exchange &exchange)
{
    if (const auto *proxy = tokenWithRole(hop, TokenRole::ProxyAuthorization)) {
        hop.actor = clientOf(proxy->claims);
        hop.actor.verified = hop.response.status != 407 && hop.actor.kind != ActorKind::None;
        hop.subject = subjectOf(proxy->claims); // the newer way: one token for both
    }
    if (const auto *user = tokenWithRole(hop, TokenRole::ConnectivityAuthentication))
        hop.subject = subjectOf(user->claims);
    setTechnicalUser(hop, basicName(exchange.request.headers));
    hop.subject.verified =
        hop.subject.isUser && hop.response.status != 0 && hop.response.status < 400;
}

void identifyBackendCall(Hop &hop, const http::Exchange &exchange)
{
    identifyByBearer(hop);
    if (bearerOf(hop))
        hop.actor.verified = hop.subject.verified = hop.response.status != 401;
    setTechnicalUser(hop, basicName(exchange.request.headers));
    const auto &certificate = exchange.clientCertificateSubject.isEmpty()
        ? exchange.notes[u"certificateSubject"].toString()
        : exchange.clientCertificateSubject;
    const auto person = subjectOfCertificate(certificate);
    if (!person.isEmpty())
        hop.subject = {true, person, {}, {}, hop.response.status != 401};
}

// What was odd about the header, since the redacted one does not tell any more.
void noteCredentials(Hop &hop, const http::Exchange &exchange)
{
    const auto &headers = exchange.request.headers;
    if (!headers.contains("authorization"))
        return;
    const auto words = headers.value("authorization").trimmed().split(' ');
    const auto scheme = words.constFirst().toLower();
    const bool isScheme = scheme.size() <= 16 && !scheme.contains('.');
    if (isScheme)
        hop.notes.set(u"scheme"_s, QString::fromLatin1(scheme));
    if (words.size() < 2 || words[1].isEmpty())
        hop.notes.set(u"credentials"_s, isScheme ? u"missing"_s : u"without-scheme"_s);
}

void identifyServiceCall(Hop &hop, const http::Exchange &exchange)
{
    noteCredentials(hop, exchange);
    identifyByBearer(hop);
    const auto name = basicName(exchange.request.headers);
    if (name.isEmpty())
        return;
    hop.actor = {ActorKind::User, name, {}, false};
    hop.subject = {true, name, {}, {}, false};
}

void identify(Hop &hop, const http::Exchange &exchange)
{
    switch (hop.kind) {
    case HopKind::Token:
        return identifyTokenCall(hop, exchange);
    case HopKind::DestinationLookup:
        return identifyLookup(hop);
    case HopKind::Proxy:
    case HopKind::CloudConnector:
        return identifyProxyCall(hop, exchange);
    case HopKind::Backend:
        return identifyBackendCall(hop, exchange);
    case HopKind::Service:
    case HopKind::Approuter:
    case HopKind::UserInfo:
        return identifyServiceCall(hop, exchange);
    case HopKind::Authorize:
        if (const auto client = exchange.request.queryItem(u"client_id"); !client.isEmpty())
            hop.actor = {ActorKind::Client, client, {}, false};
        return;
    case HopKind::Login:
    case HopKind::Callback:
    case HopKind::Jwks:
    case HopKind::Logout:
    case HopKind::Other:
        return;
    }
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
    if (ends("/logout.do"))
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
    hop.request = redacted(exchange.request);
    hop.response = redacted(exchange.response);
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
