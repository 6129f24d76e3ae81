// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trail/claims.h"
#include "core/trail/lanes.h"
#include "core/trail/need.h"
#include "core/trail/say.h"

#include <QUrl>

namespace tokentrail::trail {

using namespace Qt::StringLiterals;

namespace {

// "GET …/FunctionalLocation": the last word of a path says most.
QString shortCall(const Hop &hop)
{
    const auto path = QString::fromUtf8(hop.request.path());
    const auto method = QString::fromUtf8(hop.request.method);
    if (hop.request.method == "CONNECT")
        return u"CONNECT "_s + QString::fromUtf8(hop.request.target);
    if (path.size() <= 24)
        return method + u' ' + (path.isEmpty() ? u"/"_s : path);
    const auto parts = path.split(u'/', Qt::SkipEmptyParts);
    return method + u" …/"_s + (parts.isEmpty() ? QString() : parts.constLast());
}

QString grantLabel(const Hop &hop)
{
    const auto grant = hop.notes[u"grant"].toString().section(u':', -1);
    if (grant.isEmpty())
        return u"token"_s;
    return grant == "client_credentials"_L1 ? grant : QString(u"token · "_s + grant);
}

} // namespace

QString titleOf(Party party)
{
    switch (party) {
    case Party::Browser:
        return u"Browser"_s;
    case Party::Console:
        return say(u"party.console");
    case Party::Approuter:
        return u"Approuter"_s;
    case Party::Xsuaa:
        return u"XSUAA"_s;
    case Party::Service:
        return say(u"party.service");
    case Party::Destination:
        return u"Destinations"_s;
    case Party::Proxy:
    case Party::CloudConnector:
        return u"Proxy · SCC"_s;
    case Party::Backend:
        return u"S/4"_s;
    case Party::OAuthServer:
        return say(u"party.oauth");
    case Party::Unknown:
        return say(u"party.caller");
    }
    return {};
}

QString labelOf(const Hop &hop)
{
    switch (hop.kind) {
    case HopKind::Token:
        return grantLabel(hop);
    case HopKind::DestinationLookup:
        return hop.subject.isUser
            ? say(u"label.lookup-as",
                  {{u"destination", hop.destination}, {u"user", hop.subject.name}})
            : say(u"label.lookup", {{u"destination", hop.destination}});
    case HopKind::Jwks:
        return say(u"label.keys");
    case HopKind::Authorize:
        return u"authorize"_s;
    case HopKind::Login:
        return hop.request.method == "POST" ? say(u"label.password") : say(u"label.login-page");
    case HopKind::Callback:
        return say(u"label.callback");
    case HopKind::UserInfo:
        return u"userinfo"_s;
    case HopKind::Logout:
        return u"logout"_s;
    case HopKind::Proxy:
    case HopKind::CloudConnector:
    case HopKind::Backend:
    case HopKind::Service:
    case HopKind::Approuter:
    case HopKind::Other:
        return hop.expected ? say(u"label.call", {{u"destination", hop.destination}})
                            : shortCall(hop);
    }
    return {};
}

QString answerOf(const Hop &hop)
{
    if (hop.expected)
        return say(u"answer.missing");
    if (hop.response.status == 0)
        return hop.failure.isEmpty() ? say(u"answer.none")
                                     : say(u"answer.none-because", {{u"why", hop.failure}});
    const auto reason = hop.response.reason.isEmpty() ? http::reasonPhrase(hop.response.status)
                                                      : hop.response.reason;
    return QString::number(hop.response.status) + u' ' + QString::fromUtf8(reason);
}

QString shortClientName(const QString &clientId)
{
    auto name = clientId.section(u'|', -1); // of a clone: the instance that it is a clone of
    if (name.startsWith("sb-"_L1))
        name.remove(0, 3);
    name = name.section(u'!', 0, 0);
    const auto suffix = "-xsappname"_L1;
    if (name.endsWith(suffix))
        name.chop(suffix.size());
    return name.isEmpty() ? clientId : name;
}

QString chipTextOf(const TokenSeen &token)
{
    switch (token.role) {
    case TokenRole::Code:
        return say(u"chip.code");
    case TokenRole::Refresh:
        return say(u"chip.refresh");
    case TokenRole::Saml:
        return say(u"chip.saml");
    case TokenRole::Bearer:
    case TokenRole::Assertion:
    case TokenRole::UserToken:
    case TokenRole::ProxyAuthorization:
    case TokenRole::ConnectivityAuthentication:
    case TokenRole::TechnicalAuthentication:
    case TokenRole::ApprouterAuthorization:
    case TokenRole::Issued:
        break;
    }
    const auto subject = subjectOf(token.claims);
    if (subject.isUser)
        return say(u"chip.user", {{u"name", subject.name}});
    const auto client = clientOf(token.claims);
    return client.name.isEmpty()
        ? u"token "_s + token.fingerprint.first(qMin(qsizetype(4), token.fingerprint.size()))
        : say(u"chip.client", {{u"name", shortClientName(client.name)}});
}

} // namespace tokentrail::trail
