// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
#include "core/diagnosis/rules.h"
#include "core/diagnosis/verdict.h"
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
                   had ? u"The connectivity proxy did not accept the token of %1."_s.arg(
                       hop->actor.name)
                       : u"The call reached the connectivity proxy without a token for it."_s,
                   hop)
        .because(had ? u"It answered 407 in spite of Proxy-Authorization."_s
                     : u"There is no Proxy-Authorization, and the answer is 407."_s,
                 hop)
        .fix(had ? u"The token has to be of the connectivity instance, and still valid."_s
                 : u"Old versions of the Cloud SDK lose it on redirects: update. Own clients have "
                   "to send a token of the connectivity instance."_s);
}

QList<Finding> cloudConnectorNotConnected(const Facts &facts)
{
    const auto *hop = refused(facts, 503);
    if (!hop || !hop->response.body.contains("SAP Cloud Connector"))
        return {};
    const auto location = locationOf(*hop);
    const bool named = !location.isEmpty();
    Verdict verdict(named ? 0.35 : 0.96,
                    u"No Cloud Connector is connected to the subaccount%1."_s.arg(
                        named ? u" under the location "_s + location : QString()),
                    hop);
    verdict.because(QString::fromUtf8(hop->response.body.left(220)), hop);
    if (named)
        verdict.although(u"The destination names a location: a wrong one gives the same answer."_s,
                         hop);
    verdict.fix(u"Connect the Cloud Connector to this subaccount, and look at its state in the "
                "cockpit under Cloud Connectors."_s);
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
    return Verdict(
               0.9,
               u"%1 names the location %2, under which no Cloud Connector is connected."_s.arg(
                   hop->destination.isEmpty() ? u"The destination"_s : hop->destination, location),
               hop)
        .because(QString::fromUtf8(hop->response.body.left(220)), hop)
        .fix(u"Correct CloudConnectorLocationId, or connect a Cloud Connector with this location "
             "id."_s);
}

QList<Finding> hostNotExposed(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || !hop->response.body.contains("Access denied to system"))
        return {};
    return Verdict(
               0.97, u"The Cloud Connector does not expose the host %1."_s.arg(hostOf(*hop)), hop)
        .because(QString::fromUtf8(hop->response.body.left(200)), hop)
        .fix(u"Add the virtual host with exactly this name and port under Cloud To On-Premise, or "
             "correct the URL of %1."_s.arg(hop->destination.isEmpty() ? u"the destination"_s
                                                                       : hop->destination));
}

QList<Finding> pathNotExposed(const Facts &facts)
{
    const auto *hop = refused(facts, 403);
    if (!hop || !hop->response.body.contains("Access denied to resource"))
        return {};
    return Verdict(0.97,
                   u"The Cloud Connector does not expose the path %1 of %2."_s.arg(
                       QString::fromUtf8(hop->request.path()), hostOf(*hop)),
                   hop)
        .because(QString::fromUtf8(hop->response.body.left(200)), hop)
        .fix(u"Add the path to the resources of this host, with \"path and all sub-paths\"."_s);
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
                   u"The Cloud Connector did not accept %1's token."_s.arg(hop->subject.name),
                   hop)
        .because(u"The answer is 401, and no call to the backend was seen."_s, hop)
        .fix(u"Synchronise the trusted identity providers in the Cloud Connector (Principal "
             "Propagation, Trust Configuration)."_s);
}

QList<Finding> virtualHostOverHttps(const Facts &facts)
{
    for (const auto *hop : facts.hops(trail::HopKind::Proxy)) {
        if (hop->request.method != "CONNECT" && hop->response.status != 405)
            continue;
        if (hop->response.status < 400)
            continue;
        return Verdict(0.96,
                       u"%1 is called by https, but the connectivity proxy speaks plain http to "
                       "virtual hosts."_s.arg(QString::fromUtf8(hop->request.target)),
                       hop)
            .because(u"The client asked for a tunnel (%1), the answer is %2."_s
                         .arg(QString::fromUtf8(hop->request.method))
                         .arg(hop->response.status),
                     hop)
            .fix(u"Write http:// into the URL of the destination; the Cloud Connector encrypts the "
                 "way."_s);
    }
    return {};
}

QList<Finding> backendUnreachable(const Facts &facts)
{
    const auto *backend = facts.backendCall();
    if (backend && failedItself(*backend))
        return {};
    if (const auto *hop = backend; hop && hop->response.status >= 500)
        return Verdict(0.9,
                       u"The backend answered %1: it is there, but does not work."_s.arg(
                           hop->response.status),
                       hop)
            .because(u"The answer came from the backend itself."_s, hop)
            .fix(u"Ask its administrators; ST22 and SM21 tell more."_s);
    for (const auto status : {502, 504, 503}) {
        const auto *hop = refused(facts, status);
        if (!hop || hop->response.body.contains("no SAP Cloud Connector"))
            continue;
        return Verdict(status == 503 ? 0.5 : 0.8,
                       u"The Cloud Connector could not reach the backend behind %1."_s.arg(
                           hostOf(*hop)),
                       hop)
            .because(u"The proxy answered %1, and the backend recorded nothing."_s.arg(status), hop)
            .fix(u"Check the internal host and port in the Cloud Connector, and that the backend "
                 "runs."_s);
    }
    return {};
}

QList<Finding> backendFailed(const Facts &facts)
{
    const auto *hop = facts.backendCall();
    if (!hop || !failedItself(*hop))
        return {};
    return Verdict(
               0.93,
               u"The backend was reached, and failed over the call itself: it answered %1."_s.arg(
                   hop->response.status),
               hop)
        .because(u"The answer came from the backend itself; tokens and the way were good."_s, hop)
        .fix(u"Read the body of its answer, then ST22 (dumps) and /IWFND/ERROR_LOG there."_s);
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
                   u"The call went through the tunnel of the subaccount %1, while %2 belongs to "
                   "%3."_s.arg(zone, hop->destination, owner),
                   hop)
            .because(u"The token for the proxy has the zone %1."_s.arg(zone), hop)
            .fix(u"A subscriber's users pass through the subscriber's Cloud Connector: connect one "
                 "there, or define the destination there."_s);
    }
    return {};
}

} // namespace tokentrail::diagnosis::rules
