// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/say.h"
#include "core/diagnosis/verdict.h"
#include "core/evidence/answertext.h"
#include "core/trail/claims.h"
#include "core/trail/tokens.h"

namespace tokentrail::diagnosis::rules {

using namespace Qt::StringLiterals;

namespace {

// What the proxy itself refused: the backend neither answered nor saw the call.
const trail::Hop *refused(const Facts &facts, int status)
{
    for (const auto *hop : facts.hops(trail::HopKind::Proxy)) {
        if (hop->response.status != status || facts.answeredByBackend(*hop))
            continue;
        const auto *backend = facts.backendCall();
        if (!backend || backend->startMs < hop->startMs || backend->response.status != status)
            return hop;
    }
    return nullptr;
}

QString locationOf(const trail::Hop &hop)
{
    const auto sent = hop.request.headers.value("sap-connectivity-scc-location_id");
    if (!sent.isEmpty())
        return QString::fromUtf8(sent);
    const auto body = QString::fromUtf8(hop.response.body);
    return body.section(u"location ID '"_s, 1, 1).section(u'\'', 0, 0);
}

QString hostOf(const trail::Hop &hop)
{
    const auto target = QString::fromUtf8(hop.request.target);
    return target.contains(u"://"_s) ? target.section(u"://"_s, 1).section(u'/', 0, 0) : target;
}

QString ownerOf(const Facts &facts, const QString &destination)
{
    for (const auto *hop : facts.hops(trail::HopKind::DestinationLookup)) {
        const auto parsed = text::parseJson(hop->response.body);
        if (hop->destination == destination && parsed)
            return (*parsed)[u"owner"][u"SubaccountId"].toString();
    }
    return {};
}

// 502 to 504 say that something behind it is not there; the other 5xx are its own.
bool failedItself(const trail::Hop &hop)
{
    const auto status = hop.response.status;
    return status >= 500 && status <= 599 && (status < 502 || status > 504);
}

} // namespace

QList<Finding> proxyAuthorizationMissing(const Facts &facts)
{
    const auto *hop = refused(facts, 407);
    if (!hop)
        return {};
    const bool had = trail::tokenWithRole(*hop, trail::TokenRole::ProxyAuthorization);
    return Verdict(0.93,
                   had ? say(u"proxy-authorization-missing.refused", {{u"client", hop->actor.name}})
                       : say(u"proxy-authorization-missing.none"),
                   hop)
        .because(had ? say(u"proxy-authorization-missing.in-spite")
                     : say(u"proxy-authorization-missing.header"),
                 hop)
        .fix(had ? say(u"proxy-authorization-missing.fix-token")
                 : say(u"proxy-authorization-missing.fix"));
}

QList<Finding> cloudConnectorNotConnected(const Facts &facts)
{
    const auto *hop = refused(facts, 503);
    if (!hop || !hop->response.body.contains("SAP Cloud Connector"))
        return {};
    const auto location = locationOf(*hop);
    const bool named = !location.isEmpty();
    Verdict verdict(named ? 0.35 : 0.96,
                    say(u"cloud-connector-not-connected.none", {{u"location", location}}),
                    hop);
    verdict.because(quoted(evidence::bodyInWords(hop->response)), hop);
    if (named)
        verdict.although(say(u"cloud-connector-not-connected.or-location"), hop);
    verdict.fix(say(u"cloud-connector-not-connected.fix"));
    return verdict;
}

QList<Finding> locationIdUnknown(const Facts &facts)
{
    const auto *hop = refused(facts, 503);
    if (!hop || !hop->response.body.contains("SAP Cloud Connector"))
        return {};
    const auto location = locationOf(*hop);
    if (location.isEmpty())
        return {};
    return Verdict(0.9,
                   say(u"location-id-unknown.named",
                       {{u"destination", hop->destination}, {u"location", location}}),
                   hop)
        .because(quoted(evidence::bodyInWords(hop->response)), hop)
        .fix(say(u"location-id-unknown.fix"));
}

QList<Finding> hostNotExposed(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || !hop->response.body.contains("Access denied to system"))
        return {};
    return Verdict(0.97, say(u"host-not-exposed.host", {{u"host", hostOf(*hop)}}), hop)
        .because(quoted(evidence::bodyInWords(hop->response)), hop)
        .fix(say(u"host-not-exposed.fix", {{u"destination", hop->destination}}));
}

QList<Finding> pathNotExposed(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || !hop->response.body.contains("Access denied to resource"))
        return {};
    return Verdict(
               0.97,
               say(u"path-not-exposed.path",
                   {{u"path", QString::fromUtf8(hop->request.path())}, {u"host", hostOf(*hop)}}),
               hop)
        .because(quoted(evidence::bodyInWords(hop->response)), hop)
        .fix(say(u"path-not-exposed.fix"));
}

QList<Finding> cloudConnectorRefusesToken(const Facts &facts)
{
    const auto *hop = refused(facts, 401);
    if (!hop || hop->response.body.contains("Logon failed"))
        return {};
    const auto *token = trail::tokenWithRole(*hop, trail::TokenRole::ConnectivityAuthentication);
    const bool late = token && token->claims[u"exp"].isNumber()
        && token->claims[u"exp"].toInteger() <= hop->startMs / 1000;
    if (!token || late || trail::isTechnical(token->claims))
        return {};
    const bool said = hop->response.body.contains("SSO token validation");
    return Verdict(said ? 0.9 : 0.55,
                   say(u"cloud-connector-refuses-token.refused", {{u"user", hop->subject.name}}),
                   hop)
        .because(say(u"cloud-connector-refuses-token.answered"), hop)
        .fix(say(u"cloud-connector-refuses-token.fix"));
}

QList<Finding> virtualHostOverHttps(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Proxy)) {
        if (hop->request.method != "CONNECT" && hop->response.status != 405)
            continue;
        if (hop->response.status < 400)
            continue;
        return Verdict(0.96,
                       say(u"virtual-host-over-https.called",
                           {{u"host", QString::fromUtf8(hop->request.target)}}),
                       hop)
            .because(say(u"virtual-host-over-https.tunnel",
                         {{u"method", QString::fromUtf8(hop->request.method)},
                          {u"status", hop->response.status}}),
                     hop)
            .fix(say(u"virtual-host-over-https.fix"));
    }
    return {};
}

QList<Finding> backendUnreachable(const Facts &facts)
{
    const auto *backend = facts.backendCall();
    if (backend && failedItself(*backend))
        return {};
    if (const auto *hop = backend; hop && hop->response.status >= 500)
        return Verdict(
                   0.9,
                   say(u"backend-unreachable.does-not-work", {{u"status", hop->response.status}}),
                   hop)
            .because(say(u"backend-unreachable.itself"), hop)
            .fix(say(u"backend-unreachable.fix-itself"));
    for (const auto status : {502, 504, 503}) {
        const auto *hop = refused(facts, status);
        if (!hop || hop->response.body.contains("no SAP Cloud Connector"))
            continue;
        return Verdict(status == 503 ? 0.5 : 0.8,
                       say(u"backend-unreachable.behind", {{u"host", hostOf(*hop)}}),
                       hop)
            .because(say(u"backend-unreachable.proxy-answered", {{u"status", status}}), hop)
            .fix(say(u"backend-unreachable.fix"));
    }
    return {};
}

QList<Finding> backendFailed(const Facts &facts)
{
    const auto *hop = facts.backendCall();
    if (!hop || !failedItself(*hop))
        return {};
    return Verdict(0.93, say(u"backend-failed.itself", {{u"status", hop->response.status}}), hop)
        .because(say(u"backend-failed.way-good"), hop)
        .fix(say(u"backend-failed.fix"));
}

QList<Finding> tunnelOfOtherSubaccount(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Proxy)) {
        const auto *token = trail::tokenWithRole(*hop, trail::TokenRole::ProxyAuthorization);
        const auto owner = ownerOf(facts, hop->destination);
        const auto zone = token ? trail::zoneOf(token->claims) : QString();
        if (owner.isEmpty() || zone.isEmpty() || owner == zone)
            continue;
        return Verdict(
                   0.85,
                   say(u"tunnel-of-other-subaccount.tunnel",
                       {{u"zone", zone}, {u"destination", hop->destination}, {u"owner", owner}}),
                   hop)
            .because(say(u"tunnel-of-other-subaccount.zone", {{u"zone", zone}}), hop)
            .fix(say(u"tunnel-of-other-subaccount.fix"));
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
