// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/identify.h"

#include "core/trail/claims.h"
#include "core/trail/tokens.h"

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

} // namespace

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

} // namespace tokentrail::trail
